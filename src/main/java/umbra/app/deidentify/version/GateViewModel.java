package umbra.app.deidentify.version;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import umbra.app.deidentify.plan.MadePlan;
import umbra.app.deidentify.plan.PlanViewModel;
import umbra.app.deidentify.work.ChoiceViewModel;
import umbra.app.deidentify.work.ReleaseWork;
import umbra.workspace.curate.Passes;
import umbra.workspace.curate.Verdict;
import umbra.workspace.export.Gate;
import umbra.workspace.export.Prepared;

/// What is open before a version may leave, and what a person passed with a reason.
public final class GateViewModel {
  private final ReleaseWork work;
  private final ChoiceViewModel choice;
  private final PlanViewModel plan;
  private final ObservableList<GateRow> rows = FXCollections.observableArrayList();
  private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper("");
  private Map<String, String> passes = Map.of();

  public GateViewModel(ReleaseWork work, ChoiceViewModel choice, PlanViewModel plan) {
    this.work = work;
    this.choice = choice;
    this.plan = plan;
    choice.revision().subscribe(_ -> reload());
    plan.plan().subscribe(_ -> reload());
    plan.stale().subscribe(_ -> tell());
  }

  /// All that the gate asks for: what is open first, then what was passed, then what is settled. Empty without a plan.
  public ObservableList<GateRow> rows() {
    return rows;
  }

  /// Whether an export would be let through: a fresh plan, and nothing open that nobody passed.
  public ReadOnlyBooleanProperty open() {
    return open.getReadOnlyProperty();
  }

  public ReadOnlyStringProperty status() {
    return status.getReadOnlyProperty();
  }

  private void reload() {
    work.quietly("Reading the gate", _ -> Passes.of(work.workspace()), found -> {
      passes = found;
      var fresh = plan.plan().get().map(p -> rows(p.prepared(), found)).orElse(List.of());
      if (!fresh.equals(rows)) rows.setAll(fresh);
      tell();
    });
  }

  private static List<GateRow> rows(Prepared prepared, Map<String, String> passed) {
    return Arrays.stream(Gate.Kind.values()).map(kind -> {
      long count = prepared.gates().stream().filter(g -> g.kind() == kind).mapToLong(Gate::count).sum();
      return new GateRow(kind, count, passed.getOrDefault(kind.word(), ""), prepared.open().stream().filter(o -> o.kind() == kind).toList());
    }).sorted(java.util.Comparator.comparingInt(r -> r.isClosed() ? 0 : r.count() > 0 ? 1 : 2)).toList();
  }

  private void tell() {
    long closed = rows.stream().filter(GateRow::isClosed).count();
    long passed = rows.stream().filter(r -> r.state().equals("passed")).count();
    boolean fresh = plan.plan().get().isPresent() && plan.stale().get().isEmpty();
    open.set(fresh && closed == 0);
    status.set(plan.plan().get().isEmpty() ? "A plan tells what is open" : !fresh ? "The plan is out of date: plan again" : closed > 0 ? closed + " open" : passed > 0 ? passed + " passed with a reason" : "nothing is open");
  }

  /// The plan with the gates as they are passed now.
  Prepared prepared(MadePlan made) {
    return made.prepared().withPasses(passes);
  }

  /// @return false if there is no reason
  public boolean pass(GateRow row, String why) {
    if (why.isBlank()) {
      choice.say("A gate is passed only with a reason; it goes on record");
      return false;
    }
    choice.edit(() -> work.curation().pass(row.kind().word(), why.strip()), "Passed with this reason before");
    return true;
  }

  /// Closes a gate again that was passed.
  public void close(GateRow row) {
    choice.edit(() -> work.curation().pass(row.kind().word(), ""), "It was not passed");
  }

  /// A verdict on the series of these places.
  public void judge(List<Prepared.Open> places, Verdict verdict, String why) {
    var series = places.stream().map(Prepared.Open::series).distinct().toList();
    if (series.isEmpty()) {
      choice.say("Select the series first");
      return;
    }
    choice.edit(() -> work.curation().judge(series, verdict, why.strip()), "Judged so before");
  }
}

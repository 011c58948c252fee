package umbra.app.deidentify.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import umbra.app.deidentify.profile.ProfilesViewModel;
import umbra.app.deidentify.work.ChoiceViewModel;
import umbra.app.deidentify.work.Progress;
import umbra.app.deidentify.work.ReleaseWork;
import umbra.catalog.Collection;
import umbra.deid.rule.Profile;
import umbra.job.JobContext;
import umbra.job.JobState;
import umbra.words.Counts;
import umbra.workspace.curate.Freshness;
import umbra.workspace.release.ReleaseChoice;
import umbra.workspace.tally.PlanTally;

/// What an export would do, and whether that still holds.
public final class PlanViewModel {
  /// No filter on actions.
  public static final String ALL = "All actions";
  private static final String NAME = "plan";

  private final ReleaseWork work;
  private final ChoiceViewModel choice;
  private final ProfilesViewModel profiles;
  private final Progress progress = new Progress();
  private final ReadOnlyObjectWrapper<Optional<MadePlan>> plan = new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyStringWrapper stale = new ReadOnlyStringWrapper("");
  private final ObservableList<PlanRow> rows = FXCollections.observableArrayList();
  private final FilteredList<PlanRow> shown = new FilteredList<>(rows);
  private final ObservableList<ShareRow> shares = FXCollections.observableArrayList();
  private final StringProperty query = new SimpleStringProperty("");
  private final StringProperty action = new SimpleStringProperty(ALL);

  public PlanViewModel(ReleaseWork work, ChoiceViewModel choice, ProfilesViewModel profiles) {
    this.work = work;
    this.choice = choice;
    this.profiles = profiles;
    query.subscribe(this::filter);
    action.subscribe(this::filter);
    choice.revision().subscribe(_ -> checkFreshness());
    profiles.effective().subscribe(_ -> checkFreshness());
  }

  public Progress progress() {
    return progress;
  }

  public ReadOnlyObjectProperty<Optional<MadePlan>> plan() {
    return plan.getReadOnlyProperty();
  }

  /// What changed since the plan was made; empty if nothing did.
  public ReadOnlyStringProperty stale() {
    return stale.getReadOnlyProperty();
  }

  public ObservableList<PlanRow> shown() {
    return shown;
  }

  /// The collection first, then its modules, then its series.
  public ObservableList<ShareRow> shares() {
    return shares;
  }

  public StringProperty query() {
    return query;
  }

  /// An action, `held`, or [#ALL].
  public StringProperty action() {
    return action;
  }

  private record Made(MadePlan plan, List<PlanRow> rows, List<ShareRow> shares) {}

  public void make() {
    var profile = profiles.effective().get();
    if (profile.isEmpty()) {
      choice.say("Choose a profile first");
      return;
    }
    var now = choice.choice().get();
    progress.<Made>run(work.jobs(), "Planning", context -> made(now, profile.get(), context), state -> {
      switch (state) {
        case JobState.Succeeded<Made>(var made) -> take(made);
        case JobState.Failed<Made>(var cause) -> work.trouble().accept("The plan was not made" + ReleaseWork.reason(cause), cause);
        case JobState.Cancelled<Made> _ -> choice.say("Planning was cancelled; nothing was written");
        case JobState.Waiting<Made> _, JobState.Running<Made> _ -> {}
      }
    });
  }

  private Made made(ReleaseChoice now, Profile profile, JobContext context) throws Exception {
    long sequence = work.workspace().audit().head().sequence();
    var terms = now.terms(profile, work.key().read(), work.collection(), NAME);
    var prepared = work.parts().preparation(work.workspace(), work.curation()).run(terms, context);
    var sum = prepared.tally();
    var found = sum.lines().stream().map(l -> new PlanRow(l, sum.held().getOrDefault(l.tagPath(), 0L), List.copyOf(sum.examples().get(l)))).toList();
    return new Made(new MadePlan(now, terms.profile().label(), prepared, sequence), found, shares(sum, work.workspace().catalog().collection()));
  }

  private static List<ShareRow> shares(PlanTally.Sum sum, Collection collection) {
    var all = new ArrayList<ShareRow>();
    all.add(new ShareRow("Collection", "All instances that may leave", sum.retention()));
    sum.byModule().forEach((name, r) -> all.add(new ShareRow("Module", name, r)));
    sum.bySeries().forEach((id, r) -> all.add(new ShareRow("Series", collection.findSeries(id).map(s -> s.modality() + " " + s.description()).orElse("series " + id).strip() + " · series " + id, r)));
    return all;
  }

  private void take(Made made) {
    rows.setAll(made.rows());
    shares.setAll(made.shares());
    plan.set(Optional.of(made.plan()));
    var prepared = made.plan().prepared();
    choice.say("Planned: %s may leave, %,d stay".formatted(Counts.of(prepared.leaving().size(), "instance"), prepared.withheld().size()));
    checkFreshness();
  }

  /// Reads whether something changed since.
  public void checkFreshness() {
    if (plan.get().isEmpty()) return;
    var made = plan.get().get();
    var label = profiles.effective().get().map(Profile::label).orElse("");
    if (!made.label().equals(label) || !made.choice().equals(choice.choice().get())) {
      stale.set("The profile, its options or the naming changed since this plan was made");
      return;
    }
    work.quietly("Reading what changed since the plan", _ -> Freshness.changedSince(work.workspace().audit(), made.sequence()), row -> {
      if (plan.get().filter(p -> p == made).isPresent()) stale.set(row.map(r -> "Since this plan was made: " + r.event().action().name().toLowerCase(Locale.ROOT) + " · " + r.event().object()).orElse(""));
    });
  }

  private void filter() {
    var words = query.get().toLowerCase(Locale.ROOT).split("\\s+");
    var wanted = action.get();
    shown.setPredicate(row -> (wanted.equals(ALL) || row.line().action().equals(wanted) || wanted.equals("held") && row.held() > 0) && Stream.of(words).allMatch(w -> w.isEmpty() || text(row).contains(w)));
  }

  private static String text(PlanRow row) {
    return (row.line().tagPath() + " " + row.line().name() + " " + row.line().rule()).toLowerCase(Locale.ROOT);
  }
}

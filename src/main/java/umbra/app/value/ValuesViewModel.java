package umbra.app.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import umbra.catalog.decision.Edit;
import umbra.catalog.decision.TextRow;
import umbra.deid.value.TextDecision;
import umbra.job.Job;
import umbra.job.JobRunner;
import umbra.job.JobState;
import umbra.words.Counts;
import umbra.workspace.curate.Curation;
import umbra.workspace.curate.TextScan;

/// The distinct texts of a workspace with their decisions, and a filter over them.
public final class ValuesViewModel {
  private static final int PAGE = 2000;

  private final Curation curation;
  private final JobRunner quiet;
  private final JobRunner jobs;
  private final Job<TextScan.Report> scan;
  private final ObservableList<TextRow> rows = FXCollections.observableArrayList();
  private final FilteredList<TextRow> shown = new FilteredList<>(rows);
  private final StringProperty query = new SimpleStringProperty("");
  private final BooleanProperty onlyUndecided = new SimpleBooleanProperty();
  private final BooleanProperty everywhere = new SimpleBooleanProperty();
  private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper("");
  private long wanted;

  /// @param quiet for what is over in a moment
  /// @param jobs for what a person sees in the list
  public ValuesViewModel(Curation curation, JobRunner quiet, JobRunner jobs, Job<TextScan.Report> scan) {
    this.curation = curation;
    this.quiet = quiet;
    this.jobs = jobs;
    this.scan = scan;
    query.subscribe(this::filter);
    onlyUndecided.subscribe(this::filter);
  }

  /// Those that pass the filter.
  public ObservableList<TextRow> shown() {
    return shown;
  }

  public StringProperty query() {
    return query;
  }

  public BooleanProperty onlyUndecided() {
    return onlyUndecided;
  }

  /// Decisions hold wherever the same text stands, not at its place alone.
  public BooleanProperty everywhere() {
    return everywhere;
  }

  /// How many there are, and how many nobody has decided yet.
  public ReadOnlyStringProperty status() {
    return status.getReadOnlyProperty();
  }

  /// What was done last, or why it was not.
  public ReadOnlyStringProperty said() {
    return said.getReadOnlyProperty();
  }

  public void reload() {
    long mine = ++wanted;
    quiet.<List<TextRow>>start("Reading the texts", _ -> read(), state -> {
      switch (state) {
        case JobState.Succeeded<List<TextRow>>(var found) -> {
          if (mine == wanted) take(found);
        }
        case JobState.Failed<List<TextRow>> _ -> said.set("The texts cannot be read now.");
        case JobState.Waiting<List<TextRow>> _, JobState.Running<List<TextRow>> _, JobState.Cancelled<List<TextRow>> _ -> {}
      }
    });
  }

  private List<TextRow> read() {
    var all = new ArrayList<TextRow>();
    Optional<TextRow> after = Optional.empty();
    for (var page = curation.values().rows(after, PAGE); !page.isEmpty(); page = curation.values().rows(after, PAGE)) {
      all.addAll(page);
      after = Optional.of(page.getLast());
    }
    return all;
  }

  private void take(List<TextRow> found) {
    if (!found.equals(rows)) rows.setAll(found);
    long undecided = found.stream().filter(r -> r.decision().isEmpty()).count();
    status.set(found.isEmpty() ? "No texts counted yet" : "%,d of %,d undecided".formatted(undecided, found.size()));
  }

  private void filter() {
    var words = query.get().toLowerCase(Locale.ROOT).split("\\s+");
    boolean open = onlyUndecided.get();
    shown.setPredicate(row -> (!open || row.decision().isEmpty()) && Stream.of(words).allMatch(w -> w.isEmpty() || text(row).contains(w)));
  }

  private static String text(TextRow row) {
    return (PlaceNames.of(row.where()) + " " + row.where().text() + " " + row.resembles() + " " + decision(row)).toLowerCase(Locale.ROOT);
  }

  /// In words, such as `replace by: chest`.
  public static String decision(TextRow row) {
    return row.decision().map(d -> d.startsWith("replace\n") ? "replace by: " + d.substring("replace\n".length()) : d).orElse("undecided");
  }

  /// One decision on all these rows, as one step that can be undone.
  public void decide(List<TextRow> chosen, TextDecision decision) {
    if (chosen.isEmpty()) return;
    var places = chosen.stream().map(TextRow::where).toList();
    boolean all = everywhere.get();
    edit(() -> curation.decide(places, decision, all, ""), edit -> "Done: " + edit.title().toLowerCase(Locale.ROOT) + (all ? ", everywhere" : ""),
        "Nothing changed: decided so before" + (decision instanceof TextDecision.Undecided ? ", or decided for every place (switch “Everywhere” on to take that back)" : ""));
  }

  public void undo() {
    edit(() -> curation.history().undo(), edit -> "Undone: " + edit.title(), "Nothing to undo");
  }

  public void redo() {
    edit(() -> curation.history().redo(), edit -> "Done again: " + edit.title(), "Nothing to do again");
  }

  private void edit(Supplier<Optional<Edit>> change, java.util.function.Function<Edit, String> done, String nothing) {
    quiet.<Optional<Edit>>start("Deciding", _ -> change.get(), state -> {
      switch (state) {
        case JobState.Succeeded<Optional<Edit>>(var edit) -> {
          said.set(edit.map(done).orElse(nothing));
          reload();
        }
        case JobState.Failed<Optional<Edit>> _ -> {
          said.set("Nothing was decided: the workspace cannot be written now.");
          reload();
        }
        case JobState.Waiting<Optional<Edit>> _, JobState.Running<Optional<Edit>> _, JobState.Cancelled<Optional<Edit>> _ -> {}
      }
    });
  }

  /// Reads the headers that were not read yet.
  public void scan() {
    jobs.<TextScan.Report>start("Reading texts of headers", scan, state -> {
      switch (state) {
        case JobState.Succeeded<TextScan.Report>(var report) -> {
          said.set(Counts.of(report.counted(), "instance") + " read" + (report.unreadable() == 0 ? "" : ", %,d cannot be read now: their texts are missing here".formatted(report.unreadable())));
          reload();
        }
        case JobState.Failed<TextScan.Report> _ -> said.set("The reading of texts stopped; begin it again to go on.");
        case JobState.Cancelled<TextScan.Report> _ -> {
          said.set("The reading of texts was cancelled; what was read is kept.");
          reload();
        }
        case JobState.Waiting<TextScan.Report> _, JobState.Running<TextScan.Report> _ -> {}
      }
    });
  }

  /// A series that holds the text.
  Optional<Long> seriesOf(TextRow row) {
    return curation.values().seriesOf(row.id());
  }
}

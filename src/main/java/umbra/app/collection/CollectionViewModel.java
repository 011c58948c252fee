package umbra.app.collection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;
import umbra.catalog.Catalog;
import umbra.catalog.CollectionFilter;
import umbra.catalog.SeriesRow;
import umbra.catalog.StudyRow;
import umbra.catalog.SubjectRow;
import umbra.catalog.Totals;
import umbra.job.Job;
import umbra.job.JobRunner;
import umbra.job.JobState;

/// The collection as a person sees it: lines, what is open, the filter, and what is selected.
///
/// The catalogue is read by jobs; while one runs, further wishes are kept and met together by the next.
public final class CollectionViewModel {
  private static final int FIRST_PAGE = 200;
  private static final int PAGE = 5000;
  private static final String OPEN = "window.open";

  /// Lets the view keep its scroll and selection while lines change.
  public interface Guard {
    void around(Runnable change);
  }

  /// What one job brings back: branches to put in place of those with the same subjects.
  private record Reading(List<Branch> branches, boolean whole, Optional<SubjectRow> more, Totals totals, long revision) {}

  private final Catalog catalog;
  private final JobRunner runner;
  private final Lines lines = new Lines();
  private final TreeMap<SubjectRow, Branch> branches = new TreeMap<>(Comparator.comparing(SubjectRow::sortKey).thenComparing(SubjectRow::id));
  private final Set<Line.Key> open = new HashSet<>();
  private final StringProperty query = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<Totals> totals = new ReadOnlyObjectWrapper<>(new Totals(0, 0, 0, 0, 0, 0, 0));
  private final ReadOnlyObjectWrapper<Optional<SeriesRow>> current = new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Throwable>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Set<Long>> redacted = new ReadOnlyObjectWrapper<>(Set.of());
  private final ReadOnlyBooleanWrapper loading = new ReadOnlyBooleanWrapper();
  private CollectionFilter filter = CollectionFilter.ALL;
  private Guard guard = Runnable::run;
  private long seen;
  private boolean reloadWanted;
  private boolean refreshWanted;
  private List<Line> selected = List.of();
  private final ObservableSet<Long> outOfReach = FXCollections.observableSet();

  /// @param runner whose listeners arrive on the thread that uses this
  public CollectionViewModel(Catalog catalog, JobRunner runner) {
    this.catalog = catalog;
    this.runner = runner;
    catalog.settings().find(OPEN).ifPresent(this::rememberOpen);
    query.addListener((_, _, now) -> {
      filter = CollectionFilter.of(now);
      reload();
    });
  }

  private void rememberOpen(String text) {
    for (var word : text.split(" ")) {
      var parts = word.split(":");
      if (parts.length == 2) open.add(new Line.Key(Line.Level.valueOf(parts[0]), Long.parseLong(parts[1])));
    }
  }

  public ObservableList<Line> lines() {
    return lines;
  }

  public StringProperty query() {
    return query;
  }

  public ReadOnlyObjectProperty<Totals> totals() {
    return totals.getReadOnlyProperty();
  }

  /// The series in front: the one selected last.
  public ReadOnlyObjectProperty<Optional<SeriesRow>> current() {
    return current.getReadOnlyProperty();
  }

  /// Series in which something will be blackened.
  public ReadOnlyObjectProperty<Set<Long>> redacted() {
    return redacted.getReadOnlyProperty();
  }

  /// Reads anew what was decided about series.
  public void refreshMarks() {
    read("Reading decisions", _ -> new umbra.catalog.finding.Findings(catalog).redactedSeries(), redacted::set);
  }

  /// Why the catalogue could not be read.
  public ReadOnlyObjectProperty<Optional<Throwable>> problem() {
    return problem.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty loading() {
    return loading.getReadOnlyProperty();
  }

  public void guardChanges(Guard other) {
    guard = other;
  }

  public boolean isOpen(Line line) {
    return open.contains(line.key());
  }

  public List<Line> selected() {
    return selected;
  }

  /// @param chosen in the order of the list; `lead` the one with the cursor
  public void select(List<Line> chosen, Optional<Line> lead) {
    selected = List.copyOf(chosen);
    if (lead.orElse(null) instanceof Line.Series(var row) && current.get().map(SeriesRow::id).orElse(0L) != row.id()) current.set(Optional.of(row));
  }

  /// Series of which something could not be read when it was wanted last: their drive or share is away.
  public ObservableSet<Long> outOfReach() {
    return FXCollections.unmodifiableObservableSet(outOfReach);
  }

  public boolean isOutOfReach(Line line) {
    return line instanceof Line.Series(var row) && outOfReach.contains(row.id());
  }

  /// What those who read a series met.
  public void reached(long series, boolean isThere) {
    if (isThere) outOfReach.remove(series);
    else outOfReach.add(series);
  }

  /// Opens a series anew.
  public void retry(SeriesRow series) {
    current.set(Optional.empty());
    current.set(Optional.of(series));
  }

  /// Brings a series to the front by its number.
  public void reveal(long series) {
    read("Finding a series", _ -> catalog.collection().findSeries(series).flatMap(s -> catalog.collection().findStudy(s.studyId()).map(t -> new Found(s, t))),
        found -> found.ifPresent(f -> reveal(f.series(), f.study())));
  }

  private record Found(SeriesRow series, StudyRow study) {}

  /// Brings a series to the front and opens the lines above it.
  public void reveal(SeriesRow series, StudyRow study) {
    selected = List.of(new Line.Series(series));
    open.add(new Line.Key(Line.Level.SUBJECT, study.subjectId()));
    open.add(new Line.Key(Line.Level.STUDY, study.id()));
    retry(series); // also where it is in front: a reference may lead to another of its instances
    reread(branches.keySet().stream().filter(s -> s.id() == study.subjectId()).findFirst());
  }

  public void toggle(Line line) {
    if (isOpen(line)) close(line);
    else open(line);
  }

  public void open(Line line) {
    if (line.canOpen() && open.add(line.key())) reread(subjectOf(line));
  }

  public void close(Line line) {
    if (open.remove(line.key())) reread(subjectOf(line));
  }

  /// Opens or closes everything below the subjects that are listed.
  public void openAll(boolean wanted) {
    if (!wanted) {
      open.clear();
      reload();
      return;
    }
    var rows = List.copyOf(branches.keySet());
    read("Opening", _ -> {
      var keys = new ArrayList<Line.Key>();
      for (var row : rows) {
        keys.add(new Line.Key(Line.Level.SUBJECT, row.id()));
        for (var study : catalog.collection().studies(row.id(), filter)) keys.add(new Line.Key(Line.Level.STUDY, study.id()));
      }
      return keys;
    }, keys -> {
      open.addAll(keys);
      reload();
    });
  }

  private Optional<SubjectRow> subjectOf(Line line) {
    return switch (line) {
      case Line.Subject(var row, _) -> Optional.of(row);
      case Line.Study(var row, _) -> branches.keySet().stream().filter(s -> s.id() == row.subjectId()).findFirst();
      case Line.Series _ -> Optional.empty();
    };
  }

  private void reread(Optional<SubjectRow> subject) {
    if (subject.isEmpty()) return;
    var now = filter;
    var opened = Set.copyOf(open);
    read("Reading the collection", _ -> Branch.read(subject.get(), catalog.collection(), now, opened), branch -> {
      if (branches.containsKey(subject.get())) put(List.of(branch));
      show();
    });
  }

  /// Reads everything again, page by page.
  public void reload() {
    refreshMarks();
    reloadWanted = true;
    next();
  }

  /// Reads what changed since the last reading, if anything did.
  public void refresh() {
    if (catalog.revision() == seen) return;
    refreshWanted = true;
    next();
  }

  private void next() {
    if (loading.get()) return;
    if (reloadWanted || refreshWanted && !filter.isAll()) page(Optional.empty());
    else if (refreshWanted) changes();
  }

  private void page(Optional<SubjectRow> after) {
    if (after.isEmpty()) {
      reloadWanted = false;
      refreshWanted = false;
    }
    var now = filter;
    var opened = Set.copyOf(open);
    loading.set(true);
    read("Reading the collection", _ -> {
      long revision = catalog.revision();
      int size = after.isEmpty() ? FIRST_PAGE : PAGE;
      var rows = catalog.collection().subjects(now, after, size);
      var read = rows.stream().map(r -> Branch.read(r, catalog.collection(), now, opened)).toList();
      return new Reading(read, after.isEmpty(), rows.size() < size ? Optional.empty() : Optional.of(rows.getLast()), catalog.collection().totals(), revision);
    }, this::take);
  }

  private void changes() {
    refreshWanted = false;
    var since = seen;
    var opened = Set.copyOf(open);
    loading.set(true);
    read("Reading the collection", _ -> {
      long revision = catalog.revision();
      var rows = catalog.collection().subjectsChangedSince(since, PAGE);
      var read = rows.stream().map(r -> Branch.read(r, catalog.collection(), CollectionFilter.ALL, opened)).toList();
      return new Reading(read, false, Optional.empty(), catalog.collection().totals(), rows.size() < PAGE ? revision : rows.getLast().revision());
    }, this::take);
  }

  private void take(Reading reading) {
    loading.set(false);
    if (reading.whole()) branches.clear();
    put(reading.branches());
    totals.set(reading.totals());
    if (reading.whole() || reading.more().isEmpty()) seen = reading.whole() ? reading.revision() : Math.max(seen, reading.revision());
    show();
    if (reading.more().isPresent() && !reloadWanted) page(reading.more());
    else next();
  }

  private void put(List<Branch> changed) {
    for (var branch : changed) {
      branches.remove(branch.subject()); // the key holds the counts too
      branches.put(branch.subject(), branch);
    }
  }

  private void show() {
    var wanted = new ArrayList<Line>();
    for (var branch : branches.values()) {
      wanted.add(new Line.Subject(branch.subject(), branch.open()));
      wanted.addAll(branch.below());
    }
    guard.around(() -> lines.become(wanted));
  }

  private <T> void read(String name, Job<T> job, java.util.function.Consumer<T> then) {
    runner.start(name, job, state -> {
      switch (state) {
        case JobState.Succeeded<T>(var result) -> then.accept(result);
        case JobState.Failed<T>(var cause) -> {
          loading.set(false);
          problem.set(Optional.of(cause));
        }
        case JobState.Waiting<T> _, JobState.Running<T> _, JobState.Cancelled<T> _ -> {}
      }
    });
  }

  /// Keeps what is open for the next time. Before the catalogue is closed.
  public void remember() {
    catalog.settings().put(OPEN, String.join(" ", open.stream().limit(20_000).map(k -> k.level() + ":" + k.id()).sorted().toList()));
  }
}

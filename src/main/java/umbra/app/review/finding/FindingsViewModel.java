package umbra.app.review.finding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import umbra.app.review.box.BoxesViewModel;
import umbra.catalog.Catalog;
import umbra.catalog.InstanceRow;
import umbra.catalog.SeriesRow;
import umbra.catalog.finding.FindingRow;
import umbra.catalog.finding.FindingState;
import umbra.catalog.finding.RegionRow;
import umbra.catalog.finding.Severity;
import umbra.job.JobRunner;
import umbra.job.JobState;
import umbra.words.Counts;
import umbra.workspace.curate.Review;
import umbra.workspace.stack.Stack;

/// The findings of a workspace, one of them in front, and the verdicts on them.
public final class FindingsViewModel {
  private static final int PAGE = 2000;
  private static final int STACKS_KEPT = 8;

  private final Review review;
  private final Catalog catalog;
  private final BoxesViewModel boxes;
  private final JobRunner runner;
  private final ReadOnlyObjectWrapper<FindingQueue> queue = new ReadOnlyObjectWrapper<>(FindingQueue.EMPTY);
  private final ReadOnlyObjectWrapper<Optional<OpenedFinding>> opened = new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<OpenedFinding>> upcoming = new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ObjectProperty<FindingFilter> filter = new SimpleObjectProperty<>(FindingFilter.USUAL);
  private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper("");
  private final ReadOnlyLongWrapper changes = new ReadOnlyLongWrapper();
  private final Map<String, OpenedSeries> known = new LinkedHashMap<>(16, 0.75f, true) {
    private static final long serialVersionUID = 1;

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, OpenedSeries> eldest) {
      return size() > STACKS_KEPT;
    }
  };
  private List<FindingRow> all = List.of();
  private Map<Long, List<FindingRow>> byInstance = Map.of();
  private long wanted;

  private record OpenedSeries(SeriesRow row, Stack stack) {}

  /// @param runner for what is over in a moment
  public FindingsViewModel(Review review, Catalog catalog, BoxesViewModel boxes, JobRunner runner) {
    this.review = review;
    this.catalog = catalog;
    this.boxes = boxes;
    this.runner = runner;
    filter.addListener((_, _, now) -> to(queue.get().refreshed(all, now)));
    boxes.whenEdited(this::reload);
    boxes.said().addListener((_, _, now) -> said.set(now));
  }

  public ReadOnlyObjectProperty<FindingQueue> queue() {
    return queue.getReadOnlyProperty();
  }

  public ObjectProperty<FindingFilter> filter() {
    return filter;
  }

  /// The finding in front with its images, once they are known.
  public ReadOnlyObjectProperty<Optional<OpenedFinding>> opened() {
    return opened.getReadOnlyProperty();
  }

  /// What will be in front after the next verdict: to be loaded before.
  public ReadOnlyObjectProperty<Optional<OpenedFinding>> upcoming() {
    return upcoming.getReadOnlyProperty();
  }

  /// What was done last, or why it was not.
  public ReadOnlyStringProperty said() {
    return said.getReadOnlyProperty();
  }

  /// Grows when findings are to be drawn anew.
  public ReadOnlyLongProperty changes() {
    return changes.getReadOnlyProperty();
  }

  /// Whether anything was found at all, whatever the filter shows.
  public boolean isEmpty() {
    return all.isEmpty();
  }

  /// Findings at places of a frame, whatever the filter lists; marks, of which there are many, only with what looks harmless.
  ///
  /// @param frame index from 0
  List<FindingRow> on(InstanceRow instance, int frame) {
    return byInstance.getOrDefault(instance.id(), List.of()).stream().filter(r -> r.finding().firstFrame() <= frame && frame <= r.finding().lastFrame())
        .filter(r -> r.state() != FindingState.OPEN || FindingClass.of(r.finding()) != FindingClass.MARK || filter.get().classes().shows(Severity.HARMLESS)).toList();
  }

  /// Reads all findings anew and stays where it is.
  public void reload() {
    long mine = ++wanted;
    var by = filter.get();
    var before = all;
    runner.<Reading>start("Reading findings", _ -> {
      var found = read();
      // Sorted here: tens of thousands take longer than a frame of the window.
      return found.equals(before) ? new Reading(before, by, FindingQueue.EMPTY) : new Reading(found, by, FindingQueue.of(found, by));
    }, state -> {
      switch (state) {
        case JobState.Succeeded<Reading>(var reading) -> {
          if (mine == wanted) take(reading);
        }
        case JobState.Failed<Reading> _ -> said.set("The findings cannot be read now.");
        case JobState.Waiting<Reading> _, JobState.Running<Reading> _, JobState.Cancelled<Reading> _ -> {}
      }
    });
  }

  private record Reading(List<FindingRow> found, FindingFilter by, FindingQueue sorted) {}

  private List<FindingRow> read() {
    var rows = new ArrayList<FindingRow>();
    for (var page = review.findings().page(0, PAGE); !page.isEmpty(); page = review.findings().page(page.getLast().id(), PAGE)) rows.addAll(page);
    return rows;
  }

  private void take(Reading reading) {
    if (reading.found() == all) return;
    keep(reading.found());
    to(reading.by().equals(filter.get()) ? queue.get().refreshed(reading.sorted()) : queue.get().refreshed(reading.found(), filter.get()));
  }

  private void keep(List<FindingRow> found) {
    all = found;
    var sorted = new HashMap<Long, List<FindingRow>>();
    for (var row : found) {
      var f = row.finding();
      if (f.width() > 0 && f.height() > 0 && f.tagPath().isEmpty()) sorted.computeIfAbsent(row.instance(), _ -> new ArrayList<>()).add(row);
    }
    byInstance = sorted;
    changes.set(changes.get() + 1);
  }

  private void to(FindingQueue next) {
    var before = queue.get().current().map(FindingRow::id);
    queue.set(next);
    changes.set(changes.get() + 1);
    if (next.current().isEmpty()) opened.set(Optional.empty());
    else if (!next.current().map(FindingRow::id).equals(before) || opened.get().isEmpty()) open(next.current().get());
    else opened.get().filter(o -> !o.row().equals(next.current().get())).ifPresent(o -> opened.set(Optional.of(new OpenedFinding(next.current().get(), o.series(), o.stack(), o.index()))));
  }

  public void select(long id) {
    to(queue.get().to(id));
  }

  public void step(int by) {
    to(queue.get().step(by));
  }

  public void nextOpen() {
    to(queue.get().nextOpen());
  }

  private void open(FindingRow row) {
    find(row, found -> {
      if (queue.get().current().filter(c -> c.id() == row.id()).isEmpty()) return;
      opened.set(Optional.of(found));
      var next = queue.get().nextOpen().current().filter(n -> n.id() != row.id());
      if (next.isEmpty()) upcoming.set(Optional.empty());
      else find(next.get(), soon -> upcoming.set(Optional.of(soon)));
    });
  }

  private void find(FindingRow row, java.util.function.Consumer<OpenedFinding> then) {
    var there = known.get(row.seriesInstanceUid() + row.studyInstanceUid());
    if (there != null && there.stack().instances().stream().anyMatch(i -> i.id() == row.instance())) {
      then.accept(opened(row, there));
      return;
    }
    runner.<Optional<OpenedSeries>>start("Opening a finding", _ -> catalog.collection().findInstance(row.instance()).flatMap(i -> catalog.collection().findSeries(i.seriesId()))
        .map(s -> new OpenedSeries(s, Stack.of(s.description().isBlank() ? s.modality() : s.description(), catalog.collection().instances(s.id())))), state -> {
      if (!(state instanceof JobState.Succeeded<Optional<OpenedSeries>>(var series)) || series.isEmpty()) return;
      known.put(row.seriesInstanceUid() + row.studyInstanceUid(), series.get());
      then.accept(opened(row, series.get()));
    });
  }

  private static OpenedFinding opened(FindingRow row, OpenedSeries series) {
    int at = 0;
    for (var instance : series.stack().instances()) {
      if (instance.id() == row.instance()) return new OpenedFinding(row, series.row(), series.stack(), at + Math.clamp(row.finding().firstFrame(), 0, instance.frames() - 1));
      at += instance.frames();
    }
    return new OpenedFinding(row, series.row(), Stack.EMPTY, 0);
  }

  /// Decides the finding in front, or all with its text, and goes to the next open one.
  public void judge(FindingState state, Spread spread) {
    var current = queue.get().current();
    if (current.isEmpty()) return;
    var row = current.get();
    if (state == FindingState.REDACT && row.finding().width() == 0 && row.finding().tagPath().isEmpty()) {
      said.set("There is no place to blacken: draw a box, or call it harmless once you have looked");
      return;
    }
    if (spread == Spread.EVERYWHERE) everywhere(row, state);
    else {
      var rows = spread == Spread.ONE ? List.of(row) : queue.get().equalTexts(true);
      var states = new HashMap<Long, FindingState>();
      rows.forEach(r -> states.put(r.id(), state));
      keep(all.stream().map(r -> states.containsKey(r.id()) ? FindingQueue.with(r, state) : r).toList());
      to(queue.get().decided(states).nextOpen());
      wanted++; // what is being read now is older than this
      boxes.edit(() -> review.decide(rows, state, ""), edit -> {
        said.set(edit.isPresent() ? word(state) + (rows.size() == 1 ? "" : ": " + Counts.of(rows.size(), "equal text") + " of the series")
            : state == FindingState.OPEN ? "It lies in a box, or its text is decided everywhere: take that back instead" : "Decided so before");
        if (edit.isEmpty()) reload();
      });
    }
  }

  private void everywhere(FindingRow row, FindingState state) {
    if (row.finding().text().isBlank()) {
      said.set("A text that could not be read has no equals: decide it by itself");
      return;
    }
    if (state == FindingState.HARMLESS && FindingClass.of(row.finding()) == FindingClass.SUBJECT) {
      said.set("What resembles its own subject is never harmless by a rule: decide it by itself");
      return;
    }
    nextOpen();
    boxes.edit(() -> review.decideText(row.finding().text(), state, ""), edit -> said.set(edit.isEmpty() ? "Decided so before" : word(state) + " everywhere, in later scans too"));
  }

  private static String word(FindingState state) {
    return switch (state) {
      case OPEN -> "Open again";
      case REDACT -> "To be redacted";
      case HARMLESS -> "Harmless";
      case UNSURE -> "Unsure";
    };
  }

  /// Makes a box of the finding in front, which can be moved and resized, and decides it so.
  public void box() {
    opened.get().filter(OpenedFinding::isOnImage).ifPresent(o -> {
      var f = o.row().finding();
      int frames = o.stack().instance(o.index()).frames();
      boolean all = f.firstFrame() <= 0 && f.lastFrame() >= frames - 1;
      var box = new RegionRow(0, o.series().id(), o.row().instance(), all ? 0 : f.firstFrame() + 1, all ? 0 : f.lastFrame() + 1, f.x(), f.y(), f.width(), f.height(), "", "");
      boxes.edit(() -> review.box(o.row(), box), stored -> {
        boxes.select(Optional.of(stored));
        said.set("A box now: arrows move it, Alt and arrows resize it");
      });
    });
  }

  /// What a finding is, for people: class, reason, frames and how sure.
  public static String words(FindingRow row) {
    var f = row.finding();
    var frames = f.firstFrame() == f.lastFrame() ? "frame " + (f.firstFrame() + 1) : "frames " + (f.firstFrame() + 1) + "–" + (f.lastFrame() + 1);
    return FindingClass.of(f).title() + (f.why().isEmpty() ? "" : ": " + f.why()) + " · " + frames + " · " + String.format(Locale.ROOT, "%.0f %% sure", 100 * f.confidence())
        + (f.tagPath().isEmpty() ? "" : " · " + f.tagPath()) + (row.isBoxed() ? " · hidden by a box" : "");
  }
}

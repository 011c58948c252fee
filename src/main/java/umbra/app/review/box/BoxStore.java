package umbra.app.review.box;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import umbra.catalog.InstanceRow;
import umbra.catalog.finding.RegionRow;
import umbra.job.JobRunner;
import umbra.job.JobState;
import umbra.pixel.redact.RedactionPlan;
import umbra.workspace.curate.Review;
import umbra.workspace.review.ScopedBoxes;
import umbra.workspace.review.TrueArea;

/// The boxes and true areas of what is looked at, read in the background when they are first asked for. What is not read yet is empty.
public final class BoxStore {
  private record Area(List<RegionRow> boxes, RedactionPlan plan) {}

  private final Review review;
  private final TrueArea areas;
  private final JobRunner runner;
  private final Map<Long, List<RegionRow>> bySeries = new HashMap<>();
  private final Map<Long, List<RegionRow>> redacted = new HashMap<>();
  private final Map<Long, Area> byInstance = new HashMap<>();
  private final Set<Long> reading = new HashSet<>();
  private final ReadOnlyLongWrapper changes = new ReadOnlyLongWrapper();
  private long age;
  private boolean planning;

  /// @param runner whose listeners arrive on the thread that uses this
  public BoxStore(Review review, TrueArea areas, JobRunner runner) {
    this.review = review;
    this.areas = areas;
    this.runner = runner;
  }

  /// Grows when something else is to be drawn.
  public ReadOnlyLongProperty changes() {
    return changes.getReadOnlyProperty();
  }

  void changed() {
    changes.set(changes.get() + 1);
  }

  /// Decisions changed: all is read anew. What was there is shown until then.
  public void refresh() {
    age++;
    reading.clear();
    for (long series : Set.copyOf(bySeries.keySet())) readSeries(series);
    for (long instance : Set.copyOf(redacted.keySet())) redacted.remove(instance);
    changed();
  }

  /// Boxes drawn on a series, in the order of their making.
  public List<RegionRow> ofSeries(long series) {
    if (!bySeries.containsKey(series)) readSeries(series);
    return bySeries.getOrDefault(series, List.of());
  }

  /// Boxes drawn on a frame.
  ///
  /// @param frame index from 0 within the instance
  public List<RegionRow> on(InstanceRow instance, int frame) {
    return ofSeries(instance.seriesId()).stream().filter(r -> r.isOn(instance.id()) && ScopedBoxes.isOnFrame(r, frame)).toList();
  }

  private void readSeries(long series) {
    if (!reading.add(series)) return;
    long asked = age;
    runner.<List<RegionRow>>start("Reading boxes", _ -> review.regions().ofSeries(series), state -> {
      if (!(state instanceof JobState.Succeeded<List<RegionRow>>(var rows)) || asked != age) return;
      reading.remove(series);
      if (rows.equals(bySeries.put(series, rows))) return;
      changed();
    });
  }

  /// Boxes of findings decided so, and drawn ones: all that an export blackens in the instance.
  private Optional<List<RegionRow>> all(InstanceRow instance) {
    var known = redacted.get(instance.id());
    if (known != null) return Optional.of(known);
    long key = -instance.id();
    if (!reading.add(key)) return Optional.empty();
    long asked = age;
    runner.<List<RegionRow>>start("Reading boxes", _ -> review.boxes(instance.seriesId(), instance.id()), state -> {
      if (!(state instanceof JobState.Succeeded<List<RegionRow>>(var rows)) || asked != age) return;
      reading.remove(key);
      redacted.put(instance.id(), rows);
      changed();
    });
    return Optional.ofNullable(redacted.get(instance.id()));
  }

  /// What will be blackened in the instance, the rectangle in hand included; as of a moment ago while it is being worked out.
  public Optional<RedactionPlan> plan(InstanceRow instance, Optional<Held> held) {
    var stored = all(instance);
    var known = byInstance.get(instance.id());
    if (stored.isPresent()) {
      var wanted = with(stored.get(), held.filter(h -> h.instance().id() == instance.id()));
      if (wanted.isEmpty()) {
        byInstance.remove(instance.id());
        return Optional.empty();
      }
      if ((known == null || !known.boxes().equals(wanted)) && !planning) work(instance, wanted);
    }
    return Optional.ofNullable(byInstance.get(instance.id())).map(Area::plan);
  }

  private static List<RegionRow> with(List<RegionRow> stored, Optional<Held> held) {
    if (held.isEmpty()) return stored;
    var rows = new ArrayList<RegionRow>();
    long moved = held.get().of().map(RegionRow::id).orElse(0L);
    for (var row : stored) if (moved == 0 || row.id() != moved) rows.add(row);
    rows.add(held.get().row());
    return rows;
  }

  /// One at a time: while a box is dragged, places in between are left out.
  private void work(InstanceRow instance, List<RegionRow> boxes) {
    planning = true;
    runner.<RedactionPlan>start("True area", _ -> areas.of(instance, boxes), state -> {
      if (!state.isFinal()) return;
      planning = false;
      if (state instanceof JobState.Succeeded<RedactionPlan>(var plan)) byInstance.put(instance.id(), new Area(boxes, plan));
      changed();
    });
  }
}

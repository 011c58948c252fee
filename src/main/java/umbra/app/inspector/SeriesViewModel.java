package umbra.app.inspector;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import umbra.catalog.InstanceRow;
import umbra.job.JobHandle;
import umbra.job.JobRunner;
import umbra.job.JobState;
import umbra.words.Counts;
import umbra.workspace.header.Comparison;
import umbra.workspace.header.Header;
import umbra.workspace.header.Variation;
import umbra.workspace.source.SourceFiles;

/// The instance in front beside others: what varies over its series, and how it differs from one instance.
public final class SeriesViewModel {
  /// The two headers compared, held open while their values are looked at.
  private record Pair(Header left, Header right, List<Comparison.Line> lines) {}

  private final SourceFiles files;
  private final JobRunner jobs;
  private final LongFunction<List<InstanceRow>> seriesInstances;
  private final ObservableList<Variation.Row> rows = FXCollections.observableArrayList();
  private final ObservableList<Comparison.Line> lines = FXCollections.observableArrayList();
  private final ReadOnlyStringWrapper variesText = new ReadOnlyStringWrapper("Not looked at yet");
  private final ReadOnlyStringWrapper compareText = new ReadOnlyStringWrapper("Hold an image, then move to another");
  private final ReadOnlyBooleanWrapper counting = new ReadOnlyBooleanWrapper();
  private final BooleanProperty onlyDifferences = new SimpleBooleanProperty(true);
  private final ObjectProperty<Optional<InstanceRow>> held = new SimpleObjectProperty<>(Optional.empty());
  private Optional<InstanceRow> current = Optional.empty();
  private Optional<Variation> variation = Optional.empty();
  private Optional<JobHandle> counter = Optional.empty();
  private Optional<JobHandle> comparing = Optional.empty();
  private Optional<Pair> pair = Optional.empty();
  private boolean shown;
  private long generation;

  /// @param jobs whose listeners arrive where the properties may be changed
  /// @param seriesInstances the instances of a series, by the id of its row, in viewing order
  public SeriesViewModel(SourceFiles files, JobRunner jobs, LongFunction<List<InstanceRow>> seriesInstances) {
    this.files = files;
    this.jobs = jobs;
    this.seriesInstances = seriesInstances;
    onlyDifferences.addListener(_ -> list());
    held.addListener(_ -> compare());
  }

  /// Follows the instance in front; what was counted stays while its series does.
  public void show(Optional<InstanceRow> instance) {
    boolean sameSeries = instance.map(InstanceRow::seriesId).equals(current.map(InstanceRow::seriesId));
    current = instance;
    if (!sameSeries) {
      cancel();
      variation = Optional.empty();
      rows.clear();
      variesText.set("Not looked at yet");
    }
    compare();
  }

  /// Whether the comparison is in sight: only then files are opened for it.
  public void comparisonShown(boolean inSight) {
    shown = inSight;
    compare();
  }

  /// Reads the headers of all instances of the series in front.
  public void count() {
    if (current.isEmpty() || counting.get()) return;
    var count = new Variation(files, seriesInstances.apply(current.get().seriesId()));
    variation = Optional.of(count);
    counting.set(true);
    counter = Optional.of(jobs.start("What varies in the series", count, state -> {
      if (variation.isEmpty() || variation.get() != count) return;
      switch (state) {
        case JobState.Waiting<Integer> _ -> {}
        case JobState.Running<Integer>(long done, long total) -> {
          rows.setAll(count.rows());
          variesText.set(String.format("%,d of %,d read · %,d vary so far", done, total, rows.size()));
        }
        case JobState.Succeeded<Integer>(var read) -> end(count, String.format("%,d of %s over %s", count.rows().size(), Counts.of(count.attributes(), "attribute varies", "attributes vary"), Counts.of(read, "instance"))
            + (count.unreadable().isEmpty() ? "" : String.format(" · %,d could not be read", count.unreadable().size())));
        case JobState.Failed<Integer> _ -> end(count, "Stopped by an error; what was counted stays");
        case JobState.Cancelled<Integer> _ -> end(count, "Stopped; what was counted stays");
      }
    }));
  }

  private void end(Variation count, String text) {
    rows.setAll(count.rows());
    variesText.set(text);
    counting.set(false);
  }

  /// Stops the counting.
  public void cancel() {
    counter.ifPresent(JobHandle::cancel);
    counting.set(false);
  }

  /// The instances that were counted, in the order their indices mean.
  public List<InstanceRow> counted() {
    return variation.map(Variation::instances).orElse(List.of());
  }

  /// Holds the instance in front as the left side.
  public void hold() {
    held.set(current);
  }

  private void compare() {
    comparing.ifPresent(JobHandle::cancel);
    if (!shown || held.get().isEmpty() || current.isEmpty() || held.get().equals(current)) {
      drop();
      compareText.set(held.get().isEmpty() ? "Hold an image, then move to another" : "Move to another image to compare it with the one held");
      return;
    }
    long mine = ++generation;
    var left = held.get().get();
    var right = current.get();
    comparing = Optional.of(jobs.<Pair>start("Compare headers", context -> {
      var first = new Header(files.open(OpenedHeader.place(left)));
      Optional<Header> second = Optional.empty();
      try {
        second = Optional.of(new Header(files.open(OpenedHeader.place(right))));
        return new Pair(first, second.get(), Comparison.of(first, second.get(), context));
      } catch (IOException | RuntimeException e) {
        first.close();
        if (second.isPresent()) second.get().close();
        throw e;
      }
    }, state -> {
      if (state instanceof JobState.Succeeded<Pair>(var made)) {
        if (mine == generation) put(made);
        else close(made);
      } else if (state instanceof JobState.Failed<Pair> && mine == generation) {
        drop();
        compareText.set("One of the two files cannot be read now");
      }
    }));
  }

  private void put(Pair made) {
    var before = pair;
    pair = Optional.of(made);
    list();
    before.ifPresent(SeriesViewModel::close);
    compareText.set(Counts.of(Comparison.differing(made.lines).size(), "line differs", "lines differ"));
  }

  private void drop() {
    generation++;
    lines.clear();
    pair.ifPresent(SeriesViewModel::close);
    pair = Optional.empty();
  }

  private static void close(Pair pair) {
    new OpenedHeader.Readable(pair.left).close();
    new OpenedHeader.Readable(pair.right).close();
  }

  private void list() {
    lines.setAll(pair.map(p -> onlyDifferences.get() ? Comparison.differing(p.lines) : p.lines).orElse(List.of()));
  }

  public ObservableList<Variation.Row> rows() {
    return rows;
  }

  public ObservableList<Comparison.Line> lines() {
    return lines;
  }

  public ReadOnlyStringProperty variesText() {
    return variesText.getReadOnlyProperty();
  }

  public ReadOnlyStringProperty compareText() {
    return compareText.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty counting() {
    return counting.getReadOnlyProperty();
  }

  public BooleanProperty onlyDifferences() {
    return onlyDifferences;
  }

  /// The instance on the left side.
  public ObjectProperty<Optional<InstanceRow>> held() {
    return held;
  }
}

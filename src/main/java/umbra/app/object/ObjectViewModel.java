package umbra.app.object;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import umbra.catalog.InstanceRow;
import umbra.job.JobHandle;
import umbra.job.JobRunner;
import umbra.job.JobState;
import umbra.workspace.source.SourceFiles;
import umbra.workspace.source.SourcePlace;

/// Steps through the objects of a series and reads the one in front.
public final class ObjectViewModel<T> {
  private final SourceFiles files;
  private final JobRunner jobs;
  private final Reading<T> reading;
  private final ReadOnlyObjectWrapper<Shown<T>> shown = new ReadOnlyObjectWrapper<>(new Shown.Nothing<>());
  private final ReadOnlyObjectWrapper<Optional<InstanceRow>> current = new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyStringWrapper position = new ReadOnlyStringWrapper("");
  private List<InstanceRow> instances = List.of();
  private int at;
  private long generation;
  private Optional<JobHandle> opening = Optional.empty();

  /// @param jobs whose listeners arrive where the properties may be changed
  public ObjectViewModel(SourceFiles files, JobRunner jobs, Reading<T> reading) {
    this.files = files;
    this.jobs = jobs;
    this.reading = reading;
  }

  public ReadOnlyObjectProperty<Shown<T>> shown() {
    return shown.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Optional<InstanceRow>> current() {
    return current.getReadOnlyProperty();
  }

  /// Such as `2 of 5`; empty if there is but one object.
  public ReadOnlyStringProperty position() {
    return position.getReadOnlyProperty();
  }

  /// @param rows never empty
  public void show(List<InstanceRow> rows) {
    instances = List.copyOf(rows);
    at = 0;
    open();
  }

  /// Goes on, or back, by some objects; stops at the ends.
  public void step(int by) {
    if (instances.isEmpty()) return;
    int to = Math.clamp((long) at + by, 0, instances.size() - 1);
    if (to == at) return;
    at = to;
    open();
  }

  public void clear() {
    generation++;
    opening.ifPresent(JobHandle::cancel);
    instances = List.of();
    current.set(Optional.empty());
    position.set("");
    shown.set(new Shown.Nothing<>());
  }

  private void open() {
    opening.ifPresent(JobHandle::cancel);
    long mine = ++generation;
    var row = instances.get(at);
    position.set(instances.size() == 1 ? "" : (at + 1) + " of " + instances.size());
    current.set(Optional.of(row));
    shown.set(new Shown.Waiting<>());
    opening = Optional.of(jobs.<T>start("Read object", _ -> read(row), state -> {
      if (mine != generation) return;
      switch (state) {
        case JobState.Succeeded<T>(var content) -> shown.set(new Shown.Ready<>(content));
        case JobState.Failed<T>(var cause) -> shown.set(new Shown.Failed<>(row.path() + "\n" + reason(cause)));
        case JobState.Waiting<T> _, JobState.Running<T> _, JobState.Cancelled<T> _ -> {}
      }
    }));
  }

  private T read(InstanceRow row) throws IOException {
    try (var file = files.open(new SourcePlace(Path.of(row.path()), row.member()))) {
      return reading.of(file, row);
    }
  }

  private static String reason(Throwable cause) {
    return cause instanceof IOException && cause.getMessage() != null ? cause.getMessage() : "It cannot be read (" + cause.getClass().getSimpleName() + ").";
  }
}

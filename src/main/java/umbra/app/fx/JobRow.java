package umbra.app.fx;

import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import umbra.job.JobHandle;
import umbra.job.JobState;

/// One job in the list.
public final class JobRow {
  private final String name;
  private final long began = System.nanoTime();
  private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(-1);
  private final ReadOnlyStringWrapper detail = new ReadOnlyStringWrapper("waiting");
  private JobHandle handle;
  private boolean cancelled;

  JobRow(String name) {
    this.name = name;
  }

  void tie(JobHandle started) {
    handle = started;
  }

  void update(JobState<?> state) {
    if (!(state instanceof JobState.Running<?>(long done, long total)) || cancelled) return;
    progress.set(total > 0 ? (double) done / total : -1);
    if (total > 0) {
      double seconds = (System.nanoTime() - began) / 1e9;
      detail.set(String.format("%,d of %,d · %,.0f/s", done, total, done / Math.max(seconds, 0.001)));
    } else detail.set(done > 0 ? String.format("%,d found", done) : "starting");
  }

  public String name() {
    return name;
  }

  /// From 0 to 1; -1 while the total is not known.
  public ReadOnlyDoubleProperty progress() {
    return progress.getReadOnlyProperty();
  }

  /// Counts and rate in words.
  public ReadOnlyStringProperty detail() {
    return detail.getReadOnlyProperty();
  }

  public void cancel() {
    cancelled = true;
    detail.set("stopping…");
    if (handle != null) handle.cancel();
  }
}

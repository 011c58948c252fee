package umbra.app.deidentify.work;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import umbra.job.Job;
import umbra.job.JobHandle;
import umbra.job.JobRunner;
import umbra.job.JobState;

/// One long piece of work of a step: at most one runs at a time, and it can be cancelled.
public final class Progress {
  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
  private final ReadOnlyDoubleWrapper share = new ReadOnlyDoubleWrapper(-1);
  private final ReadOnlyStringWrapper detail = new ReadOnlyStringWrapper("");
  private Optional<JobHandle> handle = Optional.empty();
  private long began;

  public ReadOnlyBooleanProperty running() {
    return running.getReadOnlyProperty();
  }

  /// From 0 to 1; -1 while the total is not known.
  public ReadOnlyDoubleProperty share() {
    return share.getReadOnlyProperty();
  }

  /// Counts and rate in words.
  public ReadOnlyStringProperty detail() {
    return detail.getReadOnlyProperty();
  }

  public void cancel() {
    if (!running.get()) return;
    detail.set("stopping…");
    handle.ifPresent(JobHandle::cancel);
  }

  /// @param ended gets the final state, after `running` has become false
  public <T> void run(JobRunner jobs, String name, Job<T> job, Consumer<JobState<T>> ended) {
    if (running.get()) return;
    running.set(true);
    share.set(-1);
    detail.set("starting");
    began = System.nanoTime();
    var started = jobs.<T>start(name, job, state -> {
      if (state instanceof JobState.Running<T>(long done, long total)) tell(done, total);
      if (!state.isFinal()) return;
      running.set(false);
      handle = Optional.empty();
      ended.accept(state);
    });
    if (running.get()) handle = Optional.of(started);
  }

  private void tell(long done, long total) {
    if (detail.get().equals("stopping…")) return;
    share.set(total > 0 ? (double) done / total : -1);
    double seconds = (System.nanoTime() - began) / 1e9;
    detail.set(total > 0 ? String.format("%,d of %,d · %,.0f a second", done, total, done / Math.max(seconds, 0.001)) : String.format("%,d", done));
  }
}

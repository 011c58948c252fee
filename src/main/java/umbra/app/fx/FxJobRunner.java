package umbra.app.fx;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.application.Platform;
import umbra.job.Job;
import umbra.job.JobHandle;
import umbra.job.JobRunner;
import umbra.job.JobState;

/// Runs jobs elsewhere and tells their listeners on the JavaFX thread: the only hop between the two.
///
/// Of states that follow each other within 50 ms only the newest arrives; the final one always does.
public final class FxJobRunner implements JobRunner {
  private static final long SHORTEST_NANOS = 50_000_000;

  private final JobRunner runner;

  public FxJobRunner(JobRunner runner) {
    this.runner = runner;
  }

  @Override
  public <T> JobHandle start(String name, Job<T> job, Consumer<JobState<T>> listener) {
    return runner.start(name, job, new Hop<>(listener));
  }

  private static final class Hop<T> implements Consumer<JobState<T>> {
    private final Consumer<JobState<T>> listener;
    private final AtomicReference<JobState<T>> newest = new AtomicReference<>();
    private final AtomicBoolean underWay = new AtomicBoolean();
    private volatile long last = System.nanoTime() - SHORTEST_NANOS;

    Hop(Consumer<JobState<T>> listener) {
      this.listener = listener;
    }

    @Override
    public void accept(JobState<T> state) {
      if (!state.isFinal() && System.nanoTime() - last < SHORTEST_NANOS) return;
      last = System.nanoTime();
      newest.set(state);
      if (underWay.compareAndSet(false, true)) Platform.runLater(this::deliver);
    }

    private void deliver() {
      underWay.set(false);
      var state = newest.getAndSet(null);
      if (state != null) listener.accept(state);
    }
  }
}

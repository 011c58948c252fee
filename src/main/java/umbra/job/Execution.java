package umbra.job;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/// One run of one job: the edge at which whatever is thrown becomes a state.
final class Execution<T> implements JobContext, JobHandle {
  private final String name;
  private final Job<T> job;
  private final Consumer<JobState<T>> listener;
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile boolean cancelled;

  Execution(String name, Job<T> job, Consumer<JobState<T>> listener) {
    this.name = name;
    this.job = job;
    this.listener = listener;
    listener.accept(new JobState.Waiting<>());
  }

  /// Does the work in the calling thread.
  @SuppressWarnings("CatchingUnchecked") // the one place where everything is caught
  void run() {
    try {
      checkCancelled();
      listener.accept(new JobState.Running<>(0, 0));
      listener.accept(new JobState.Succeeded<>(job.run(this)));
    } catch (CancellationException _) {
      listener.accept(new JobState.Cancelled<>());
    } catch (Throwable cause) {
      listener.accept(new JobState.Failed<>(cause));
    } finally {
      ended.countDown();
    }
  }

  @Override
  public void progress(long done, long total) {
    listener.accept(new JobState.Running<>(done, total));
  }

  @Override
  public void checkCancelled() {
    if (cancelled) throw new CancellationException();
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void cancel() {
    cancelled = true;
  }

  @Override
  public void await() throws InterruptedException {
    ended.await();
  }
}

package umbra.job;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/// Runs jobs one after the other in the order they were started, so that what was decided first is written first. Used from the one thread that the
/// listeners of the runner below are called in.
public final class OrderedJobRunner implements JobRunner {
  private final JobRunner runner;
  private final Deque<Entry<?>> waiting = new ArrayDeque<>();
  private boolean working;

  public OrderedJobRunner(JobRunner runner) {
    this.runner = runner;
  }

  @Override
  public <T> JobHandle start(String name, Job<T> job, Consumer<JobState<T>> listener) {
    var entry = new Entry<>(name, job, listener);
    waiting.add(entry);
    next();
    return entry;
  }

  private void next() {
    while (!working && !waiting.isEmpty()) {
      working = true;
      waiting.poll().begin();
    }
  }

  private final class Entry<T> implements JobHandle {
    private final String name;
    private final Job<T> job;
    private final Consumer<JobState<T>> listener;
    private final CountDownLatch ended = new CountDownLatch(1);
    private Optional<JobHandle> started = Optional.empty();
    private boolean cancelled;

    Entry(String name, Job<T> job, Consumer<JobState<T>> listener) {
      this.name = name;
      this.job = job;
      this.listener = listener;
    }

    void begin() {
      if (cancelled) {
        end(new JobState.Cancelled<>());
        return;
      }
      started = Optional.of(runner.<T>start(name, job, state -> {
        if (state.isFinal()) end(state);
        else listener.accept(state);
      }));
    }

    private void end(JobState<T> state) {
      working = false;
      ended.countDown();
      listener.accept(state);
      next();
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public void cancel() {
      cancelled = true;
      started.ifPresent(JobHandle::cancel);
    }

    @Override
    public void await() throws InterruptedException {
      ended.await();
    }
  }
}

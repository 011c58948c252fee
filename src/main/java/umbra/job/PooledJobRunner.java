package umbra.job;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/// Runs each job in a virtual thread of its own. Closing cancels what still runs and waits for it.
public final class PooledJobRunner implements JobRunner, AutoCloseable {
  private final Set<Execution<?>> running = ConcurrentHashMap.newKeySet();

  @Override
  public <T> JobHandle start(String name, Job<T> job, Consumer<JobState<T>> listener) {
    var execution = new Execution<>(name, job, listener);
    running.add(execution);
    Thread.ofVirtual().name(name).start(() -> {
      try {
        execution.run();
      } finally {
        running.remove(execution);
      }
    });
    return execution;
  }

  @Override
  public void close() throws InterruptedException {
    for (var execution : running) execution.cancel();
    for (var execution : running) execution.await();
  }
}

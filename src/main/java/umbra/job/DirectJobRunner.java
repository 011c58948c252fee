package umbra.job;

import java.util.function.Consumer;

/// Runs each job in the thread that starts it: for tests and the command line.
public final class DirectJobRunner implements JobRunner {
  @Override
  public <T> JobHandle start(String name, Job<T> job, Consumer<JobState<T>> listener) {
    var execution = new Execution<>(name, job, listener);
    execution.run();
    return execution;
  }
}

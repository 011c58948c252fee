package umbra.job;

import java.util.function.Consumer;

/// Starts jobs. Listeners hear every state in order, from the thread that does the work.
public interface JobRunner {
  <T> JobHandle start(String name, Job<T> job, Consumer<JobState<T>> listener);
}

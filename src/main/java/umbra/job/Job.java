package umbra.job;

/// Work that takes its time.
@FunctionalInterface
public interface Job<T> {
  /// @throws java.util.concurrent.CancellationException when the context says that the work is no longer wanted; what was
  ///     finished until then stays, nothing half-done remains
  T run(JobContext context) throws Exception;
}

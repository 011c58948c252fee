package umbra.job;

/// Where a job is.
public sealed interface JobState<T> {
  record Waiting<T>() implements JobState<T> {}

  /// @param total 0 if not known yet
  record Running<T>(long done, long total) implements JobState<T> {}

  record Succeeded<T>(T result) implements JobState<T> {}

  record Failed<T>(Throwable cause) implements JobState<T> {}

  record Cancelled<T>() implements JobState<T> {}

  /// No other state will follow.
  default boolean isFinal() {
    return switch (this) {
      case Waiting<T> _, Running<T> _ -> false;
      case Succeeded<T> _, Failed<T> _, Cancelled<T> _ -> true;
    };
  }
}

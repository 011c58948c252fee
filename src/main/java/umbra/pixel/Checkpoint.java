package umbra.pixel;

/// Asked by long work whether to go on.
@FunctionalInterface
public interface Checkpoint {
  /// Never stops.
  Checkpoint NONE = () -> {};

  /// @throws java.util.concurrent.CancellationException if the work is no longer wanted
  void check();
}

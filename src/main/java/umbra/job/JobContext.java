package umbra.job;

/// All that work sees of its surroundings.
public interface JobContext {
  /// Tells how far the work is; cheap enough for every file and frame.
  ///
  /// @param total 0 if not known yet
  void progress(long done, long total);

  /// Called between files and between frames.
  ///
  /// @throws java.util.concurrent.CancellationException if the work is no longer wanted
  void checkCancelled();
}

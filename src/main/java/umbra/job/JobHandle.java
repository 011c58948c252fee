package umbra.job;

/// A job that was started.
public interface JobHandle {
  String name();

  /// Asks the job to end at its next checkpoint. Never interrupts a thread: an interrupt would close files.
  void cancel();

  /// Waits for the end, whatever it is.
  void await() throws InterruptedException;
}

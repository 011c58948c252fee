package umbra.mutation;

import static org.junit.jupiter.api.Assertions.fail;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import umbra.dicom.DicomException;

/// Runs one damaged input and holds it to the promise: a result or one of the three errors, in bounded time and memory.
final class Bounds {
  private static final long LONGEST_NANOS = 20_000_000_000L;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /// What is done with an input.
  @FunctionalInterface
  interface Work {
    void run() throws Exception;
  }

  private long inputs;
  private long refused;

  /// @param mostBytes that may be allocated on the way
  void hold(String what, long mostBytes, Work work) {
    inputs++;
    long allocated = THREADS.getCurrentThreadAllocatedBytes();
    long from = System.nanoTime();
    try {
      work.run();
    } catch (DicomException _) {
      refused++;
    } catch (Exception | StackOverflowError | OutOfMemoryError e) {
      throw new AssertionError(what + " ended with " + e, e);
    }
    long nanos = System.nanoTime() - from;
    long bytes = THREADS.getCurrentThreadAllocatedBytes() - allocated;
    if (nanos > LONGEST_NANOS) fail(what + " took " + nanos / 1_000_000 + " ms");
    if (bytes > mostBytes) fail(what + " allocated " + bytes + " bytes, more than " + mostBytes);
  }

  long inputs() {
    return inputs;
  }

  long refused() {
    return refused;
  }
}

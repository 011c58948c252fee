package umbra.bench;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Seconds that work takes: the median of several runs, so that a noisy machine does less harm.
final class Stopwatch {
  private Stopwatch() {}

  /// What is timed.
  @FunctionalInterface
  interface Work {
    void run() throws Exception;
  }

  /// Median seconds of `runs` after one run that does not count.
  static double median(int runs, Work work) throws Exception {
    work.run();
    var seconds = new double[runs];
    for (int i = 0; i < runs; i++) {
      long from = System.nanoTime();
      work.run();
      seconds[i] = (System.nanoTime() - from) / 1e9;
    }
    Arrays.sort(seconds);
    return seconds[runs / 2];
  }

  /// Runs a program, its output thrown away.
  ///
  /// @throws IOException if it is not installed, fails, or takes longer than ten minutes
  static void program(List<String> command) throws Exception {
    int code = programWhateverItsCode(command);
    if (code != 0) throw new IOException(command.getFirst() + " failed with " + code);
  }

  /// As [#program], for programs that tell by their code that some of many files were bad.
  static int programWhateverItsCode(List<String> command) throws Exception {
    var process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    if (!process.waitFor(10, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new IOException(command.getFirst() + " did not end");
    }
    return process.exitValue();
  }

  static boolean isInstalled(String program) {
    return Arrays.stream(System.getenv("PATH").split(java.io.File.pathSeparator)).anyMatch(d -> java.nio.file.Files.isExecutable(java.nio.file.Path.of(d, program)));
  }
}

package umbra.referee;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/// Programs that we did not write and that ours is held against, and the real files they are run on. A test that uses
/// them is tagged `referee` and skips, saying why, where they are missing.
public final class Referee {
  private static final Path CORPUS = Path.of("../shared/corpus");

  private Referee() {}

  /// Skips the test if a program is not installed.
  public static void require(String program) {
    Assumptions.assumeTrue(isInstalled(program), program + " is not installed");
  }

  public static boolean isInstalled(String program) {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator)).anyMatch(d -> Files.isExecutable(Path.of(d, program)));
  }

  /// The corpus beside the checkout; skips the test if there is none.
  public static Path corpus() {
    Assumptions.assumeTrue(Files.isDirectory(CORPUS), "no ../shared/corpus beside the checkout");
    return CORPUS;
  }

  /// All files of the corpus but its own lists, in order.
  public static List<Path> corpusFiles() throws IOException {
    try (var all = Files.walk(corpus())) {
      return all.filter(Files::isRegularFile).filter(p -> !p.toString().endsWith(".csv") && !p.toString().endsWith(".md")).sorted().toList();
    }
  }

  /// What a program prints on standard output, whatever its exit code.
  ///
  /// @throws IOException if it runs for more than two minutes
  public static byte[] run(Object... command) throws IOException, InterruptedException {
    return end(false, command).output;
  }

  /// All that a program prints, errors too.
  public static String words(Object... command) throws IOException, InterruptedException {
    return new String(end(true, command).output, StandardCharsets.ISO_8859_1);
  }

  /// The program ends with exit code 0.
  public static boolean accepts(Object... command) throws IOException, InterruptedException {
    return end(false, command).code == 0;
  }

  private record End(int code, byte[] output) {}

  private static End end(boolean withErrors, Object... command) throws IOException, InterruptedException {
    var words = Arrays.stream(command).map(Object::toString).toList();
    var output = Files.createTempFile("umbra-referee", ".out");
    try {
      var builder = new ProcessBuilder(words).redirectOutput(output.toFile());
      var process = (withErrors ? builder.redirectErrorStream(true) : builder.redirectError(ProcessBuilder.Redirect.DISCARD)).start();
      process.getOutputStream().close();
      if (!process.waitFor(2, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new IOException(words.getFirst() + " did not end");
      }
      return new End(process.exitValue(), Files.readAllBytes(output));
    } finally {
      Files.deleteIfExists(output);
    }
  }
}

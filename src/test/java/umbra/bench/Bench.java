package umbra.bench;

import java.nio.file.Files;
import java.nio.file.Path;

/// The benches that print what Umbra does beside its peers; see docs/benchmarks.md.
public final class Bench {
  private Bench() {}

  public static void main(String[] arguments) throws Exception {
    var corpus = Path.of("../shared/corpus");
    for (var argument : arguments) HeaderBench.run(Path.of(argument));
    if (Files.isDirectory(corpus)) HeaderBench.run(corpus);
  }
}

package umbra.bench;

import java.nio.file.Files;
import java.nio.file.Path;

/// The benches that print what Umbra does beside its peers; see docs/benchmarks.md.
public final class Bench {
  private static final int FILES = 5000;

  private static final int SLICES = 2000;

  private Bench() {}

  /// Without arguments those that need no window; else those named: `headers`, `import`, `deidentify`, `catalogue`, `decoding`, `slide`, `viewer`, `start`, `redact`, `ocr`, `texts` and `scan` (parts of `ocr`).
  public static void main(String[] arguments) throws Exception {
    var wanted = java.util.List.of(arguments.length == 0 ? new String[] {"headers", "import", "catalogue", "decoding", "deidentify"} : arguments);
    var corpus = Path.of("../shared/corpus");
    if (wanted.contains("headers")) {
      HeaderBench.run(CtLike.folder(Path.of("target/bench/ct"), FILES));
      if (Files.isDirectory(corpus)) HeaderBench.run(corpus);
    }
    if (wanted.contains("import")) ImportBench.run(Path.of(System.getProperty("umbra.bench.folder", "target/bench/import")));
    if (wanted.contains("deidentify")) {
      int files = Integer.getInteger("umbra.bench.deidentify", FILES);
      DeidentifyBench.run(CtLike.folder(Path.of("target/bench/ct" + (files == FILES ? "" : files)), files), files, Path.of("target/bench/deidentify"));
    }
    if (wanted.contains("catalogue")) CatalogBench.run(100_000);
    if (wanted.contains("decoding")) {
      if (Files.isDirectory(corpus)) DecodeBench.run(corpus);
      else System.out.println("decoding: no ../shared/corpus beside the checkout");
    }
    if (wanted.contains("slide")) SlideBench.run();
    if (wanted.contains("start")) StartBench.run();
    if (wanted.contains("redact")) RedactBench.run(corpus);
    if (wanted.contains("ocr")) {
      OcrBench.main(new String[0]);
      if (Files.isDirectory(corpus)) BurnedInText.run(corpus);
    }
    if (wanted.contains("texts")) BurnedInText.run(corpus);
    if (wanted.contains("scan")) OcrSpeed.print(new umbra.ocr.engine.OcrEngine(Path.of("target/umbra/models"), Path.of("target/ocr-cache")));
    if (wanted.contains("viewer")) ViewerBench.run(Integer.getInteger("umbra.bench.slices", SLICES));
  }
}

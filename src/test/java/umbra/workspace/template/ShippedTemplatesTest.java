package umbra.workspace.template;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import umbra.bench.BurnedInText;
import umbra.catalog.finding.Findings;
import umbra.job.ComputePool;
import umbra.job.DirectJobRunner;
import umbra.ocr.Box;
import umbra.workspace.Workspace;
import umbra.workspace.intake.Intake;
import umbra.workspace.source.SourceFiles;

/// The templates we ship, on the images of `../shared/corpus` that come from such scanners: all lines that identify lie in their boxes.
class ShippedTemplatesTest {
  private static final Path CORPUS = Path.of("../shared/corpus");

  @TempDir
  private Path folder;

  private static List<Box> identifyingLines(String file) throws IOException {
    var lines = new ArrayList<Box>();
    try (var rows = de.siegmar.fastcsv.reader.CsvReader.builder().ofNamedCsvRecord(CORPUS.resolve("burned-in-text.csv"), StandardCharsets.UTF_8)) {
      for (var row : rows) {
        if (row.getField("path").equals(file) && BurnedInText.isIdentifying(row.getField("text"))) {
          lines.add(new Box(Integer.parseInt(row.getField("x")), Integer.parseInt(row.getField("y")), Integer.parseInt(row.getField("w")), Integer.parseInt(row.getField("h"))));
        }
      }
    }
    return lines;
  }

  private List<Box> suggested(String file) throws IOException {
    try (var workspace = Workspace.open(folder.resolve("w"), Optional.empty()); var pool = new ComputePool(2)) {
      var direct = new DirectJobRunner();
      direct.start("import", context -> new Intake(workspace, new SourceFiles(), pool).run(List.of(CORPUS.resolve(file)), context), _ -> {}).await();
      direct.start("templates", context -> new TemplateScan(workspace, new SourceFiles(), Templates.in(List.of(Path.of("profiles/devices")))).run(context), _ -> {}).await();
      var series = workspace.catalog().collection().allSeries(0, 10).getFirst();
      return new Findings(workspace.catalog()).ofInstance(workspace.catalog().collection().instances(series.id()).getFirst().id()).stream().map(r -> r.finding())
          .map(f -> new Box(f.x(), f.y(), f.width(), f.height())).toList();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"us/deid_us_GREYSCALE_IMAGE.dcm", "us/deid_us_RGB_IMAGE.dcm", "us/OBXXXX1A.dcm"})
  void whatIdentifiesOnARealScreenOfTheScannerLiesInTheBoxes(String file) throws Exception {
    assumeTrue(Files.isDirectory(CORPUS), "../shared/corpus is not there");
    var lines = identifyingLines(file);
    var boxes = suggested(file);

    assertFalse(lines.isEmpty() || boxes.isEmpty(), () -> lines + " in " + boxes);
    for (var line : lines) assertTrue(boxes.stream().anyMatch(b -> b.shared(line) == line.area()), () -> line + " in " + boxes);
    assertTrue(boxes.stream().mapToLong(Box::area).sum() < 1024 * 768 / 6, "a template that covers all would prove nothing");
  }
}

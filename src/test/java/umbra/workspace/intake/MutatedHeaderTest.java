package umbra.workspace.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import umbra.catalog.SourceRow.Outcome;
import umbra.job.ComputePool;
import umbra.job.JobContext;
import umbra.workspace.Workspace;
import umbra.workspace.source.SourceFiles;

/// However broken a header is, the import ends, and each file has a row.
class MutatedHeaderTest {
  private static final int FILES = 600;
  @TempDir Path folder;

  @Test
  void brokenHeadersNeitherStopTheImportNorGetLost() throws IOException {
    var random = new SplittableRandom(20_261_124);
    var whole = Sample.of("A", "1.1", "1.1.1", "1.1.1.1").with("ImagePositionPatient", "1\\2\\3").with("ImageOrientationPatient", "1\\0\\0\\0\\1\\0")
        .with("NumberOfFrames", "3").with("InstanceNumber", "7").with("SpecificCharacterSet", "\\ISO 2022 IR 87").withPixels((byte) 1).bytes();
    var in = Files.createDirectories(folder.resolve("in"));
    for (int i = 0; i < FILES; i++) {
      var broken = random.nextInt(4) == 0 ? java.util.Arrays.copyOf(whole, random.nextInt(whole.length)) : whole.clone();
      for (int n = 0; n < 1 + random.nextInt(6) && broken.length > 0; n++) broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
      Files.write(in.resolve("f%03d.dcm".formatted(i)), broken);
    }
    try (var workspace = Workspace.open(folder.resolve("w"), Optional.empty()); var pool = new ComputePool(2)) {
      new Intake(workspace, new SourceFiles(), pool).run(List.of(in), new JobContext() {
        @Override public void progress(long done, long total) {}

        @Override public void checkCancelled() {}
      });
      var sources = workspace.catalog().sources();
      int rows = 0;
      for (var outcome : Outcome.values()) rows += sources.withOutcome(outcome, 0, FILES).size();
      assertEquals(FILES, rows);
      for (var row : sources.withOutcome(Outcome.QUARANTINED, 0, FILES)) {
        assertFalse(row.reason().contains("cannot be understood"), "our reader stumbles: " + row.reason());
      }
    }
  }
}

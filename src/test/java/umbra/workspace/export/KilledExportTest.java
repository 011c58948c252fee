package umbra.workspace.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.InvalidKeyException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import umbra.catalog.finding.ReviewKinds;
import umbra.deid.profile.ProfileStore;
import umbra.deid.value.ProjectKey;
import umbra.dicom.read.DicomReader;
import umbra.dicom.read.ReadOptions;
import umbra.job.ComputePool;
import umbra.job.JobContext;
import umbra.object.ObjectText;
import umbra.ocr.OcrResult;
import umbra.referee.ChildJvm;
import umbra.workspace.Workspace;
import umbra.workspace.curate.Curation;
import umbra.workspace.curate.Review;
import umbra.workspace.intake.Intake;
import umbra.workspace.intake.Sample;
import umbra.workspace.source.SourceFiles;

/// SIGKILL, a full disk and a target that goes away, all in the middle of an export. `-Dumbra.kills=N` kills more often.
class KilledExportTest {
  private static final int KILLS = Integer.getInteger("umbra.kills", 8);
  private static final int INSTANCES = 400;
  private static final JobContext QUIET = new JobContext() {
    @Override public void progress(long done, long total) {}

    @Override public void checkCancelled() {}
  };

  @TempDir Path folder;
  private Path workspace;

  /// Exports once, and says so after each batch.
  static final class Exporter {
    private Exporter() {}

    public static void main(String[] arguments) throws Exception {
      export(Path.of(arguments[0]), Path.of(arguments[1]), "1", new JobContext() {
        @Override public void progress(long done, long total) {
          System.out.println("batch");
        }

        @Override public void checkCancelled() {}
      });
      System.out.println("end");
    }
  }

  private static Export.Report export(Path workspace, Path out, String version, JobContext context) throws IOException, InvalidKeyException {
    try (var open = Workspace.openExisting(workspace, Optional.empty()); var pool = new ComputePool(2)) {
      var curation = new Curation(open, ReviewKinds.ALL);
      var terms = new Terms("c", version, new ProfileStore(List.of(Path.of("profiles"))).profile("ps315-basic"), ProjectKey.of("sixteen bytes or more".getBytes(StandardCharsets.US_ASCII)), false, "S-");
      var prepared = new Preparation(open, new SourceFiles(), pool, new ObjectText(List.of()), curation).run(terms, QUIET);
      var sources = new InstanceExport.Sources(new SourceFiles(), TestRedacting.of(open, new OcrResult.Texts(List.of())), new Review(open, curation), curation.textDecisions());
      return new Export(open, pool, sources).run(terms, prepared, out, context);
    }
  }

  @BeforeEach
  void importSome() throws IOException {
    workspace = folder.resolve("w");
    for (int i = 0; i < INSTANCES; i++) {
      Sample.of("S" + i / 100, "1." + i / 100, "1." + i / 100 + ".1", "1.9." + i).with("InstanceNumber", "" + i).withPixels((byte) i).write(folder.resolve("in/f%04d".formatted(i)));
    }
    try (var open = Workspace.open(workspace, Optional.empty()); var pool = new ComputePool(2)) {
      new Intake(open, new SourceFiles(), pool).run(List.of(folder.resolve("in")), QUIET);
      var curation = new Curation(open, List.of());
      for (var gate : Gate.Kind.values()) curation.pass(gate.word(), "a test");
    }
  }

  private static Map<String, byte[]> data(Path out) throws IOException {
    var all = new TreeMap<String, byte[]>();
    if (!Files.exists(out.resolve("data"))) return all;
    try (var walk = Files.walk(out.resolve("data"))) {
      for (var file : walk.filter(Files::isRegularFile).toList()) all.put(out.relativize(file).toString(), Files.readAllBytes(file));
    }
    return all;
  }

  private static void copy(Path from, Path to) throws IOException {
    try (var walk = Files.walk(from)) {
      for (var path : walk.toList()) Files.copy(path, to.resolve(from.relativize(path).toString()));
    }
  }

  @Test
  void whateverTheMomentNoHalfFileIsThereAndTheRestIsWritten() throws Exception {
    copy(workspace, folder.resolve("w0"));
    assertEquals(Map.of(), export(folder.resolve("w0"), folder.resolve("undisturbed"), "1", QUIET).withheld());
    var whole = data(folder.resolve("undisturbed"));
    assertEquals(INSTANCES, whole.size());
    var random = new SplittableRandom(11);
    int torn = 0;

    for (int kill = 0; kill < KILLS; kill++) {
      var own = folder.resolve("w" + (kill + 1));
      var out = folder.resolve("out" + kill);
      copy(workspace, own);
      kill(own, out, 1 + random.nextInt(5), random.nextInt(25));
      var left = data(out);
      left.keySet().removeIf(name -> name.endsWith(".part")); // a temporary name is no file of the export
      if (left.size() < INSTANCES) torn++;
      left.forEach((path, bytes) -> assertArrayEquals(whole.get(path), bytes, path));
      if (!Files.exists(out.resolve("manifest.csv"))) export(own, out, "1", QUIET);
      var resumed = data(out);
      assertEquals(whole.keySet(), resumed.keySet());
      whole.forEach((path, bytes) -> assertArrayEquals(bytes, resumed.get(path), path));
      assertArrayEquals(Files.readAllBytes(folder.resolve("undisturbed/manifest.csv")), Files.readAllBytes(out.resolve("manifest.csv")));
      try (var open = Workspace.openExisting(own, Optional.empty())) {
        assertTrue(open.audit().check(List.of()).isWhole());
      }
    }
    assertTrue(torn >= KILLS / 4, "too few kills fell into an export: " + torn);
  }

  private static void kill(Path workspace, Path out, int lines, int milliseconds) throws Exception {
    var child = ChildJvm.start(Exporter.class, workspace.toString(), out.toString());
    try (var said = child.inputReader()) {
      for (int i = 0; i < lines; i++) if ("end".equals(said.readLine())) break;
      TimeUnit.MILLISECONDS.sleep(milliseconds);
      child.toHandle().destroyForcibly();
      assertTrue(child.waitFor(20, TimeUnit.SECONDS));
    }
  }

  @Test
  void aTargetThatCannotBeWrittenIsACleanFailure() throws Exception {
    var out = Files.createDirectories(folder.resolve("out"));
    Files.createFile(out.resolve("data"));

    assertThrows(IOException.class, () -> export(workspace, out, "1", QUIET));

    Files.delete(out.resolve("data"));
    assertEquals(INSTANCES, export(workspace, out, "1", QUIET).written());
  }

  @Test
  void aFullDiskIsACleanFailureAndTheExportGoesOnElsewhere() throws Exception {
    var small = Files.createDirectories(folder.resolve("small"));
    Assumptions.assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", small.toString()) == 0, "a small disk can only be mounted by root");
    try {
      assertThrows(IOException.class, () -> export(workspace, small.resolve("out"), "1", QUIET));
      for (var file : data(small.resolve("out")).keySet()) {
        assertTrue(file.endsWith(".dcm"), file);
        try (var read = new DicomReader(ReadOptions.LENIENT).read(small.resolve("out").resolve(file))) {
          assertTrue(read.notes().isEmpty(), file);
        }
      }
    } finally {
      run("umount", small.toString());
    }
    assertEquals(INSTANCES, data(resumed()).size());
  }

  private Path resumed() throws Exception {
    export(workspace, folder.resolve("elsewhere"), "1", QUIET);
    return folder.resolve("elsewhere");
  }

  private static int run(String... command) throws IOException, InterruptedException {
    var process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    return process.waitFor();
  }

}

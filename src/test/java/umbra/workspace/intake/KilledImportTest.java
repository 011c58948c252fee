package umbra.workspace.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import umbra.job.ComputePool;
import umbra.job.JobContext;
import umbra.referee.ChildJvm;
import umbra.workspace.Workspace;
import umbra.workspace.source.SourceFiles;

/// SIGKILL at random moments of an import. `-Dumbra.kills=N` kills more often than the default.
class KilledImportTest {
  private static final int KILLS = Integer.getInteger("umbra.kills", 50);
  private static final JobContext QUIET = new JobContext() {
    @Override public void progress(long done, long total) {}

    @Override public void checkCancelled() {}
  };

  @TempDir Path folder;

  /// Imports again and again into new workspaces, and prints the folder when it begins one and after each batch.
  static final class Importer {
    private Importer() {}

    public static void main(String[] arguments) throws Exception {
      var from = Path.of(arguments[0]);
      for (int i = 0;; i++) {
        var place = Path.of(arguments[1], "w" + i);
        System.out.println(place);
        take(from, place, new JobContext() {
          @Override public void progress(long done, long total) {
            if (total > 0) System.out.println(place);
          }

          @Override public void checkCancelled() {}
        });
      }
    }
  }

  private static String take(Path from, Path workspace) throws IOException {
    return take(from, workspace, QUIET);
  }

  private static String take(Path from, Path workspace, JobContext context) throws IOException {
    try (var open = Workspace.open(workspace, Optional.empty()); var pool = new ComputePool(2)) {
      new Intake(open, new SourceFiles(), pool).run(List.of(from), context);
      return CatalogDump.of(open.catalog());
    }
  }

  private void collection(Path in) throws IOException {
    var random = new SplittableRandom(7);
    for (int i = 0; i < 900; i++) {
      int subject = i / 90;
      Sample.of("S" + subject, "1." + subject, "1." + subject + "." + i / 30, "1.9." + i).with("InstanceNumber", "" + i % 30).withPixels((byte) i)
          .write(in.resolve("s" + subject).resolve("f%04d".formatted(i)));
    }
    for (int i = 0; i < 30; i++) {
      int twin = random.nextInt(900);
      Sample.of("S0", "1.0", "1.0.0", "1.9." + twin).withPixels((byte) (i % 2 == 0 ? 200 : 201)).write(in.resolve("t/variant%02d".formatted(i)));
      Files.writeString(in.resolve("t/broken%02d.dcm".formatted(i)), "no DICOM " + i);
    }
    Files.write(in.resolve("z.zip"), Sample.zip("1", Sample.of("Z", "2.1", "2.1.1", "2.1.1.1").bytes(), "2", Sample.of("Z", "2.1", "2.1.1", "2.1.1.2").bytes(), "3", new byte[9]));
  }

  @Test
  void whateverTheMomentTheWorkspaceOpensAndTheRestIsTakenIn() throws Exception {
    var in = folder.resolve("in");
    collection(in);
    var undisturbed = take(in, folder.resolve("undisturbed"));
    assertTrue(undisturbed.lines().count() > 1800);
    var random = new SplittableRandom(20_261_124);
    var moments = new StringBuilder();
    int torn = 0;

    for (int kill = 0; kill < KILLS; kill++) {
      var places = Files.createDirectories(folder.resolve("k" + kill));
      // one in five hits the making of the workspace, the others the batches
      boolean early = kill % 5 == 0;
      var last = killAfter(in, places, early ? 1 : 2 + random.nextInt(10), random.nextInt(early ? 600 : 40));
      if (Files.exists(last)) {
        int before;
        try (var open = Workspace.open(last, Optional.empty())) {
          before = (int) open.catalog().collection().totals().instances();
        }
        if (before > 0 && before < 930) torn++;
        moments.append(before).append(' ');
      }
      assertEquals(undisturbed, take(in, last), "after kill " + kill + " with " + moments);
      delete(places);
    }
    System.out.println("instances when killed: " + moments);
    assertTrue(torn >= KILLS / 5, "too few kills fell into an import: " + moments);
  }

  /// Starts imports, kills them a little after so many lines, and says into which workspace they went then.
  private static Path killAfter(Path in, Path places, int lines, int milliseconds) throws Exception {
    var child = ChildJvm.start(Importer.class, in.toString(), places.toString());
    try (var out = child.inputReader()) {
      var last = Path.of(out.readLine());
      for (int i = 1; i < lines; i++) last = Path.of(out.readLine());
      TimeUnit.MILLISECONDS.sleep(milliseconds);
      child.toHandle().destroyForcibly(); // the Process would close the pipe with what is still in it
      assertTrue(child.waitFor(20, TimeUnit.SECONDS));
      assertEquals(137, child.exitValue(), "SIGKILL");
      for (var line = out.readLine(); line != null; line = out.readLine()) {
        if (line.startsWith(places.toString())) last = Path.of(line); // the last line may be cut
      }
      return last;
    }
  }

  private static void delete(Path tree) throws IOException {
    try (var all = Files.walk(tree)) {
      for (var path : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(path);
    }
  }
}

package umbra.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import umbra.job.ComputePool;
import umbra.job.JobContext;
import umbra.workspace.Workspace;
import umbra.workspace.intake.Intake;
import umbra.workspace.source.SourceFiles;

/// Instances a second that an import takes in, beside pydicom and `dcmdump` reading the same tags of the same files.
///
/// `umbra.bench.files` = 5000,50000 names how many; the peers read the first of these folders only, warm like Umbra's.
final class ImportBench {
  private static final String PYDICOM = """
      import sys, pydicom
      from pathlib import Path
      tags = ['PatientID', 'PatientName', 'StudyInstanceUID', 'SeriesInstanceUID', 'SOPInstanceUID', 'SOPClassUID', 'Modality', 'InstanceNumber', 'Rows', 'Columns']
      for p in sorted(Path(sys.argv[1]).rglob('*.dcm')):
          d = pydicom.dcmread(p, stop_before_pixels=True)
          [d.get(t) for t in tags]
      """;

  private ImportBench() {}

  static void run(Path folder) throws Exception {
    double first = 0;
    for (var text : System.getProperty("umbra.bench.files", "5000,50000").split(",")) {
      int count = Integer.parseInt(text);
      var in = CtLike.small(folder.resolve("in" + count), count);
      System.out.printf("import, %,d files of about 5 KB in %s%n", count, in);
      double seconds = first == 0 ? Stopwatch.median(3, () -> take(in, folder.resolve("w"), count)) : once(in, folder.resolve("w"), count);
      System.out.printf("  %-26s %8.0f files/s %8.2f s%n", "Umbra, into a new workspace", count / seconds, seconds);
      if (first == 0) peers(in, count, seconds);
      else System.out.printf("  takes %.1f times as long for %.0f times as many files%n", seconds / first, count / firstCount());
      if (first == 0) first = seconds;
      delete(folder.resolve("w"));
      if (count > 10_000) delete(in);
    }
  }

  private static double firstCount() {
    return Double.parseDouble(System.getProperty("umbra.bench.files", "5000,50000").split(",")[0]);
  }

  private static double once(Path in, Path workspace, int count) throws Exception {
    try (var all = Files.walk(in)) {
      for (var file : all.filter(Files::isRegularFile).toList()) Files.readAllBytes(file); // warm
    }
    long from = System.nanoTime();
    take(in, workspace, count);
    return (System.nanoTime() - from) / 1e9;
  }

  private static void peers(Path in, int count, double ours) throws Exception {
    if (Stopwatch.isInstalled("dcmdump")) {
      var command = List.of("dcmdump", "-q", "+r", "+sd", "-M", "+P", "PatientID", "+P", "PatientName", "+P", "StudyInstanceUID", "+P", "SeriesInstanceUID", "+P", "SOPInstanceUID",
          "+P", "SOPClassUID", "+P", "Modality", "+P", "InstanceNumber", "+P", "Rows", "+P", "Columns", in.toString());
      print("dcmdump, reading only", count, Stopwatch.median(3, () -> Stopwatch.programWhateverItsCode(command)), ours);
    }
    print("pydicom, reading only", count, Stopwatch.median(1, () -> Stopwatch.program(List.of("/usr/bin/python3", "-c", PYDICOM, in.toString()))), ours);
  }

  private static void print(String who, int count, double seconds, double ours) {
    System.out.printf("  %-26s %8.0f files/s %8.2f s, %.2f times Umbra's%n", who, count / seconds, seconds, seconds / ours);
  }

  private static void take(Path in, Path workspace, int expected) throws IOException {
    delete(workspace);
    try (var open = Workspace.open(workspace, Optional.empty()); var pool = new ComputePool(2)) {
      var report = new Intake(open, new SourceFiles(), pool).run(List.of(in), new JobContext() {
        @Override public void progress(long done, long total) {}

        @Override public void checkCancelled() {}
      });
      if (report.totals().instances() != expected) throw new IOException("imported " + report.totals().instances() + " of " + expected);
    }
  }

  private static void delete(Path tree) throws IOException {
    if (!Files.exists(tree)) return;
    try (var all = Files.walk(tree)) {
      for (var path : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(path);
    }
  }
}

package umbra.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// De-identification of a folder by the basic profile, whole process against whole process: Umbra's command beside `gdcmanon`,
/// PixelMed's batch de-identifier and a pydicom script that does what its own examples do with the rows of Table E.1-1.
///
/// Each writes all files into an empty folder, which is thrown away after; before each the disk is left to calm down. Umbra is started as
/// its users start it, with the archive of `installers/archive`.
final class DeidentifyBench {
  private static final String JARS = "pixelmed.jar:pixelmed_codec.jar:vecmath.jar:commons-codec.jar:slf4j-api.jar:slf4j-nop.jar";
  private static final String PYDICOM = """
      import sys, os, hashlib, pydicom
      rows = [line.rstrip('\\n').split('\\t') for line in open(sys.argv[3])]
      codes = {int(r[0], 16): r[3] for r in rows if r[1] == 'exact'}
      def uid(value): return '2.25.' + str(int(hashlib.sha256(('key' + value).encode()).hexdigest()[:32], 16) >> 1)
      def clean(dataset, element):
        code = codes.get(int(element.tag))
        if code is None: return
        if code == 'U':
          if element.VR == 'UI': element.value = [uid(v) for v in element.value] if element.VM > 1 else uid(element.value)
        elif code == 'Z' or code == 'Z/D': element.value = [] if element.VR == 'SQ' else ''
        elif code == 'D': element.value = 'REMOVED' if element.VR in ('LO', 'SH', 'PN', 'UT', 'LT', 'ST') else element.value
        else: del dataset[element.tag]
      for folder, _, names in os.walk(sys.argv[1]):
        for name in names:
          dataset = pydicom.dcmread(os.path.join(folder, name))
          dataset.remove_private_tags()
          dataset.walk(clean)
          dataset.PatientIdentityRemoved = 'YES'
          dataset.file_meta.MediaStorageSOPInstanceUID = dataset.SOPInstanceUID
          dataset.save_as(os.path.join(sys.argv[2], name))
      """;

  private DeidentifyBench() {}

  static void run(Path in, int count, Path work) throws Exception {
    System.out.printf(Locale.ROOT, "%nde-identification, basic profile, %,d files of %s%n", count, in);
    Files.createDirectories(work);
    var key = Files.writeString(work.resolve("key"), "a key of the benches, long enough");
    var umbra = time("Umbra", count, work, out -> umbra(in, out, key));
    var certificate = work.resolve("certificate.pem");
    if (Stopwatch.isInstalled("gdcmanon") && Stopwatch.isInstalled("openssl")) {
      Stopwatch.program(List.of("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", work.resolve("private.pem").toString(), "-out", certificate.toString(), "-days", "2", "-subj", "/CN=bench"));
      ratio(umbra, time("gdcmanon", count, work, out -> List.of("gdcmanon", "-c", certificate.toString(), "-e", "-r", "--continue", "-i", in.toString(), "-o", out.toString())));
    }
    if (Files.exists(Path.of("/usr/share/java/pixelmed.jar"))) {
      var regions = Files.writeString(work.resolve("regions.txt"), "\n");
      var jars = "/usr/share/java/" + JARS.replace(":", ":/usr/share/java/");
      ratio(umbra, time("PixelMed", count, work, out -> List.of(java(), "-Djava.awt.headless=true", "-cp", jars, "com.pixelmed.apps.DeidentifyAndRedact", in.toString(), out.toString(), regions.toString())));
    }
    var script = Files.writeString(work.resolve("deidentify.py"), PYDICOM);
    var rows = Path.of("src/main/resources/umbra/deid/table/confidentiality.txt").toString();
    ratio(umbra, time("pydicom", count, work, out -> List.of("/usr/bin/python3", script.toString(), in.toString(), out.toString(), rows)));
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  private static List<String> umbra(Path in, Path out, Path key) {
    return List.of("target/umbra/bin/umbra", "deidentify", in.toString(), out.toString(), "--profile", "ps315-basic", "--key-file", key.toString(), "--quiet");
  }

  /// The command line that de-identifies into a folder.
  private interface Command {
    List<String> into(Path out) throws IOException;
  }

  private static double time(String name, int count, Path work, Command command) throws Exception {
    double best = Double.MAX_VALUE;
    for (int run = 0; run < Integer.getInteger("umbra.bench.runs", 2); run++) {
      var out = Files.createDirectories(work.resolve("out"));
      if (Stopwatch.isInstalled("sync")) Stopwatch.program(List.of("sync"));
      long from = System.nanoTime();
      Stopwatch.program(command.into(out));
      best = Math.min(best, (System.nanoTime() - from) / 1e9);
      long written = delete(out);
      if (written != count) System.out.println(name + " wrote " + written + " files of " + count);
    }
    System.out.printf(Locale.ROOT, "  %-20s %8.1f files/s%n", name, count / best);
    return best;
  }

  private static void ratio(double ours, double theirs) {
    System.out.printf(Locale.ROOT, "  %-20s %8.1f times as fast%n", "  Umbra is", theirs / ours);
  }

  private static long delete(Path folder) throws IOException {
    long files;
    try (var walk = Files.walk(folder)) {
      files = walk.filter(Files::isRegularFile).count();
    }
    try (var walk = Files.walk(folder)) {
      for (var path : walk.sorted(Comparator.reverseOrder()).toList()) Files.delete(path);
    }
    return files;
  }
}

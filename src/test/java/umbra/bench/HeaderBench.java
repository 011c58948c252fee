package umbra.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import umbra.dicom.DicomException;
import umbra.dicom.Tags;
import umbra.dicom.read.DicomReader;
import umbra.dicom.read.ReadOptions;

/// Files per second for reading headers, beside `dcmdump` and pydicom on the same folder in the same run.
///
/// All of them read up to Pixel Data; `dcmdump` is started once for the folder and prints two elements a file, pydicom
/// runs one loop in one process. Umbra is timed with one thread and with two.
final class HeaderBench {
  private static final String PYDICOM = """
      import sys, time, pydicom
      from pathlib import Path
      files = [p for p in sorted(Path(sys.argv[1]).rglob('*')) if p.is_file()]
      for p in files:
          try:
              d = pydicom.dcmread(p, stop_before_pixels=True, force=True)
              d.get('PatientID'); d.get('SOPInstanceUID')
          except Exception:
              pass
      """;

  private static final int FILES_A_RUN = 5000;

  private HeaderBench() {}

  static void run(Path folder) throws Exception {
    List<Path> files;
    try (var all = Files.walk(folder)) {
      files = all.filter(Files::isRegularFile).sorted().toList();
    }
    System.out.printf("header reading, %d files in %s%n", files.size(), folder);
    // a short list is read several times in one measurement: a millisecond says nothing
    int times = Math.max(1, FILES_A_RUN / files.size());
    double one = Stopwatch.median(9, () -> repeat(times, () -> read(files))) / times;
    print("Umbra, 1 thread", files.size(), one, one);
    double two = Stopwatch.median(9, () -> repeat(times, () -> readByTwo(files))) / times;
    print("Umbra, 2 threads", files.size(), two, one);
    if (Stopwatch.isInstalled("dcmdump")) {
      var command = List.of("dcmdump", "-q", "+r", "+sd", "-M", "+P", "PatientID", "+P", "SOPInstanceUID", folder.toString());
      print("dcmdump", files.size(), Stopwatch.median(3, () -> Stopwatch.programWhateverItsCode(command)), one);
    } else {
      System.out.println("  dcmdump is not installed");
    }
    print("pydicom", files.size(), Stopwatch.median(3, () -> Stopwatch.program(List.of("/usr/bin/python3", "-c", PYDICOM, folder.toString()))), one);
  }

  private static void repeat(int times, Stopwatch.Work work) throws Exception {
    for (int i = 0; i < times; i++) work.run();
  }

  private static void print(String who, int files, double seconds, double ours) {
    System.out.printf("  %-18s %10.0f files/s   takes %6.2f times as long as Umbra with one thread%n", who, files / seconds, seconds / ours);
  }

  private static int read(List<Path> files) throws IOException {
    var reader = new DicomReader(ReadOptions.LENIENT);
    int found = 0;
    for (var file : files) {
      try {
        var dataSet = reader.readHeader(file).dataSet();
        if (dataSet.text(Tags.PATIENT_ID).isPresent() | dataSet.text(Tags.SOP_INSTANCE_UID).isPresent()) found++;
      } catch (DicomException _) {
        continue; // the corpus holds files that are no DICOM
      }
    }
    return found;
  }

  private static void readByTwo(List<Path> files) throws Exception {
    try (var threads = Executors.newFixedThreadPool(2)) {
      var halves = new ArrayList<Callable<Integer>>();
      halves.add(() -> read(files.subList(0, files.size() / 2)));
      halves.add(() -> read(files.subList(files.size() / 2, files.size())));
      for (var half : threads.invokeAll(halves)) half.get();
    }
  }
}

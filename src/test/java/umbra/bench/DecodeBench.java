package umbra.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import umbra.dicom.DataElement;
import umbra.dicom.DicomFile;
import umbra.dicom.Tags;
import umbra.dicom.VR;
import umbra.dicom.Value;
import umbra.dicom.read.DicomReader;
import umbra.dicom.read.ReadOptions;
import umbra.dicom.write.DicomWriter;
import umbra.io.ByteSlice;
import umbra.pixel.Checkpoint;
import umbra.job.ComputePool;
import umbra.pixel.codec.Codecs;
import umbra.pixel.codec.FrameReader;
import umbra.pixel.codec.TestCodecs;

/// Decoded megabytes a second by Transfer Syntax, beside GDCM and DCMTK in the same run.
///
/// For each syntax one corpus image is made into a file of 12 and one of 132 equal frames. All decoders are timed on both, and
/// the difference of 120 frames is what counts: process start and warm-up drop out. The programs also write what they decode;
/// Umbra's samples are decoded into arrays and dropped.
final class DecodeBench {
  private static final int FEW = 12;
  private static final int MANY = 132;
  private static final List<String> IMAGES = List.of("ct/CT_small.dcm", "transfer-syntax/CT2_RLE", "transfer-syntax/US1_RLE", "transfer-syntax/MR3_JPLY",
      "cr-dx/RG2_JPLY", "sc/deid_ctbrain1.dcm", "transfer-syntax/XA1_JPLY", "transfer-syntax/CT1_JPLL", "us/JPEGLosslessP14SV1_1s_1f_u_08_08.dcm",
      "transfer-syntax/CT1_JLSN", "transfer-syntax/RG3_JLSN", "transfer-syntax/MR3_JLSL", "ct/693_J2KR.dcm", "transfer-syntax/MR3_J2KR",
      "transfer-syntax/US1_J2KR", "transfer-syntax/MR2_J2KI", "mg/MG1_J2KI");

  /// As `umbra.Main` puts them together: JPEG 2000 uses all cores, the others one.
  private static final Codecs CODECS = TestCodecs.parallel(new ComputePool(Runtime.getRuntime().availableProcessors())::forEach);

  private DecodeBench() {}

  static void run(Path corpus) throws Exception {
    System.out.println("decoding, MB of samples a second");
    System.out.printf("  %-42s %-44s %8s %8s %8s%n", "syntax", "image", "Umbra", "GDCM", "DCMTK");
    for (var name : IMAGES) {
      if (Files.exists(corpus.resolve(name))) image(corpus.resolve(name), name);
    }
  }

  private static void image(Path path, String name) throws Exception {
    var folder = Files.createTempDirectory("umbra-bench");
    try (var file = new DicomReader(ReadOptions.LENIENT).read(path)) {
      double megabytes;
      try (var frames = FrameReader.open(file, CODECS, TestCodecs.noVideo())) {
        int bytes = frames.image().frameSamples() * Math.max(1, frames.image().bitsAllocated() / 8);
        megabytes = (MANY - FEW) * (bytes / 1e6);
      }
      var few = write(file, FEW, folder.resolve("few.dcm"));
      var many = write(file, MANY, folder.resolve("many.dcm"));
      double ours = Stopwatch.median(3, () -> decode(many)) - Stopwatch.median(3, () -> decode(few));
      var syntax = file.transferSyntax();
      System.out.printf("  %-42s %-44s %8.0f %8s %8s%n", syntax.title().substring(0, Math.min(42, syntax.title().length())), name, megabytes / ours,
          program(megabytes, few, many, folder, "gdcmconv", "--raw", "-i", "IN", "-o", "OUT"),
          switch (syntax) {
            case RLE_LOSSLESS -> program(megabytes, few, many, folder, "dcmdrle", "IN", "OUT");
            case JPEG_LS_LOSSLESS, JPEG_LS_NEAR_LOSSLESS -> program(megabytes, few, many, folder, "dcmdjpls", "IN", "OUT");
            case JPEG_BASELINE, JPEG_EXTENDED, JPEG_LOSSLESS, JPEG_LOSSLESS_SV1 -> program(megabytes, few, many, folder, "dcmdjpeg", "IN", "OUT");
            case EXPLICIT_VR_LITTLE_ENDIAN -> program(megabytes, few, many, folder, "dcmconv", "IN", "OUT");
            default -> "-";
          });
    } finally {
      try (var all = Files.list(folder)) {
        for (var f : all.toList()) Files.delete(f);
      }
      Files.delete(folder);
    }
  }

  private static String program(double megabytes, Path few, Path many, Path folder, String... command) throws Exception {
    if (!Stopwatch.isInstalled(command[0])) return "-";
    try {
      double seconds = Stopwatch.median(3, () -> Stopwatch.program(words(command, many, folder)));
      if (Files.size(folder.resolve("out.dcm")) < megabytes * 1e6) return "fails";
      seconds -= Stopwatch.median(3, () -> Stopwatch.program(words(command, few, folder)));
      return seconds <= 0 ? "-" : String.format("%.0f", megabytes / seconds);
    } catch (IOException _) {
      return "fails";
    } finally {
      Files.deleteIfExists(folder.resolve("out.dcm"));
    }
  }

  private static List<String> words(String[] command, Path in, Path folder) {
    var words = new ArrayList<String>();
    for (var word : command) words.add(word.equals("IN") ? in.toString() : word.equals("OUT") ? folder.resolve("out.dcm").toString() : word);
    return words;
  }

  private static void decode(Path path) throws IOException {
    try (var file = new DicomReader(ReadOptions.LENIENT).read(path); var frames = FrameReader.open(file, CODECS, TestCodecs.noVideo())) {
      for (int i = 0; i < frames.frames(); i++) frames.frame(i, Checkpoint.NONE);
    }
  }

  /// The first frame, many times.
  private static Path write(DicomFile file, int times, Path target) throws IOException {
    var pixels = file.dataSet().find(Tags.PIXEL_DATA).orElseThrow();
    Value many = switch (pixels.value()) {
      case Value.Fragments(_, var rest) -> {
        int each = rest.size() / Math.max(1, file.dataSet().integer(Tags.NUMBER_OF_FRAMES).orElse(1));
        var fragments = new ArrayList<ByteSlice>();
        var table = ByteBuffer.allocate(4 * times).order(ByteOrder.LITTLE_ENDIAN);
        int offset = 0;
        for (int i = 0; i < times; i++) {
          table.putInt(offset);
          for (var fragment : rest.subList(0, each)) offset += (int) (8 + fragment.length() + (fragment.length() & 1));
          fragments.addAll(rest.subList(0, each));
        }
        yield new Value.Fragments(ByteSlice.of(table.array()), fragments);
      }
      case Value.Bytes(var raw, var order) -> {
        var one = raw.toArray();
        var all = new byte[one.length * times];
        for (int i = 0; i < times; i++) System.arraycopy(one, 0, all, i * one.length, one.length);
        yield new Value.Bytes(ByteSlice.of(all), order);
      }
      case Value.Items _ -> throw new IOException("no pixels");
    };
    var dataSet = file.dataSet().with(pixels.withValue(many)).with(DataElement.ofAscii(Tags.NUMBER_OF_FRAMES, VR.IS, Integer.toString(times)));
    new DicomWriter().write(file.withDataSet(dataSet), target);
    return target;
  }
}

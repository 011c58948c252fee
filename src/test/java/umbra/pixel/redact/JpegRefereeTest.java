package umbra.pixel.redact;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import umbra.dicom.DicomFile;
import umbra.dicom.Place;
import umbra.dicom.Tags;
import umbra.dicom.TransferSyntax;
import umbra.dicom.Value;
import umbra.dicom.read.DicomReader;
import umbra.dicom.read.ReadOptions;
import umbra.dicom.write.DicomWriter;
import umbra.pixel.Checkpoint;
import umbra.pixel.ImagePixel;
import umbra.pixel.Photometric;
import umbra.pixel.SampleType;
import umbra.pixel.codec.EncodedFrame;
import umbra.pixel.codec.FrameFile;
import umbra.pixel.codec.TestCodecs;
import umbra.pixel.redact.jpeg.Coefficients;
import umbra.pixel.redact.proof.RedactionProof;
import umbra.pixel.redact.region.Region;
import umbra.referee.Referee;

/// JPEG streams of all shapes, made by libjpeg and cut by us: libjpeg reads the result without a word, and what `jpegtran` cuts out
/// beside a box without decoding is byte for byte what it cuts out of the original. `-Dumbra.redact.jpeg=N` draws N boxes on each.
@Tag("referee")
class JpegRefereeTest {
  private static final int BOXES = Integer.getInteger("umbra.redact.jpeg", 2);
  private static final String SCANS = "0; 1; 2;";

  @TempDir Path folder;

  /// @param mcu width and height
  private record Shape(int samples, int mcuWidth, int mcuHeight, String... options) {}

  private static final List<Shape> SHAPES = List.of(
      new Shape(3, 16, 16, "-sample", "2x2"),
      new Shape(3, 16, 8, "-sample", "2x1"),
      new Shape(3, 8, 16, "-sample", "1x2"),
      new Shape(3, 8, 8, "-sample", "1x1"),
      new Shape(3, 32, 8, "-sample", "4x1"),
      new Shape(3, 16, 16, "-sample", "2x2", "-optimize"),
      new Shape(3, 16, 16, "-sample", "2x2", "-restart", "3B"),
      new Shape(3, 16, 8, "-sample", "2x1", "-restart", "1"),
      new Shape(3, 16, 16, "-sample", "2x2", "-scans", SCANS),
      new Shape(3, 16, 8, "-sample", "2x1", "-scans", SCANS, "-restart", "5B"),
      new Shape(3, 8, 8, "-rgb"),
      new Shape(1, 8, 8, "-grayscale"),
      new Shape(1, 8, 8, "-grayscale", "-optimize", "-restart", "7B"),
      new Shape(1, 8, 8, "-grayscale", "-quality", "100"));

  @BeforeEach
  void programs() {
    for (var program : List.of("cjpeg", "djpeg", "jpegtran")) Referee.require(program);
  }

  private static int run(Path standardOut, Path words, Object... command) throws IOException, InterruptedException {
    var process = new ProcessBuilder(Arrays.stream(command).map(Object::toString).toList()).redirectOutput(standardOut.toFile()).redirectError(words.toFile()).start();
    return process.waitFor();
  }

  /// Words on the standard error are warnings of libjpeg about the stream.
  private void silently(Path out, Object... command) throws Exception {
    var words = folder.resolve("words");
    int code = run(out, words, command);
    assertEquals("0 ", code + " " + Files.readString(words), () -> Arrays.toString(command));
  }

  /// Soft shapes with noise, or flat: then tables made for it alone lack most codes.
  private byte[] jpeg(Shape shape, int width, int height, boolean flat, SplittableRandom random) throws Exception {
    var text = new StringBuilder("P3\n" + width + " " + height + "\n255\n");
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        for (int s = 0; s < 3; s++) text.append(flat ? 180 : (int) (120 + 80 * Math.sin(x / 9.0 + s) * Math.cos(y / 7.0) + random.nextInt(40))).append(' ');
      }
    }
    var picture = Files.writeString(folder.resolve("picture.ppm"), text);
    var command = new ArrayList<Object>(List.of("cjpeg"));
    for (var option : shape.options()) command.add(option.equals(SCANS) ? Files.writeString(folder.resolve("scans"), SCANS) : option);
    command.add(picture);
    silently(folder.resolve("picture.jpg"), command.toArray());
    return Files.readAllBytes(folder.resolve("picture.jpg"));
  }

  private static ImagePixel image(int samples, int width, int height) {
    return new ImagePixel(height, width, samples, samples == 1 ? Photometric.MONOCHROME2 : Photometric.YBR_FULL_422, SampleType.INTEGER, 8, 8, 7, false, false, 1);
  }

  private static DicomFile read(Path path) throws IOException {
    return new DicomReader(ReadOptions.LENIENT).read(path);
  }

  private static EncodedFrame frame(DicomFile file) throws IOException {
    var fragments = (Value.Fragments) file.dataSet().find(Tags.PIXEL_DATA).orElseThrow().value();
    return new EncodedFrame(ImagePixel.of(file.dataSet(), "test"), file.transferSyntax(), fragments.rest(), Place.of("test"), Checkpoint.NONE);
  }

  @Test
  void libjpegSeesTheSameBlocksEverywhereButInTheBox() throws Exception {
    var random = new SplittableRandom(5);
    for (var shape : SHAPES) {
      for (int i = 0; i < BOXES; i++) {
        int width = 40 + random.nextInt(120);
        int height = 40 + random.nextInt(90);
        var box = Region.ofAllFrames(random.nextInt(width - 8), random.nextInt(height - 8), 1 + random.nextInt(60), 1 + random.nextInt(40));
        check(shape, jpeg(shape, width, height, i % 2 == 1, random), width, height, box);
      }
    }
  }

  private void check(Shape shape, byte[] stream, int width, int height, Region box) throws Exception {
    var name = Arrays.toString(shape.options()) + " " + width + "x" + height + " " + box;
    var in = folder.resolve("in.dcm");
    var out = folder.resolve("out.dcm");
    FrameFile.write(image(shape.samples(), width, height), TransferSyntax.JPEG_BASELINE, stream, in);
    var redaction = new Redaction(TestCodecs.all(), TestCodecs.noVideo());
    try (var file = read(in)) {
      Region black;
      try (var pixels = assertInstanceOf(RedactedPixels.class, redaction.apply(file, List.of(box), RedactionChoice.CAREFUL, folder, Checkpoint.NONE), name)) {
        assertEquals(RedactionPlan.Way.IN_BLOCKS, pixels.way(), name);
        black = pixels.blackened().getFirst();
        Files.deleteIfExists(out);
        new DicomWriter().write(pixels.applyTo(file), out);
        try (var after = read(out)) {
          assertInstanceOf(RedactionProof.Verdict.Proven.class, new RedactionProof(TestCodecs.all(), TestCodecs.noVideo()).check(file, after, pixels, Checkpoint.NONE), name);
        }
      }
      assertEquals(0, black.x() % shape.mcuWidth(), name);
      assertEquals(0, black.y() % shape.mcuHeight(), name);
      try (var after = read(out)) {
        libjpeg(stream, frame(after).toArray(), width, height, black, name);
      }
    }
  }

  private void libjpeg(byte[] before, byte[] after, int width, int height, Region black, String name) throws Exception {
    var old = Files.write(folder.resolve("old.jpg"), before);
    var now = Files.write(folder.resolve("new.jpg"), after);
    silently(folder.resolve("decoded"), "djpeg", now);
    int right = Math.min(width, black.x() + black.width());
    int bottom = Math.min(height, black.y() + black.height());
    int[][] beside = {{0, 0, width, black.y()}, {0, bottom, width, height - bottom}, {0, black.y(), black.x(), bottom - black.y()}, {right, black.y(), width - right, bottom - black.y()}};
    for (var b : beside) if (b[2] > 0 && b[3] > 0) assertArrayEquals(cut(old, b), cut(now, b), () -> name + " beside the box at " + Arrays.toString(b));
    Files.write(folder.resolve("box.jpg"), cut(now, new int[] {black.x(), black.y(), right - black.x(), bottom - black.y()}));
    silently(folder.resolve("box.pnm"), "djpeg", "-pnm", folder.resolve("box.jpg"));
    var pixels = Files.readAllBytes(folder.resolve("box.pnm"));
    for (int i = pixels.length - (right - black.x()) * (bottom - black.y()); i < pixels.length; i++) assertEquals(0, pixels[i], name + " is black inside");
  }

  /// Without decoding: jpegtran moves whole blocks and codes them with the same tables whatever the source had.
  private byte[] cut(Path jpeg, int[] box) throws Exception {
    var out = folder.resolve("cut.jpg");
    silently(out, "jpegtran", "-copy", "none", "-optimize", "-crop", box[2] + "x" + box[3] + "+" + box[0] + "+" + box[1], jpeg);
    return Files.readAllBytes(out);
  }

  @Test
  void ourCoefficientsMakeThePictureThatDjpegDecodes() throws Exception {
    var random = new SplittableRandom(9);
    var stream = jpeg(SHAPES.get(11), 48, 40, false, random);
    var in = folder.resolve("in.dcm");
    FrameFile.write(image(1, 48, 40), TransferSyntax.JPEG_BASELINE, stream, in);
    silently(folder.resolve("gray.pnm"), "djpeg", "-pnm", "-dct", "float", Files.write(folder.resolve("gray.jpg"), stream));
    var decoded = Files.readAllBytes(folder.resolve("gray.pnm"));
    int[] q = quantisation(stream);
    try (var file = read(in)) {
      var plane = Coefficients.of(frame(file)).planes().getFirst();
      for (int by = 0; by < 5; by++) {
        for (int bx = 0; bx < 6; bx++) {
          var samples = inverse(plane.block(bx, by), q);
          for (int i = 0; i < 64; i++) {
            int value = decoded[decoded.length - 48 * 40 + (by * 8 + i / 8) * 48 + bx * 8 + i % 8] & 0xFF;
            assertTrue(Math.abs(samples[i] - value) <= 1, "block " + bx + "," + by + " sample " + i + ": " + samples[i] + " for " + value);
          }
        }
      }
    }
  }

  /// The first DQT segment, in zigzag order.
  private static int[] quantisation(byte[] stream) {
    for (int i = 0; i + 69 < stream.length; i++) {
      if (stream[i] != (byte) 0xFF || stream[i + 1] != (byte) 0xDB) continue;
      var q = new int[64];
      for (int k = 0; k < 64; k++) q[k] = stream[i + 5 + k] & 0xFF;
      return q;
    }
    throw new AssertionError("no DQT");
  }

  /// As ISO/IEC 10918-1 A.3.3 writes it.
  private static double[] inverse(short[] zigzag, int[] q) {
    var natural = new double[64];
    for (int k = 0, x = 0, y = 0; k < 64; k++) {
      natural[y * 8 + x] = zigzag[k] * q[k];
      boolean up = (x + y) % 2 == 0;
      if (up && x == 7 || !up && y == 7) {
        if (up) y++;
        else x++;
      } else if (up) {
        x++;
        if (y > 0) y--;
      } else {
        y++;
        if (x > 0) x--;
      }
    }
    var out = new double[64];
    for (int i = 0; i < 64; i++) {
      double sum = 0;
      for (int k = 0; k < 64; k++) {
        double scale = (k % 8 == 0 ? Math.sqrt(0.5) : 1) * (k / 8 == 0 ? Math.sqrt(0.5) : 1);
        sum += scale * natural[k] * Math.cos((2 * (i % 8) + 1) * (k % 8) * Math.PI / 16) * Math.cos((2 * (i / 8) + 1) * (k / 8) * Math.PI / 16);
      }
      out[i] = Math.clamp(sum / 4 + 128, 0, 255);
    }
    return out;
  }

  @Test
  void progressiveFramesAreStoredLosslesslyOrRefusedNeverCut() throws Exception {
    var in = folder.resolve("in.dcm");
    FrameFile.write(image(3, 60, 50), TransferSyntax.JPEG_BASELINE, jpeg(new Shape(3, 16, 16, "-progressive"), 60, 50, false, new SplittableRandom(2)), in);
    var redaction = new Redaction(TestCodecs.all(), TestCodecs.noVideo());
    try (var file = read(in)) {
      assertInstanceOf(RedactionResult.Refused.class, redaction.apply(file, List.of(Region.ofAllFrames(5, 5, 9, 9)), RedactionChoice.CAREFUL, folder, Checkpoint.NONE));
      try (var pixels = assertInstanceOf(RedactedPixels.class, redaction.apply(file, List.of(Region.ofAllFrames(5, 5, 9, 9)), RedactionChoice.USUAL, folder, Checkpoint.NONE))) {
        assertEquals(RedactionPlan.Way.OTHER_SYNTAX, pixels.way());
        assertEquals(Optional.of("01"), pixels.applyTo(file.dataSet()).text(umbra.dicom.Tag.of(0x0028, 0x2110)));
      }
    }
  }
}

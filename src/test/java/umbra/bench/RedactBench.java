package umbra.bench;

import java.awt.Rectangle;
import java.awt.Shape;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.Vector;
import umbra.dicom.DataSet;
import umbra.dicom.DicomException;
import umbra.dicom.Place;
import umbra.dicom.Tags;
import umbra.dicom.TransferSyntax;
import umbra.dicom.Value;
import umbra.dicom.read.DicomReader;
import umbra.dicom.read.ReadOptions;
import umbra.io.ByteSlice;
import umbra.pixel.Checkpoint;
import umbra.pixel.FrameIndex;
import umbra.pixel.ImagePixel;
import umbra.pixel.Photometric;
import umbra.pixel.Raster;
import umbra.pixel.SampleType;
import umbra.pixel.codec.EncodedFrame;
import umbra.pixel.codec.jpeg.encode.JpegBaselineEncoder;
import umbra.pixel.redact.fill.Fill;
import umbra.pixel.redact.jpeg.DctRewriter;
import umbra.pixel.redact.region.Box;

/// Blackening blocks of JPEG frames: Umbra beside PixelMed's `com.pixelmed.codec.jpeg.Parse` (Debian's libpixelmed-codec-java), the same
/// streams and the same box in one process, both warm. Streams of `../shared/corpus`, and three generated ones that need nothing.
final class RedactBench {
  private static final Path PIXELMED = Path.of("/usr/share/java/pixelmed_codec.jar");
  private static final int ROUNDS = Integer.getInteger("umbra.bench.rounds", 15);
  private static final int MOST_FRAMES = 4;

  private record Stream(String name, EncodedFrame frame, DataSet dataSet, Box box) {}

  private interface Work {
    byte[] on(Stream stream) throws Exception;
  }

  private RedactBench() {}

  static void run(Path corpus) throws Exception {
    if (!Files.exists(PIXELMED)) {
      System.out.println("redact: PixelMed is not installed (apt-get install libpixelmed-codec-java)");
      return;
    }
    var streams = new ArrayList<>(generated());
    if (Files.isDirectory(corpus)) streams.addAll(real(corpus));
    try (var loader = new URLClassLoader(new URL[] {PIXELMED.toUri().toURL(), URI.create("file:/usr/share/java/pixelmed.jar").toURL()}, ClassLoader.getPlatformClassLoader())) {
      var parse = loader.loadClass("com.pixelmed.codec.jpeg.Parse").getMethod("parse", InputStream.class, OutputStream.class, Vector.class);
      compare(streams, stream -> pixelMed(parse, stream));
    }
  }

  private static void compare(List<Stream> streams, Work peer) throws Exception {
    double ours = 0;
    double theirs = 0;
    int both = 0;
    int failed = 0;
    System.out.printf("%-44s %11s %9s %10s %10s %6s%n", "JPEG stream, one frame", "size", "KB", "Umbra ms", "PixelMed", "times");
    for (var stream : streams) {
      double mine = milliseconds(RedactBench::umbra, stream).orElseThrow(() -> new IOException(stream.name() + ": Umbra failed"));
      var other = milliseconds(peer, stream);
      var image = stream.frame().image();
      System.out.printf("%-44s %5dx%-5d %9d %10.2f %10s %6s%n", stream.name(), image.columns(), image.rows(), stream.frame().toArray().length / 1024, mine,
          other.map("%.2f"::formatted).orElse("fails"), other.map(o -> "%.1f".formatted(o / mine)).orElse(""));
      if (other.isEmpty()) {
        failed++;
        continue;
      }
      both++;
      ours += mine;
      theirs += other.get();
    }
    System.out.printf("all %d that both can do: Umbra %.1f ms, PixelMed %.1f ms, %.1f times as fast; PixelMed fails on %d%n", both, ours, theirs, theirs / ours, failed);
  }

  /// The median, warm; empty if the program fails.
  private static Optional<Double> milliseconds(Work work, Stream stream) {
    var times = new double[ROUNDS];
    var said = System.err;
    System.setErr(new PrintStream(OutputStream.nullOutputStream()));
    try {
      for (int i = -ROUNDS; i < ROUNDS; i++) {
        long start = System.nanoTime();
        if (work.on(stream).length == 0) return Optional.empty();
        if (i >= 0) times[i] = (System.nanoTime() - start) / 1e6;
      }
    } catch (Exception _) {
      return Optional.empty();
    } finally {
      System.setErr(said);
    }
    Arrays.sort(times);
    return Optional.of(times[ROUNDS / 2]);
  }

  private static byte[] umbra(Stream stream) throws DicomException {
    return new DctRewriter(stream.dataSet(), Fill.BLACK).rewrite(stream.frame(), List.of(stream.box()));
  }

  private static byte[] pixelMed(Method parse, Stream stream) throws Exception {
    var out = new ByteArrayOutputStream();
    var box = stream.box();
    parse.invoke(null, new ByteArrayInputStream(stream.frame().toArray()), out, new Vector<Shape>(List.of(new Rectangle(box.x(), box.y(), box.width(), box.height()))));
    return out.toByteArray();
  }

  private static Box box(ImagePixel image) {
    return new Box(0, 0, Math.max(8, image.columns() / 2), Math.max(8, image.rows() / 10));
  }

  private static List<Stream> generated() throws IOException {
    var streams = new ArrayList<Stream>();
    for (var size : new int[][] {{512, 512, 1}, {1024, 768, 3}, {1920, 1080, 3}}) {
      var random = new SplittableRandom(3);
      int width = size[0];
      int height = size[1];
      var photometric = size[2] == 1 ? Photometric.MONOCHROME2 : Photometric.RGB;
      var bytes = new byte[width * height * size[2]];
      for (int i = 0; i < bytes.length; i++) bytes[i] = (byte) (110 + 60 * Math.sin(i / size[2] % width / 31.0) * Math.cos(i / size[2] / width / 23.0) + random.nextInt(30));
      var raster = new Raster(height, width, size[2], 8, false, photometric, new Raster.Samples.Bytes(bytes, false));
      var image = new ImagePixel(height, width, size[2], size[2] == 1 ? photometric : Photometric.YBR_FULL, SampleType.INTEGER, 8, 8, 7, false, false, 1);
      var stream = new JpegBaselineEncoder(90).encode(raster, Checkpoint.NONE);
      var frame = new EncodedFrame(image, TransferSyntax.JPEG_BASELINE, List.of(ByteSlice.of(stream)), Place.of("generated"), Checkpoint.NONE);
      streams.add(new Stream("generated, " + size[2] + (size[2] == 1 ? " component" : " components"), frame, DataSet.of(), box(image)));
    }
    return streams;
  }

  private static List<Stream> real(Path corpus) throws IOException {
    var streams = new ArrayList<Stream>();
    List<Path> files;
    try (var walk = Files.walk(corpus)) {
      files = walk.filter(Files::isRegularFile).sorted().toList();
    }
    for (var path : files) {
      try (var file = new DicomReader(ReadOptions.LENIENT).read(path)) {
        if (file.transferSyntax() != TransferSyntax.JPEG_BASELINE || !(file.dataSet().find(Tags.PIXEL_DATA).orElseThrow().value() instanceof Value.Fragments fragments)) continue;
        var image = ImagePixel.of(file.dataSet(), "bench");
        var index = FrameIndex.of(file.dataSet(), fragments, image.frames(), Place.of("bench"));
        for (int f = 0; f < Math.min(image.frames(), MOST_FRAMES); f++) {
          var bytes = new EncodedFrame(image, file.transferSyntax(), index.fragments(f), Place.of("bench"), Checkpoint.NONE).toArray();
          var frame = new EncodedFrame(image, file.transferSyntax(), List.of(ByteSlice.of(bytes)), Place.of("bench"), Checkpoint.NONE);
          new DctRewriter(file.dataSet(), Fill.BLACK).rewrite(frame, List.of(box(image))); // what nobody can cut is not timed
          streams.add(new Stream(corpus.relativize(path) + " " + (f + 1), frame, file.dataSet(), box(image)));
        }
      } catch (DicomException | java.util.NoSuchElementException _) {
        continue;
      }
    }
    return streams;
  }
}

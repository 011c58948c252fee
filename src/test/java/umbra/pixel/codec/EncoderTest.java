package umbra.pixel.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import umbra.dicom.DicomException;
import umbra.dicom.Place;
import umbra.dicom.TransferSyntax;
import umbra.dicom.UnsupportedDicomException;
import umbra.dicom.read.DicomReader;
import umbra.dicom.read.ReadOptions;
import umbra.io.ByteSlice;
import umbra.pixel.Checkpoint;
import umbra.pixel.ImagePixel;
import umbra.pixel.Photometric;
import umbra.pixel.Raster;
import umbra.pixel.RasterBytes;
import umbra.pixel.SampleType;
import umbra.referee.Referee;

/// What the encoders write is read back: without loss by our decoders and by those of GDCM and DCMTK.
class EncoderTest {
  private static final List<TransferSyntax> LOSSLESS = List.of(TransferSyntax.RLE_LOSSLESS, TransferSyntax.JPEG_LOSSLESS,
      TransferSyntax.JPEG_LOSSLESS_SV1, TransferSyntax.JPEG_LS_LOSSLESS, TransferSyntax.JPEG_2000_LOSSLESS);

  @TempDir Path folder;

  /// An image and what the header says of it.
  record Picture(String name, ImagePixel image, Raster raster) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Picture picture(String name, int rows, int columns, int samples, int bits, boolean signed, int kind) {
    var random = new Random(rows * 31L + columns + bits);
    int allocated = bits <= 8 ? 8 : 16;
    var photometric = samples == 3 ? Photometric.RGB : Photometric.MONOCHROME2;
    var image = new ImagePixel(rows, columns, samples, photometric, SampleType.INTEGER, allocated, bits, bits - 1, signed, false, 1);
    var words = new short[image.frameSamples()];
    for (int i = 0; i < words.length; i++) {
      int x = i / samples % columns;
      int y = i / samples / columns;
      int value = switch (kind) {
        case 0 -> random.nextInt();
        case 1 -> (int) (Math.sin(x / 9.0) * Math.cos(y / 7.0) * (1 << bits - 2)) + random.nextInt(3) + (signed ? 0 : 1 << bits - 1);
        default -> y / 5 % 3 == 0 ? 0 : x / 13 * 11;
      };
      words[i] = (short) (signed ? value << 32 - bits >> 32 - bits : value & (1 << bits) - 1);
    }
    return new Picture(name, image, new Raster(rows, columns, samples, bits, signed, photometric, values(words, allocated, signed)));
  }

  private static Raster.Samples values(short[] words, int allocated, boolean signed) {
    if (allocated == 16) return new Raster.Samples.Shorts(words, signed);
    var bytes = new byte[words.length];
    for (int i = 0; i < bytes.length; i++) bytes[i] = (byte) words[i];
    return new Raster.Samples.Bytes(bytes, signed);
  }

  static Stream<Picture> pictures() {
    return Stream.of(
        picture("8-bit noise", 40, 61, 1, 8, false, 0), picture("8-bit smooth", 64, 64, 1, 8, false, 1), picture("8-bit runs", 50, 70, 1, 8, false, 2),
        picture("12-bit smooth", 47, 53, 1, 12, false, 1), picture("10-bit noise", 20, 30, 1, 10, false, 0),
        picture("16-bit full range", 33, 35, 1, 16, false, 0), picture("16-bit signed noise", 31, 29, 1, 16, true, 0),
        picture("16-bit signed smooth", 64, 40, 1, 16, true, 1), picture("RGB noise", 21, 19, 3, 8, false, 0), picture("RGB runs", 40, 40, 3, 8, false, 2),
        picture("one pixel", 1, 1, 1, 8, false, 0), picture("one row", 1, 300, 1, 12, false, 2), picture("one column", 300, 1, 1, 16, false, 1));
  }

  private static Raster decode(Picture picture, TransferSyntax syntax, byte[] stream) throws DicomException {
    var frame = new EncodedFrame(picture.image(), syntax, List.of(ByteSlice.of(stream)), Place.of("memory"), Checkpoint.NONE);
    return TestCodecs.all().decoder(syntax, frame.place()).decode(frame);
  }

  private static byte[] encode(Picture picture, TransferSyntax syntax) throws DicomException {
    return TestCodecs.all().encoder(syntax).orElseThrow().encode(picture.raster(), Checkpoint.NONE);
  }

  private static byte[] bytes(Picture picture, Raster raster) {
    var out = new ByteArrayOutputStream();
    RasterBytes.write(raster, picture.image().bitsAllocated() / 8, chunk -> out.write(chunk.array(), 0, chunk.limit()));
    return out.toByteArray();
  }

  @ParameterizedTest
  @MethodSource("pictures")
  void nothingIsLost(Picture picture) throws DicomException {
    for (var syntax : LOSSLESS) {
      var decoded = decode(picture, syntax, encode(picture, syntax));

      assertArrayEquals(bytes(picture, picture.raster()), bytes(picture, decoded), syntax.title());
    }
  }

  @ParameterizedTest
  @MethodSource("pictures")
  @Tag("referee")
  void refereesReadTheSame(Picture picture) throws Exception {
    Referee.require("gdcmconv");
    Referee.require("dcmdjpls");
    for (var syntax : LOSSLESS) {
      var written = folder.resolve("ours.dcm");
      FrameFile.write(picture.image(), syntax, encode(picture, syntax), written);
      var readers = new ArrayList<List<Object>>();
      readers.add(List.of("gdcmconv", "--raw", "-i", written, "-o", folder.resolve("theirs.dcm")));
      switch (syntax) {
        case JPEG_LS_LOSSLESS -> readers.add(List.of("dcmdjpls", written, folder.resolve("theirs.dcm")));
        case RLE_LOSSLESS -> readers.add(List.of("dcmdrle", written, folder.resolve("theirs.dcm")));
        case JPEG_LOSSLESS, JPEG_LOSSLESS_SV1 -> readers.add(List.of("dcmdjpeg", written, folder.resolve("theirs.dcm")));
        default -> {}
      }
      for (var reader : readers) {
        java.nio.file.Files.deleteIfExists(folder.resolve("theirs.dcm"));
        Referee.run(reader.toArray());
        try (var theirs = new DicomReader(ReadOptions.LENIENT).read(folder.resolve("theirs.dcm"));
            var frames = FrameReader.open(theirs, TestCodecs.all(), TestCodecs.noVideo())) {
          assertArrayEquals(bytes(picture, picture.raster()), bytes(picture, frames.frame(0, Checkpoint.NONE)), syntax.title() + " by " + reader.getFirst());
        }
      }
    }
  }

  @Test
  void baselineStaysCloseAndSmall() throws DicomException {
    for (var picture : List.of(picture("gray", 61, 83, 1, 8, false, 1), picture("colour", 40, 47, 3, 8, false, 1))) {
      var stream = encode(picture, TransferSyntax.JPEG_BASELINE);
      var decoded = decode(picture, TransferSyntax.JPEG_BASELINE, stream);

      double sum = 0;
      for (int i = 0; i < decoded.values().length(); i++) sum += Math.abs(decoded.values().at(i) - picture.raster().values().at(i));
      assertTrue(sum / decoded.values().length() < 4, () -> picture + " is off by more on average");
      assertTrue(stream.length < decoded.values().length(), "smaller than it was");
    }
  }

  @Test
  @Tag("referee")
  void baselineIsReadTheSameByDcmtk() throws Exception {
    Referee.require("dcmdjpeg");
    var picture = picture("gray", 61, 83, 1, 8, false, 1);
    var stream = encode(picture, TransferSyntax.JPEG_BASELINE);
    FrameFile.write(picture.image(), TransferSyntax.JPEG_BASELINE, stream, folder.resolve("ours.dcm"));

    Referee.run("dcmdjpeg", folder.resolve("ours.dcm"), folder.resolve("theirs.dcm"));

    try (var theirs = new DicomReader(ReadOptions.LENIENT).read(folder.resolve("theirs.dcm"));
        var frames = FrameReader.open(theirs, TestCodecs.all(), TestCodecs.noVideo())) {
      assertArrayEquals(bytes(picture, decode(picture, TransferSyntax.JPEG_BASELINE, stream)), bytes(picture, frames.frame(0, Checkpoint.NONE)));
    }
  }

  @Test
  void whatASyntaxCannotHoldIsRefused() {
    var floats = new Raster(1, 1, 1, 32, true, Photometric.MONOCHROME2, new Raster.Samples.Floats(new float[1]));
    for (var syntax : LOSSLESS) {
      assertThrows(UnsupportedDicomException.class, () -> TestCodecs.all().encoder(syntax).orElseThrow().encode(floats, Checkpoint.NONE), syntax.title());
    }
    assertEquals(true, TestCodecs.all().encoder(TransferSyntax.JPEG_XL).isEmpty());
  }
}

package umbra.pixel.codec.jpegls;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import umbra.dicom.DicomException;
import umbra.dicom.DicomFormatException;
import umbra.dicom.UnsupportedDicomException;
import umbra.pixel.ImagePixel;
import umbra.pixel.codec.FrameFile;

class JpegLsDecoderTest {
  /// The example of ISO/IEC 14495-1 H.3: 4 by 4 samples of 8 bits.
  private static final String EXAMPLE = "FFD8 FFF7000B08000400040101 1100 FFDA0008010100000000"
      + "C000006C80208E01C00000574000006EE600000 1BC18000005D80000916 0FFD9";

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex.replace(" ", ""));
  }

  @Test
  void decodesTheExampleOfTheStandard() throws DicomException {
    var raster = JpegLsStreams.decode(JpegLsStreams.image(4, 4, 1, 8), bytes(EXAMPLE));

    int[] expected = {0, 0, 90, 74, 68, 50, 43, 205, 64, 145, 145, 145, 100, 145, 145, 145};
    for (int i = 0; i < 16; i++) assertEquals(expected[i], raster.values().at(i), "sample " + i);
  }

  @Test
  void fragmentsAreJoined() throws DicomException {
    var stream = bytes(EXAMPLE);

    var raster = JpegLsStreams.decode(JpegLsStreams.image(4, 4, 1, 8), Arrays.copyOf(stream, 31), Arrays.copyOfRange(stream, 31, stream.length));

    assertEquals(205, raster.values().at(7));
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 5, 7, 8, 10, 12, 15, 16})
  void everyPrecisionComesBack(int bits) throws DicomException {
    var image = JpegLsStreams.image(37, 41, 1, bits);
    var raster = JpegLsStreams.raster(image, bits);

    assertSame(image, raster, JpegLsStreams.encode(raster));
  }

  @ParameterizedTest
  @CsvSource({"23, 1, 8, 5", "23, 3, 8, 1", "40, 1, 16, 3", "40, 1, 12, 40"})
  void restartMarkersBeginAnew(int rows, int samples, int bits, int lines) throws DicomException {
    var image = JpegLsStreams.image(rows, 33, samples, bits);
    var raster = JpegLsStreams.raster(image, 5);

    assertSame(image, raster, JpegLsStreams.withRestarts(raster, lines));
  }

  @Test
  void aMissingRestartMarkerIsMalformed() throws DicomException {
    var image = JpegLsStreams.image(23, 33, 1, 8);
    var stream = JpegLsStreams.withRestarts(JpegLsStreams.raster(image, 5), 4);
    for (int i = 30; i < stream.length - 1; i++) if (stream[i] == (byte) 0xFF && stream[i + 1] == (byte) 0xD2) stream[i + 1] = (byte) 0xD5;

    assertThrows(DicomFormatException.class, () -> JpegLsStreams.decode(image, stream));
  }

  private static void assertSame(ImagePixel image, umbra.pixel.Raster expected, byte[] stream) throws DicomException {
    var decoded = JpegLsStreams.decode(image, stream);

    assertArrayEquals(FrameFile.samples(expected, image.bitsAllocated()), FrameFile.samples(decoded, image.bitsAllocated()));
  }

  @Test
  void aStreamCutAnywhereBeforeItsLastBytesIsMalformed() throws DicomException {
    var image = JpegLsStreams.image(31, 29, 1, 12);
    var stream = JpegLsStreams.encode(JpegLsStreams.raster(image, 1));

    for (int length = 0; length < stream.length - 4; length++) {
      var cut = Arrays.copyOf(stream, length);
      assertThrows(DicomFormatException.class, () -> JpegLsStreams.decode(image, cut), length + " of " + stream.length + " bytes");
    }
  }

  /// Long codes made the counters overflow, and the Golomb parameter was sought without end.
  @Test
  void longCodesDoNotLetCountersGrowWithoutBounds() {
    var image = JpegLsStreams.image(40, 100, 1, 16);
    var header = bytes("FFD8 FFF7000B10002800640101 1100 FFDA0008010100000000");

    for (int seed = 0; seed < 300; seed++) {
      var random = new Random(seed);
      int zeros = 20 + seed % 40;
      var stream = Arrays.copyOf(header, 40_000);
      for (int i = header.length; i < stream.length; i++) {
        int b = 0;
        for (int k = 0; k < 8; k++) b = b << 1 | (random.nextInt(zeros) == 0 ? 1 : 0);
        stream[i] = (byte) Math.min(b, 0xFE);
      }
      assertTimeoutPreemptively(Duration.ofSeconds(20), () -> decodedOrRefused(image, stream), "seed " + seed);
    }
  }

  private static void decodedOrRefused(ImagePixel image, byte[] stream) {
    try {
      JpegLsStreams.decode(image, stream);
    } catch (DicomException _) {
      return; // what is asked is that it ends
    }
  }

  @Test
  void aFewBytesDoNotTakeMemoryForALargeFrame() {
    var image = JpegLsStreams.image(32_000, 32_000, 1, 8);

    assertThrows(DicomFormatException.class, () -> JpegLsStreams.decode(image, bytes("FFD8 FFF7000B08 7D00 7D00 0101 1100 FFDA0008010100000000 00 FFD9")));
  }

  @ParameterizedTest
  @CsvSource({
    "mapping table, FFD8 FFF8000605010200FF", "colour transform, FFD8 FFE800076D72667801", "subsampling, FFD8 FFF7000B080004000401 012100",
    "mapping in the scan, FFD8 FFF7000B080004000401011100 FFDA0008010101000000", "point transform, FFD8 FFF7000B080004000401011100 FFDA0008010100000001"})
  void whatIsNotSupportedIsSaid(String name, String stream) {
    assertThrows(UnsupportedDicomException.class, () -> JpegLsStreams.decode(JpegLsStreams.image(4, 4, 1, 8), bytes(stream + "FFD9 0000")), name);
  }

  @Test
  void aFrameOfAnotherSizeIsMalformed() {
    assertThrows(DicomFormatException.class, () -> JpegLsStreams.decode(JpegLsStreams.image(4, 5, 1, 8), bytes(EXAMPLE)));
    assertThrows(DicomFormatException.class, () -> JpegLsStreams.decode(JpegLsStreams.image(4, 4, 3, 8), bytes(EXAMPLE)));
  }
}

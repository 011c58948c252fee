package umbra.pixel.codec.jpeg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import umbra.dicom.DicomException;
import umbra.dicom.DicomFormatException;
import umbra.dicom.Place;
import umbra.dicom.TransferSyntax;
import umbra.dicom.UnsupportedDicomException;
import umbra.io.ByteSlice;
import umbra.pixel.Checkpoint;
import umbra.pixel.ImagePixel;
import umbra.pixel.Photometric;
import umbra.pixel.Raster;
import umbra.pixel.SampleType;
import umbra.pixel.codec.EncodedFrame;
import umbra.pixel.codec.jpeg.encode.JpegBaselineEncoder;

/// Small streams written by hand: one block of 8 by 8, quantisation 8, a DC code of one bit for each of two categories.
class JpegDecoderTest {
  private static final String SOI = "FFD8";
  private static final String EOI = "FFD9";
  private static final String QUANTISATION = "FFDB 0043 00" + "08".repeat(64);
  /// DC: 0 is category 0, 10 is category 3. AC: 0 is the end of the block, 10 is one coefficient of one bit.
  private static final String HUFFMAN = "FFC4 0015 00 01010000000000000000000000000000 00 03 FFC4 0015 10 01010000000000000000000000000000 00 01";
  private static final String SCAN = "FFDA 0008 01 01 00 00 3F 00";

  private static String frameHeader(String marker, int rows, int columns) {
    return marker + "000B 08 %04X %04X 01 01 11 00".formatted(rows, columns);
  }

  /// Category 3 and value 5 (10 101), the end of the block (0), then ones.
  private static final String DATA = "AB";

  private static byte[] bytes(String... hex) {
    return HexFormat.of().parseHex(String.join("", hex).replace(" ", ""));
  }

  private static Raster decode(int rows, int columns, byte[] stream) throws DicomException {
    var image = new ImagePixel(rows, columns, 1, Photometric.MONOCHROME2, SampleType.INTEGER, 8, 8, 7, false, false, 1);
    var frame = new EncodedFrame(image, TransferSyntax.JPEG_BASELINE, List.of(ByteSlice.of(stream)), Place.of("memory"), Checkpoint.NONE);
    return new JpegDecoder().decode(frame);
  }

  private static Raster decode(String... hex) throws DicomException {
    return decode(8, 8, bytes(hex));
  }

  private static byte[] sequential() {
    return bytes(SOI, QUANTISATION, frameHeader("FFC0", 8, 8), HUFFMAN, SCAN, DATA, EOI);
  }

  @Test
  void aBlockOfOneCoefficientIsFlat() throws DicomException {
    var raster = decode(8, 8, sequential());

    for (int i = 0; i < 64; i++) assertEquals(128 + 5, raster.values().at(i));
  }

  @Test
  void fillBytesPaddingAndAMissingEndAreTolerated() throws DicomException {
    assertEquals(133, decode(SOI, "FFFF", QUANTISATION.substring(2), frameHeader("FFC0", 8, 8), HUFFMAN, SCAN, DATA, EOI, "0000").values().at(0));
    assertEquals(133, decode(SOI, QUANTISATION, frameHeader("FFC0", 8, 8), HUFFMAN, SCAN, DATA).values().at(0));
  }

  @Test
  void rowsLeftToDnlAreThoseOfTheHeader() throws DicomException {
    assertEquals(133, decode(SOI, QUANTISATION, frameHeader("FFC0", 0, 8), HUFFMAN, SCAN, DATA, "FFDC 0004 0008", EOI).values().at(63));
  }

  @Test
  void dataThatEndEarlyAreNotAPicture() {
    assertThrows(DicomFormatException.class, () -> decode(8, 64, bytes(SOI, QUANTISATION, frameHeader("FFC0", 8, 64), HUFFMAN, SCAN, DATA, EOI)));
  }

  @Test
  void anotherSizeThanTheHeaderStatesIsRefused() {
    assertThrows(DicomFormatException.class, () -> decode(8, 16, sequential()));
  }

  @Test
  void arithmeticCodingIsNotSupported() {
    assertThrows(UnsupportedDicomException.class, () -> decode(SOI, QUANTISATION, frameHeader("FFC9", 8, 8), HUFFMAN, SCAN, DATA, EOI));
  }

  @Test
  void aFewBytesDoNotClaimAFrameOfAGigabyte() {
    var stream = bytes(SOI, QUANTISATION, frameHeader("FFC0", 32000, 32000), HUFFMAN, SCAN, DATA, EOI);

    var refused = assertThrows(DicomFormatException.class, () -> decode(32000, 32000, stream));

    assertEquals(true, refused.getMessage().contains("too short"), refused.getMessage());
  }

  /// A first scan of the DC coefficients (category 3, value 5), nothing of AC.
  private static final String DC_SCAN = "FFDA 0008 01 01 00 00 00 00 AF";

  @Test
  void aProgressiveStreamMayLeaveOutCoefficientsButNotItsEnd() throws DicomException {
    var header = QUANTISATION + frameHeader("FFC2", 8, 8) + HUFFMAN;

    assertEquals(133, decode(SOI, header, DC_SCAN, EOI).values().at(0));
    assertThrows(DicomFormatException.class, () -> decode(SOI, header, DC_SCAN));
  }

  @Test
  void aProgressiveBandIsNotCodedTwice() {
    var header = QUANTISATION + frameHeader("FFC2", 8, 8) + HUFFMAN;

    assertThrows(DicomFormatException.class, () -> decode(SOI, header, DC_SCAN, DC_SCAN, EOI));
  }

  @Test
  void damagedStreamsAreRefusedOrDecodedButNeverMore() throws DicomException {
    var pixels = new byte[40 * 56];
    for (int i = 0; i < pixels.length; i++) pixels[i] = (byte) (i * i >> 5);
    var raster = new Raster(40, 56, 1, 8, false, Photometric.MONOCHROME2, new Raster.Samples.Bytes(pixels, false));
    var whole = new JpegBaselineEncoder(80).encode(raster, Checkpoint.NONE);
    var random = new Random(10918);
    assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
      for (int round = 0; round < 4000; round++) {
        var damaged = Arrays.copyOf(whole, round % 3 == 0 ? random.nextInt(whole.length) : whole.length);
        for (int i = random.nextInt(4); i >= 0 && damaged.length > 0; i--) damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
        if (round % 5 == 0) for (int i = 0; i + 1 < damaged.length; i++) if (damaged[i] == -1 && damaged[i + 1] == (byte) 0xC0) damaged[i + 1] = (byte) 0xC2;
        try {
          decode(40, 56, damaged);
        } catch (DicomException _) {
          continue;
        }
      }
    });
  }

  @Test
  void aCutStreamIsNeverAPicture() throws DicomException {
    var out = new ByteArrayOutputStream();
    var noise = new byte[64 * 64];
    new Random(1).nextBytes(noise);
    out.writeBytes(new JpegBaselineEncoder(90).encode(new Raster(64, 64, 1, 8, false, Photometric.MONOCHROME2, new Raster.Samples.Bytes(noise, false)), Checkpoint.NONE));
    for (int length = 0; length < out.size() - 40; length += 7) {
      var cut = Arrays.copyOf(out.toByteArray(), length);
      assertThrows(DicomException.class, () -> decode(64, 64, cut));
    }
  }
}

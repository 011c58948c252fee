package umbra.pixel.render;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import umbra.dicom.DataElement;
import umbra.dicom.DataSet;
import umbra.dicom.DicomException;
import umbra.dicom.DicomFormatException;
import umbra.dicom.Tag;
import umbra.dicom.Tags;
import umbra.dicom.VR;
import umbra.pixel.ImagePixel;
import umbra.pixel.Photometric;
import umbra.pixel.Raster;
import umbra.pixel.SampleType;

class RendererTest {
  private static DataElement us(String tag, int... values) {
    var bytes = ByteBuffer.allocate(2 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    for (int v : values) bytes.putShort((short) v);
    return DataElement.ofBytes(Tag.parse(tag), VR.US, bytes.array());
  }

  private static DataElement text(Tag tag, VR vr, String value) {
    return DataElement.ofAscii(tag, vr, value);
  }

  /// One row of 16-bit words.
  private static int[] gray(DataSet dataSet, Photometric photometric, int stored, int high, boolean signed, int... words) throws DicomException {
    var samples = new short[words.length];
    for (int i = 0; i < words.length; i++) samples[i] = (short) words[i];
    var image = new ImagePixel(1, words.length, 1, photometric, SampleType.INTEGER, 16, stored, high, signed, false, 1);
    var raster = new Raster(1, words.length, 1, stored, signed, photometric, new Raster.Samples.Shorts(samples, signed));
    var argb = new Renderer(dataSet, image, "test").picture(raster, 0, Optional.empty(), true).argb();
    return Arrays.stream(argb).map(p -> p & 0xFF).toArray();
  }

  /// PS3.3 C.11.2.1.2.1: with center 2048 and width 4096, 0 is black, 4095 white.
  @ParameterizedTest
  @CsvSource({"LINEAR, 2048, 4096, 0, 0", "LINEAR, 2048, 4096, 4095, 255", "LINEAR, 100, 1, 99, 0", "LINEAR, 100, 1, 100, 255", "LINEAR, 0, 100, -51, 0",
      "LINEAR, 0, 100, 49, 255", "LINEAR_EXACT, 0, 100, -50, 0", "LINEAR_EXACT, 0, 100, 50, 255", "LINEAR_EXACT, 0, 100, 0, 128", "SIGMOID, 0, 100, 0, 128",
      "SIGMOID, 0, 100, 100, 250"})
  void windowsFollowTheStandard(String function, double center, double width, int value, int expected) {
    var window = new Window(center, width, Window.Function.valueOf(function));
    var out = new byte[1];

    window.apply(new float[] {value}, 1, 0, out);

    assertEquals(expected, out[0] & 0xFF);
    assertEquals(expected, (int) Math.floor(255 * window.fraction(value) + 0.5));
  }

  @Test
  void rescaleComesBeforeTheWindow() throws DicomException {
    var dataSet = DataSet.of(text(Tags.WINDOW_CENTER, VR.DS, "40"), text(Tags.WINDOW_WIDTH, VR.DS, "400"), text(Tags.RESCALE_INTERCEPT, VR.DS, "-1024"),
        text(Tags.RESCALE_SLOPE, VR.DS, "1"));

    assertArrayEquals(new int[] {0, 255}, gray(dataSet, Photometric.MONOCHROME2, 12, 11, false, 0, 4000));
  }

  @Test
  void monochrome1AndInverseTurnTheGraysRound() throws DicomException {
    var window = List.of(text(Tags.WINDOW_CENTER, VR.DS, "2048"), text(Tags.WINDOW_WIDTH, VR.DS, "4096"));
    var plain = new DataSet(window, umbra.dicom.text.CharacterSets.DEFAULT, umbra.dicom.Encoded.NEW);
    var inverse = plain.with(text(Tag.parse("2050,0020"), VR.CS, "INVERSE"));
    var identity = plain.with(text(Tag.parse("2050,0020"), VR.CS, "IDENTITY"));

    assertArrayEquals(new int[] {255, 0}, gray(plain, Photometric.MONOCHROME1, 12, 11, false, 0, 4095));
    assertArrayEquals(new int[] {255, 0}, gray(inverse, Photometric.MONOCHROME2, 12, 11, false, 0, 4095));
    assertArrayEquals(new int[] {0, 255}, gray(identity, Photometric.MONOCHROME1, 12, 11, false, 0, 4095));
  }

  @Test
  void signAndHighBitAreTakenOutOfTheWord() throws DicomException {
    var dataSet = DataSet.of(text(Tags.WINDOW_CENTER, VR.DS, "0"), text(Tags.WINDOW_WIDTH, VR.DS, "2"), text(Tags.VOI_LUT_FUNCTION, VR.CS, "LINEAR_EXACT"));

    // -1 and 1 in twelve bits that end at bit 13; rubbish above and below
    assertArrayEquals(new int[] {0, 255}, gray(dataSet, Photometric.MONOCHROME2, 12, 13, true, 0x7FFC, 0xC007));
  }

  @Test
  void voiLutTableIsUsed() throws DicomException {
    var lut = DataSet.of(us("0028,3002", 3, 10, 8), us("0028,3006", 0, 100, 200));
    var dataSet = DataSet.of(DataElement.ofItems(Tags.VOI_LUT_SEQUENCE, List.of(lut)));

    assertArrayEquals(new int[] {0, 0, 100, 200, 200}, gray(dataSet, Photometric.MONOCHROME2, 12, 11, false, 0, 10, 11, 12, 500));
  }

  @Test
  void perFrameWindowsAreThoseOfTheirFrame() throws DicomException {
    var groups = new ArrayList<DataSet>();
    for (var center : List.of("0", "1000")) {
      var voi = DataSet.of(text(Tags.WINDOW_CENTER, VR.DS, center), text(Tags.WINDOW_WIDTH, VR.DS, "10"));
      groups.add(DataSet.of(DataElement.ofItems(Tag.parse("0028,9132"), List.of(voi))));
    }
    var dataSet = DataSet.of(DataElement.ofItems(Tags.PER_FRAME_FUNCTIONAL_GROUPS, groups));
    var image = new ImagePixel(1, 1, 1, Photometric.MONOCHROME2, SampleType.INTEGER, 16, 16, 15, false, false, 2);
    var raster = new Raster(1, 1, 1, 16, false, Photometric.MONOCHROME2, new Raster.Samples.Shorts(new short[] {500}, false));
    var renderer = new Renderer(dataSet, image, "test");

    assertEquals(0xFFFFFFFF, renderer.picture(raster, 0, Optional.empty(), true).argb()[0]);
    assertEquals(0xFF000000, renderer.picture(raster, 1, Optional.empty(), true).argb()[0]);
  }

  @Test
  void paddingIsLeftOutOfTheAutomaticWindow() throws DicomException {
    var dataSet = DataSet.of(us("0028,0120", 60_000));
    var words = new int[1000];
    Arrays.fill(words, 0, 500, 60_000);
    for (int i = 500; i < 1000; i++) words[i] = i;

    var shown = gray(dataSet, Photometric.MONOCHROME2, 16, 15, false, words);

    assertTrue(shown[750] > 100 && shown[750] < 160, "the image has all of the grays");
  }

  @Test
  void palettesWithEightBitsInWordsAreRead() throws DicomException {
    var dataSet = DataSet.of(us("0028,1101", 2, 0, 16), us("0028,1102", 2, 0, 16), us("0028,1103", 2, 0, 16),
        us("0028,1201", 0xFFFF, 0), us("0028,1202", 0x8000, 0xFFFF), us("0028,1203", 0, 0x1234));
    var image = new ImagePixel(1, 2, 1, Photometric.PALETTE_COLOR, SampleType.INTEGER, 8, 8, 7, false, false, 1);
    var raster = new Raster(1, 2, 1, 8, false, Photometric.PALETTE_COLOR, new Raster.Samples.Bytes(new byte[] {0, 1}, false));

    var argb = new Renderer(dataSet, image, "test").picture(raster, 0, Optional.empty(), true).argb();

    assertArrayEquals(new int[] {0xFFFF8000, 0xFF00FF12}, argb);
    assertThrows(DicomFormatException.class, () -> new Renderer(DataSet.EMPTY, image, "test").picture(raster, 0, Optional.empty(), true));
  }

  @Test
  void segmentedPalettesAreUnfolded() throws DicomException {
    // four words copied, then a line of four to 9000, then that line again from its offset
    var segments = new int[] {0, 2, 0, 1000, 1, 4, 9000};
    var dataSet = DataSet.of(us("0028,1101", 6, 0, 16), us("0028,1102", 6, 0, 16), us("0028,1103", 6, 0, 16),
        us("0028,1221", segments), us("0028,1222", segments), us("0028,1223", segments));

    var palette = Palette.of(dataSet, false).orElseThrow();

    assertArrayEquals(new int[] {0, 1000, 3000, 5000, 7000, 9000}, palette.red().entries());
  }

  @Test
  void overlaysOfTheirOwnAndInHighBitsArePainted() throws DicomException {
    var own = DataSet.of(us("6000,0010", 1), us("6000,0011", 2), us("6000,0050", 1, 2), DataElement.ofBytes(Tag.parse("6000,3000"), VR.OW, new byte[] {0b01, 0}),
        text(Tags.WINDOW_CENTER, VR.DS, "50000"), text(Tags.WINDOW_WIDTH, VR.DS, "10"));
    var embedded = DataSet.of(us("6000,0010", 1), us("6000,0011", 3), us("6000,0100", 16), us("6000,0102", 12),
        text(Tags.WINDOW_CENTER, VR.DS, "50000"), text(Tags.WINDOW_WIDTH, VR.DS, "10"));

    assertArrayEquals(new int[] {0, 255, 0}, gray(own, Photometric.MONOCHROME2, 12, 11, false, 5, 5, 5));
    assertArrayEquals(new int[] {0, 0, 255}, gray(embedded, Photometric.MONOCHROME2, 12, 11, false, 5, 5, 0x1005));
  }

  @Test
  void narrowPixelsAreWidened() {
    var picture = new Picture(2, 1, new int[] {1, 2});

    assertArrayEquals(new int[] {1, 1, 2, 2}, picture.squared(0.5).argb());
    assertEquals(2, picture.squared(2).height());
    assertEquals(picture, picture.squared(1));
    assertEquals(picture, picture.squared(Double.NaN));
  }

  @Test
  void aPngIsReadByOthersAsItWas() throws Exception {
    var colours = new int[35];
    for (int i = 0; i < 35; i++) colours[i] = 0xFF000000 | i * 0x30507;

    var read = javax.imageio.ImageIO.read(new ByteArrayInputStream(Png.of(new Picture(7, 5, colours))));

    assertEquals(7, read.getWidth());
    for (int i = 0; i < 35; i++) assertEquals(colours[i], read.getRGB(i % 7, i / 7));
  }
}

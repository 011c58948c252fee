package umbra.pixel.render;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import umbra.dicom.DataElement;
import umbra.dicom.DataSet;
import umbra.dicom.Tag;
import umbra.dicom.VR;
import umbra.pixel.Raster.Samples;
import umbra.pixel.view.Painter;
import umbra.pixel.view.Plane;
import umbra.pixel.view.Prepared;
import umbra.pixel.view.ViewTransform;

/// Four pixels of 0, 1, 2 and 3 as presentation states want them.
class GrayLookTest {
  private static final DataSet NONE = DataSet.EMPTY;

  private static DataElement words(int group, int element, int... values) {
    var bytes = ByteBuffer.allocate(2 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    for (int value : values) bytes.putShort((short) value);
    return DataElement.ofBytes(Tag.of(group, element), VR.US, bytes.array());
  }

  private static DataSet table(int first, int bits, int... values) {
    return DataSet.of(words(0x0028, 0x3002, values.length, first, bits), words(0x0028, 0x3006, values));
  }

  private static DataElement text(int group, int element, VR vr, String value) {
    return DataElement.ofAscii(Tag.of(group, element), vr, value);
  }

  private static DataElement items(int group, int element, DataSet item) {
    return DataElement.ofItems(Tag.of(group, element), java.util.List.of(item));
  }

  private static int[] grays(GrayLook look, boolean inverseImage) {
    var plane = new Plane(1, 4, 1, new Samples.Bytes(new byte[] {0, 1, 2, 3}, false), false, 24, 24);
    var image = new Prepared.Gray(plane, 1, 0, inverseImage, Optional.empty(), Optional.of(Window.linear(2, 4)), new LinkedHashMap<>(), _ -> false, Optional.empty());
    var argb = new int[4];
    new Painter().paint(image.shown(look), ViewTransform.fit(4, 1, 1, 4, 1), new Painter.Look(Optional.empty(), false, false, false), argb);
    var grays = new int[4];
    for (int i = 0; i < 4; i++) grays[i] = argb[i] & 0xFF;
    return grays;
  }

  @Test
  void aStateThatSaysNothingLeavesTheImageAsItIs() {
    var look = GrayLook.of(NONE, NONE);

    assertTrue(look.isEmpty());
    assertArrayEquals(new int[] {0, 85, 170, 255}, grays(look, false));
    assertArrayEquals(new int[] {255, 170, 85, 0}, grays(look, true));
  }

  @Test
  void aVoiLutTakesThePlaceOfTheWindow() {
    var look = GrayLook.of(NONE, DataSet.of(items(0x0028, 0x3010, table(1, 8, 10, 200, 30))));

    assertArrayEquals(new int[] {10, 10, 200, 30}, grays(look, false), "what lies before the first input leads to the first entry");
  }

  @Test
  void aWindowOfTheStateIsUsed() {
    assertArrayEquals(new int[] {0, 0, 255, 255}, grays(GrayLook.of(NONE, DataSet.of(text(0x0028, 0x1050, VR.DS, "2"), text(0x0028, 0x1051, VR.DS, "1"))), false));
  }

  @Test
  void theRescaleOfTheStateComesFirst() {
    var state = DataSet.of(text(0x0028, 0x1052, VR.DS, "-1"), text(0x0028, 0x1053, VR.DS, "1"));

    assertArrayEquals(new int[] {20, 40, 60, 80}, grays(GrayLook.of(state, DataSet.of(items(0x0028, 0x3010, table(-1, 8, 20, 40, 60, 80)))), false), "-1, 0, 1, 2");
  }

  @Test
  void theShapeIsThatOfTheStateWhateverThePhotometricInterpretation() {
    var inverse = DataSet.of(text(0x2050, 0x0020, VR.CS, "INVERSE"));
    var identity = DataSet.of(text(0x2050, 0x0020, VR.CS, "IDENTITY"));

    assertArrayEquals(new int[] {255, 170, 85, 0}, grays(GrayLook.of(inverse, NONE), false));
    assertArrayEquals(new int[] {0, 85, 170, 255}, grays(GrayLook.of(identity, NONE), true));
  }

  @Test
  void aPresentationLutLiesBehindWindowAndTable() {
    var falling = DataSet.of(items(0x2050, 0x0010, table(0, 8, 255, 0)));

    assertArrayEquals(new int[] {255, 255, 0, 0}, grays(GrayLook.of(falling, DataSet.of(text(0x0028, 0x1050, VR.DS, "2"), text(0x0028, 0x1051, VR.DS, "4"))), false), "two entries: the nearer one");
    assertArrayEquals(new int[] {255, 0, 255, 0}, grays(GrayLook.of(falling, DataSet.of(items(0x0028, 0x3010, table(0, 8, 0, 255, 0, 255)))), true), "its output is what is shown");
  }
}

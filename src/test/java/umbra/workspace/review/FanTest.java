package umbra.workspace.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import umbra.dicom.DataElement;
import umbra.dicom.DataSet;
import umbra.dicom.Tag;
import umbra.dicom.VR;
import umbra.dicom.Value;
import umbra.pixel.redact.region.Box;
import umbra.workspace.review.Fan.Corner;

class FanTest {
  private static boolean isIn(List<Box> boxes, int x, int y) {
    return boxes.stream().anyMatch(b -> x >= b.x() && x < b.right() && y >= b.y() && y < b.bottom());
  }

  @Test
  void aRectangleIsKeptToThePixelInFourBoxes() {
    var around = Fan.of(new Box(100, 64, 400, 320)).outside(640, 480);
    assertEquals(4, around.size());
    for (int y = 0; y < 480; y++) for (int x = 0; x < 640; x++) assertEquals(!(x >= 100 && x < 500 && y >= 64 && y < 384), isIn(around, x, y), x + "," + y);
  }

  @Test
  void noPixelOfAFanIsLostAndFarAwayAllGoes() {
    var random = new SplittableRandom(5);
    for (int n = 0; n < 40; n++) {
      double top = random.nextInt(40);
      double bottom = 200 + random.nextInt(40);
      var fan = new Fan(List.of(new Corner(130 + random.nextInt(20), top), new Corner(170 + random.nextInt(20), top), new Corner(280 + random.nextInt(40), bottom), new Corner(random.nextInt(40), bottom)));
      var around = fan.outside(320, 240);
      for (int y = 0; y < 240; y += 3) {
        for (int x = 0; x < 320; x += 3) {
          if (inside(fan, x + 0.5, y + 0.5)) assertFalse(isIn(around, x, y), x + "," + y);
          else if (!near(fan, x, y)) assertTrue(isIn(around, x, y), x + "," + y);
        }
      }
    }
  }

  private static boolean near(Fan fan, int x, int y) {
    for (int dy = -9; dy <= 9; dy += 3) for (int dx = -12; dx <= 12; dx += 3) if (inside(fan, x + dx + 0.5, y + dy + 0.5)) return true;
    return false;
  }

  private static boolean inside(Fan fan, double x, double y) {
    boolean in = false;
    var c = fan.corners();
    for (int i = 0, j = c.size() - 1; i < c.size(); j = i++) {
      if (c.get(i).y() > y != c.get(j).y() > y && x < (c.get(j).x() - c.get(i).x()) * (y - c.get(i).y()) / (c.get(j).y() - c.get(i).y()) + c.get(i).x()) in = !in;
    }
    return in;
  }

  @Test
  void theHeaderStatesARectangleAroundAllItsRegions() {
    var header = DataSet.of(new DataElement(Tag.of(0x0018, 0x6011), VR.SQ, new Value.Items(List.of(region(100, 50, 299, 199), region(90, 210, 310, 239)))));
    assertEquals(Fan.of(new Box(90, 50, 221, 190)), Fan.stated(header).orElseThrow());
    assertTrue(Fan.stated(DataSet.EMPTY).isEmpty());
  }

  private static DataSet region(int left, int top, int right, int bottom) {
    return DataSet.of(number(0x6018, left), number(0x601A, top), number(0x601C, right), number(0x601E, bottom));
  }

  private static DataElement number(int element, int value) {
    return DataElement.ofBytes(Tag.of(0x0018, element), VR.UL, ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array());
  }
}

package umbra.ocr.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import umbra.ocr.Box;
import umbra.ocr.Drawing;

class LinesTest {
  private static List<Box> lines(Drawing drawing, Box box) {
    return Lines.of(Crop.of(drawing.picture(), box), box);
  }

  @Test
  void twoAndThreeLinesAreCutBetweenThem() {
    for (int count : new int[] {2, 3}) {
      var drawing = new Drawing(300, 120, 30);
      for (int i = 0; i < count; i++) drawing.text("KOWALSKI, " + i, 20, 20 + 20 * i, 2, 230);
      var box = new Box(15, 15, 180, 20 * count + 2);

      var lines = lines(drawing, box);

      assertEquals(count, lines.size());
      assertEquals(box, lines.stream().reduce(Box::union).orElseThrow());
      assertEquals(box.area(), lines.stream().mapToLong(Box::area).sum(), "no pixel is lost");
      for (int i = 0; i < count; i++) assertTrue(lines.get(i).y() <= 20 + 20 * i && lines.get(i).bottom() >= 34 + 20 * i, lines::toString);
    }
  }

  @Test
  void oneLineStaysWhole() {
    var drawing = new Drawing(300, 120, 30);
    drawing.text("I: 1 ; GAIN = 12.5", 20, 20, 2, 230);
    var box = new Box(15, 14, 230, 26);
    assertEquals(List.of(box), lines(drawing, box));
  }

  @Test
  void tissueStaysWhole() {
    var drawing = new Drawing(300, 120, 0).tissue(3, 20, 140);
    assertEquals(1, lines(drawing, new Box(10, 10, 200, 60)).size());
  }

  @Test
  void whatStandsUprightIsNotCut() {
    var drawing = new Drawing(60, 200, 30);
    for (int i = 0; i < 5; i++) drawing.text("1" + i, 20, 20 + 30 * i, 2, 230);
    var box = new Box(15, 15, 30, 150);
    assertEquals(List.of(box), lines(drawing, box));
  }
}

package umbra.ocr.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import umbra.ocr.Box;
import umbra.ocr.Drawing;
import umbra.ocr.detect.Pass.Tone;
import umbra.pixel.render.Picture;

class InkedPartsTest {
  private static List<Box> parts(Picture picture, Tone tone) {
    return InkedParts.of(picture, new Box(0, 0, picture.width(), picture.height()), tone);
  }

  @Test
  void linesInTheCornersAreLookedAtApart() {
    var drawing = new Drawing(512, 512, 0);
    var lines = List.of(drawing.text("NAME", 20, 20, 2, 255), drawing.text("DATE", 430, 20, 2, 255), drawing.text("SCALE", 20, 480, 2, 255));

    var parts = parts(drawing.picture(), Tone.SHOWN);

    assertEquals(3, parts.size());
    for (var line : lines) assertTrue(parts.contains(line.grown(16, 512, 512)), () -> line + " in " + parts);
  }

  @Test
  void noInkIsLeftOutAndNoPartIsSeenTwice() {
    var random = new SplittableRandom(5);
    for (int round = 0; round < 40; round++) {
      var drawing = new Drawing(300, 220, 0);
      for (int line = random.nextInt(7); line > 0; line--) drawing.text("T1", random.nextInt(270), random.nextInt(200), 1 + random.nextInt(2), 20 + random.nextInt(236));
      var picture = drawing.picture();
      for (var tone : Tone.values()) {
        var parts = parts(picture, tone);
        for (int i = 0; i < picture.argb().length; i++) {
          var dot = new Box(i % 300, i / 300, 1, 1);
          long holding = parts.stream().filter(p -> p.shared(dot) > 0).count();
          boolean isInk = tone.of(picture.argb()[i] & 0xFF) != tone.of(0);
          assertTrue(holding <= 1 && (!isInk || holding == 1), () -> dot + " of " + parts);
        }
      }
    }
  }

  @Test
  void whatIsOfOneBrightnessIsNotLookedAt() {
    assertEquals(List.of(), parts(new Drawing(64, 64, 90).picture(), Tone.SHOWN));
    assertEquals(List.of(), parts(new Drawing(64, 64, 0).tissue(1, 10, 140).picture(), Tone.HIGHLIGHTS), "nothing is bright");
  }
}

package umbra.ocr.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import umbra.ocr.Effort;
import umbra.ocr.detect.Pass.Tone;
import umbra.pixel.render.Picture;

class LookPlanTest {
  private static Picture dot(int side) {
    var argb = new int[side * side];
    Arrays.fill(argb, 0xFF000000);
    argb[side * side / 2 + side / 2] = 0xFFFFFFFF;
    return new Picture(side, side, argb);
  }

  @ParameterizedTest
  @CsvSource({"256,2,2,2", "512,2,2,2", "800,1.28,1.44,2", "1024,1,1.125,1.5625", "1600,1,1,1", "3200,0.5,0.5,0.5"})
  void aThoroughLookIsCloserWhereSomethingWasSeen(int side, double usual, double highlights, double closer) {
    var looks = LookPlan.of(dot(side), Effort.THOROUGH).stream().filter(l -> l.pass().scale() == usual || l.pass().tone() == Tone.HIGHLIGHTS && l.pass().scale() == highlights).toList();

    assertEquals(Map.of(Tone.SHOWN, usual, Tone.HIGHLIGHTS, highlights, Tone.INVERTED, usual), looks.stream().collect(Collectors.toMap(l -> l.pass().tone(), l -> l.pass().scale())));
    assertEquals(Map.of(Tone.SHOWN, closer, Tone.HIGHLIGHTS, closer, Tone.INVERTED, usual), looks.stream().collect(Collectors.toMap(l -> l.pass().tone(), LookPlan.Look::closer)));
  }

  @Test
  void aLookAtAFrameOfASeriesIsOneLook() {
    assertTrue(LookPlan.of(dot(1024), Effort.EVERY_FRAME).stream().allMatch(l -> l.closer() == 1 && l.pass().scale() == 1));
  }
}

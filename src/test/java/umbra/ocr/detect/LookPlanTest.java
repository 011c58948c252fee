package umbra.ocr.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import umbra.ocr.Effort;
import umbra.ocr.detect.Pass.Tone;
import umbra.pixel.render.Picture;

class LookPlanTest {
  @ParameterizedTest
  @CsvSource({"256,2,2", "512,2,2", "800,2,1.28", "1024,1.5625,1", "1600,1,1"})
  void aThoroughLookIsLargeExceptForTheInvertedPicture(int side, double scale, double inverted) {
    var argb = new int[side * side];
    Arrays.fill(argb, 0xFF000000);
    argb[side * side / 2 + side / 2] = 0xFFFFFFFF;
    var looks = LookPlan.of(new Picture(side, side, argb), Effort.THOROUGH);

    assertEquals(Map.of(Tone.SHOWN, scale, Tone.HIGHLIGHTS, scale, Tone.INVERTED, inverted), looks.stream().collect(Collectors.toMap(l -> l.pass().tone(), l -> l.pass().scale())));
  }
}

package umbra.ocr.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResamplingTest {
  private static float[] resampled(float[] source, int width, int wide, int high) {
    var out = new float[wide * high];
    Resampling.apply((y, into) -> System.arraycopy(source, y * width, into, 0, width), width, Resampling.of(width, wide), Resampling.of(source.length / width, high), out, 0, wide, high, 1, 0);
    return out;
  }

  @ParameterizedTest
  @CsvSource({"7,5,7,5", "7,5,14,10", "1,1,9,4", "40,30,13,7", "40,30,64,12", "2,9,3,1", "33,32,32,33"})
  void aPlaneOfOneValueStaysAndAnyOtherKeepsItsMeanNearly(int width, int height, int wide, int high) {
    var flat = new float[width * height];
    java.util.Arrays.fill(flat, 17);
    for (float value : resampled(flat, width, wide, high)) assertEquals(17, value, 1e-4);

    var random = new Random(3);
    var slope = new float[width * height];
    for (int i = 0; i < slope.length; i++) slope[i] = i % width * 3 + i / width + random.nextFloat();
    double before = 0;
    double after = 0;
    for (float value : slope) before += value;
    var result = resampled(slope, width, wide, high);
    for (float value : result) after += value;
    assertEquals(before / slope.length, after / result.length, 1.5);
  }

  @ParameterizedTest
  @CsvSource({"0,0.0", "1,2.5", "2,7.5", "3,10.0"})
  void whatGrowsIsLinearBetweenTheMiddlesOfItsSamples(int x, float expected) {
    assertEquals(expected, resampled(new float[] {0, 10}, 2, 4, 1)[x], 1e-5);
  }

  @ParameterizedTest
  @CsvSource({"0,1.0", "1,4.0"})
  void whatShrinksMuchIsTheMeanOfItsArea(int x, float expected) {
    assertEquals(expected, resampled(new float[] {0, 1, 2, 3, 4, 5}, 6, 2, 1)[x], 1e-5);
  }
}

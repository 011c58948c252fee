package umbra.pixel.codec.jpeg2000;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

class WaveletTest {

  private static TileComponent component(int x0, int y0, int x1, int y1, int levels, boolean reversible) {
    var stream = new Codestream(new byte[0]);
    stream.dx = stream.dy = new int[] {1};
    stream.main = new Codestream.Style(1);
    stream.main.coding = new CodingStyle(levels, 6, 6, 0, reversible, new byte[0]);
    return new TileComponent(stream, new Codestream.TileData(0, stream.main), 0, new int[] {x0, y0, x1, y1});
  }

  @Test
  void synthesisUndoesAnalysis() {
    var random = new Random(3);
    for (int width = 1; width < 20; width++) {
      for (int height = 1; height < 20; height++) {
        var component = component(0, 0, width, height, 3, true);
        var samples = random.ints(width * height, -70_000, 70_000).toArray();
        component.analyse(samples.clone());
        assertArrayEquals(samples, component.reversible());
      }
    }
  }

  /// Whatever the first row and column are, a flat image is its LL band: both low filters have a gain of one.
  @Test
  void flatBandsGiveFlatImages() {
    for (int x0 = 0; x0 < 3; x0++) {
      for (int y0 = 0; y0 < 3; y0++) {
        var reversible = component(x0, y0, x0 + 13, y0 + 9, 2, true);
        var irreversible = component(x0, y0, x0 + 13, y0 + 9, 2, false);
        for (int r = 0; r <= 2; r++) {
          for (int b = 0; b < reversible.resolutions[r].bands.length; b++) {
            var whole = reversible.resolutions[r].bands[b];
            var real = irreversible.resolutions[r].bands[b];
            whole.ints = new int[whole.width() * whole.height()];
            real.floats = new float[real.width() * real.height()];
            if (r == 0) {
              java.util.Arrays.fill(whole.ints, 500);
              java.util.Arrays.fill(real.floats, 500);
            }
          }
        }
        for (int sample : reversible.reversible()) assertEquals(500, sample);
        for (float sample : irreversible.irreversible()) assertEquals(500, sample, 0.01);
      }
    }
  }
}

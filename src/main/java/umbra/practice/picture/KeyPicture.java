package umbra.practice.picture;

import java.util.SplittableRandom;
import umbra.practice.study.Study;

/// A small picture of a CT slice with the patient's name in a corner, as letters hold them.
public final class KeyPicture {
  public static final int COLUMNS = 320;
  public static final int ROWS = 240;
  private static final int SIDE = 240;

  private KeyPicture() {}

  /// @return RGB, pixel-interleaved
  public static byte[] of(Study study, SplittableRandom random) {
    var rgb = new byte[COLUMNS * ROWS * 3];
    var slice = Phantom.ctSlice(SIDE, 0.45, random);
    for (int y = 0; y < ROWS; y++) for (int x = 0; x < SIDE; x++) put(rgb, x + 40, y, (int) Math.clamp((slice[y * SIDE + x] + 160) * 255L / 400, 0, 255));
    var font = new PixelFont();
    font.draw(study.person().name().replace('^', ' '), 6, 6, 2, (x, y) -> put(rgb, x, y, 235));
    font.draw(study.person().id(), 6, 24, 2, (x, y) -> put(rgb, x, y, 235));
    return rgb;
  }

  private static void put(byte[] rgb, int x, int y, int gray) {
    if (x < COLUMNS && y < ROWS) for (int s = 0; s < 3; s++) rgb[3 * (y * COLUMNS + x) + s] = (byte) gray;
  }
}

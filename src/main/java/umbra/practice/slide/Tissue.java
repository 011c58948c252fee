package umbra.practice.slide;

/// A stained section: two pieces of tissue with glands and nuclei on a white ground. RGB, pixel-interleaved.
final class Tissue {
  private static final double CELL = 15;

  private Tissue() {}

  static byte[] draw(int columns, int rows) {
    var rgb = new byte[columns * rows * 3];
    for (int y = 0; y < rows; y++) for (int x = 0; x < columns; x++) dot(rgb, 3 * (y * columns + x), x, y, (double) x / columns, (double) y / rows);
    return rgb;
  }

  private static void dot(byte[] rgb, int at, int x, int y, double u, double v) {
    double edge = Math.min(piece(u, v, 0.33, 0.50, 0.24, 0.38), piece(u, v, 0.74, 0.46, 0.18, 0.30));
    if (edge > 1) {
      put(rgb, at, 243, 241, 244);
      return;
    }
    double gland = Math.sin(x / 47.0 + 2 * Math.sin(y / 90.0)) * Math.sin(y / 53.0 + 1.5 * Math.sin(x / 70.0));
    if (gland > 0.72) {
      put(rgb, at, 240, 228, 238); // the hollow of a gland
      return;
    }
    double pink = 0.5 + 0.5 * Math.sin(x / 9.0 + y / 23.0) * Math.sin(y / 11.0);
    if (nucleus(x, y, gland)) put(rgb, at, 96 + 18 * pink, 58 + 10 * pink, 138 + 12 * pink);
    else put(rgb, at, 226 - 14 * pink, 158 + 22 * pink - 20 * gland, 190 + 12 * pink);
  }

  /// Below 1 inside a piece with a wavy border.
  private static double piece(double u, double v, double cx, double cy, double a, double b) {
    double dx = (u - cx) / a;
    double dy = (v - cy) / b;
    double angle = Math.atan2(dy, dx);
    return Math.hypot(dx, dy) / (1 + 0.09 * Math.sin(5 * angle) + 0.05 * Math.sin(11 * angle + 1));
  }

  /// One in each cell of a grid, moved about; none in some, more at the borders of glands.
  private static boolean nucleus(int x, int y, double gland) {
    int column = (int) (x / CELL);
    int row = (int) (y / CELL);
    int hash = column * 73_856_093 ^ row * 19_349_663;
    hash ^= hash >>> 13;
    hash *= 0x5bd1e995;
    hash ^= hash >>> 15;
    if ((hash & 3) == 0 && gland < 0.4) return false;
    double dx = x - (column + 0.5) * CELL - (hash >> 4 & 7) + 3.5;
    double dy = y - (row + 0.5) * CELL - (hash >> 8 & 7) + 3.5;
    double r = 3 + (hash >> 12 & 3) * 0.6;
    return dx * dx + dy * dy * 1.3 < r * r;
  }

  private static void put(byte[] rgb, int at, double r, double g, double b) {
    rgb[at] = (byte) Math.clamp((long) r, 0, 255);
    rgb[at + 1] = (byte) Math.clamp((long) g, 0, 255);
    rgb[at + 2] = (byte) Math.clamp((long) b, 0, 255);
  }

  /// Half as wide and high: means of four.
  static byte[] halved(byte[] rgb, int columns, int rows) {
    int w = columns / 2;
    int h = rows / 2;
    var small = new byte[w * h * 3];
    for (int y = 0; y < h; y++) {
      for (int x = 0; x < w; x++) {
        for (int s = 0; s < 3; s++) {
          int at = 3 * (2 * y * columns + 2 * x) + s;
          small[3 * (y * w + x) + s] = (byte) (((rgb[at] & 0xFF) + (rgb[at + 3] & 0xFF) + (rgb[at + 3 * columns] & 0xFF) + (rgb[at + 3 * columns + 3] & 0xFF)) / 4);
        }
      }
    }
    return small;
  }
}

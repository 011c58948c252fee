package umbra.pixel.codec.jpeg2000;

import umbra.pixel.codec.jpeg2000.TileComponent.Band;
import umbra.pixel.codec.jpeg2000.TileComponent.Resolution;

/// The forward 5/3 wavelet transform (Annex F.4) of an image whose first row and column are even.
final class Analysis {
  private Analysis() {}

  /// Fills all sub-bands of a component; `samples` are overwritten.
  static void reversible(TileComponent component, int[] samples) {
    int[] current = samples;
    for (int r = component.resolutions.length - 1; r > 0; r--) current = level(component.resolutions[r], current);
    component.resolutions[0].bands[0].ints = current;
  }

  private static int[] level(Resolution from, int[] in) {
    int width = from.x1 - from.x0;
    int height = from.y1 - from.y0;
    columns(in, width, height);
    for (var band : from.bands) band.ints = new int[band.width() * band.height()];
    Band hl = from.bands[0];
    Band lh = from.bands[1];
    Band hh = from.bands[2];
    int lows = width + 1 >> 1;
    var ll = new int[lows * (height + 1 >> 1)];
    for (int y = 0; y < height; y++) {
      int n = y >> 1;
      if ((y & 1) == 0) row(in, y * width, width, ll, n * lows, hl.ints, n * hl.width());
      else row(in, y * width, width, lh.ints, n * lows, hh.ints, n * hh.width());
    }
    return ll;
  }

  private static void columns(int[] in, int width, int height) {
    if (height == 1) return;
    for (int y = 1; y < height; y += 2) {
      int at = y * width;
      int above = at - width;
      int below = y + 1 < height ? at + width : above;
      for (int x = 0; x < width; x++) in[at + x] -= in[above + x] + in[below + x] >> 1;
    }
    for (int y = 0; y < height; y += 2) {
      int at = y * width;
      int below = y + 1 < height ? at + width : at - width;
      int above = y > 0 ? at - width : below;
      for (int x = 0; x < width; x++) in[at + x] += in[above + x] + in[below + x] + 2 >> 2;
    }
  }

  private static void row(int[] in, int at, int width, int[] low, int lowAt, int[] high, int highAt) {
    if (width == 1) {
      low[lowAt] = in[at];
      return;
    }
    int highs = width >> 1;
    int lows = width - highs;
    for (int n = 0; n < highs; n++) {
      int left = in[at + 2 * n];
      int right = 2 * n + 2 < width ? in[at + 2 * n + 2] : left;
      high[highAt + n] = in[at + 2 * n + 1] - (left + right >> 1);
    }
    for (int n = 0; n < lows; n++) {
      int right = high[highAt + Math.min(n, highs - 1)];
      int left = n > 0 ? high[highAt + n - 1] : right;
      low[lowAt + n] = in[at + 2 * n] + (left + right + 2 >> 2);
    }
  }
}

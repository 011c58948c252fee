package umbra.pixel.codec.jpeg2000.wavelet;

/// The forward 5/3 wavelet transform (Annex F.4) of an image whose first row and column are even.
public final class Analysis {
  private Analysis() {}

  /// Splits samples, which are overwritten, into sub-bands. The arrays of the high bands must have their sizes.
  ///
  /// @return the LL band
  public static int[] level53(int[] in, int width, int height, int[] hl, int[] lh, int[] hh) {
    columns(in, width, height);
    int lows = width + 1 >> 1;
    int highs = width - lows;
    var ll = new int[lows * (height + 1 >> 1)];
    for (int y = 0; y < height; y++) {
      int n = y >> 1;
      if ((y & 1) == 0) row(in, y * width, width, ll, n * lows, hl, n * highs);
      else row(in, y * width, width, lh, n * lows, hh, n * highs);
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

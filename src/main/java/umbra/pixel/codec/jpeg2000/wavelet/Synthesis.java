package umbra.pixel.codec.jpeg2000.wavelet;

/// The inverse wavelet transforms (Annex F.3).
///
/// Rows are put together from their low and high halves by loops with unit stride; columns are lifted row against row, a few
/// rows behind the one just put together, so that the work stays in the cache.
public final class Synthesis {
  private static final float ALPHA = -1.586134342f, BETA = -0.052980118f, GAMMA = 0.882911075f, DELTA = 0.443506852f;
  /// K of Table F.4, and 2/K: the factor 2 stands for the gain that Equation E-4 gives the high bands.
  private static final float LOW_SCALE = 1.230174105f, HIGH_SCALE = 1.625732422f;

  private Synthesis() {}

  /// One step of the reversible 5/3 transform: four sub-bands become the samples from (x0, y0) up to (x1, y1).
  public static int[] level53(int x0, int y0, int x1, int y1, int[] ll, int[] hl, int[] lh, int[] hh) {
    int width = x1 - x0;
    int height = y1 - y0;
    var out = new int[width * height];
    if (out.length == 0) return out;
    int lows = (x1 + 1 >>> 1) - (x0 + 1 >>> 1);
    int highs = width - lows;
    int xOdd = x0 & 1;
    int yOdd = y0 & 1;
    var lowRow = new int[width / 2 + 1];
    var highRow = new int[width / 2 + 1];
    for (int y = 0; y < height + 2; y++) {
      if (y < height) {
        int n = y >> 1; // row of the half bands, whichever parity the first row has
        if ((y & 1) == yOdd) row53(ll, n * lows, lows, hl, n * highs, highs, xOdd, lowRow, highRow, out, y * width);
        else row53(lh, n * lows, lows, hh, n * highs, highs, xOdd, lowRow, highRow, out, y * width);
      }
      if (height == 1) {
        if (yOdd == 1) for (int x = 0; x < width; x++) out[x] /= 2;
        break;
      }
      int row = y - 1;
      if (row >= 0 && row < height && (row & 1) == yOdd) lift53Even(out, row, height, width);
      row = y - 2;
      if (row >= 0 && row < height && (row & 1) != yOdd) lift53Odd(out, row, height, width);
    }
    return out;
  }

  private static void lift53Even(int[] out, int row, int height, int width) {
    int at = row * width;
    int above = (row == 0 ? 1 : row - 1) * width;
    int below = (row == height - 1 ? row - 1 : row + 1) * width;
    for (int x = 0; x < width; x++) out[at + x] -= out[above + x] + out[below + x] + 2 >> 2;
  }

  private static void lift53Odd(int[] out, int row, int height, int width) {
    int at = row * width;
    int above = (row == 0 ? 1 : row - 1) * width;
    int below = (row == height - 1 ? row - 1 : row + 1) * width;
    for (int x = 0; x < width; x++) out[at + x] += out[above + x] + out[below + x] >> 1;
  }

  private static void row53(int[] low, int lowAt, int lows, int[] high, int highAt, int highs, int odd, int[] l, int[] h, int[] out, int at) {
    System.arraycopy(low, lowAt, l, 0, lows);
    System.arraycopy(high, highAt, h, 0, highs);
    if (lows + highs == 1) {
      out[at] = lows == 1 ? l[0] : h[0] / 2;
      return;
    }
    // low n lies between high n-1 and n if the row starts with a low sample, else between n and n+1
    int first = odd == 0 ? 1 : 0;
    if (odd == 0) l[0] -= h[0] + h[0] + 2 >> 2;
    int inner = odd == 0 ? Math.min(lows, highs) : Math.min(lows, highs - 1);
    for (int n = first; n < inner; n++) l[n] -= h[n - first] + h[n - first + 1] + 2 >> 2;
    if (inner < lows) for (int n = Math.max(inner, first); n < lows; n++) l[n] -= 2 * h[highs - 1] + 2 >> 2;
    if (odd == 0) {
      int pairs = Math.min(highs, lows - 1);
      for (int n = 0; n < pairs; n++) h[n] += l[n] + l[n + 1] >> 1;
      if (pairs < highs) h[pairs] += l[lows - 1];
      for (int n = 0; n < highs; n++) {
        out[at + 2 * n] = l[n];
        out[at + 2 * n + 1] = h[n];
      }
      if (lows > highs) out[at + 2 * highs] = l[highs];
    } else {
      h[0] += l[0];
      int pairs = Math.min(highs, lows);
      for (int n = 1; n < pairs; n++) h[n] += l[n - 1] + l[n] >> 1;
      if (pairs < highs) h[pairs] += l[lows - 1];
      for (int n = 0; n < lows; n++) {
        out[at + 2 * n] = h[n];
        out[at + 2 * n + 1] = l[n];
      }
      if (highs > lows) out[at + 2 * lows] = h[lows];
    }
  }

  /// One step of the irreversible 9/7 transform: four sub-bands become the samples from (x0, y0) up to (x1, y1).
  public static float[] level97(int x0, int y0, int x1, int y1, float[] ll, float[] hl, float[] lh, float[] hh) {
    int width = x1 - x0;
    int height = y1 - y0;
    var out = new float[width * height];
    if (out.length == 0) return out;
    int lows = (x1 + 1 >>> 1) - (x0 + 1 >>> 1);
    int highs = width - lows;
    int xOdd = x0 & 1;
    int yOdd = y0 & 1;
    var lowRow = new float[width / 2 + 1];
    var highRow = new float[width / 2 + 1];
    for (int y = 0; y < height + 5; y++) {
      if (y < height) {
        int n = y >> 1;
        boolean low = (y & 1) == yOdd;
        float scale = height == 1 ? 1 : low ? LOW_SCALE : HIGH_SCALE;
        if (low) row97(ll, n * lows, lows, hl, n * highs, highs, xOdd, scale, lowRow, highRow, out, y * width);
        else row97(lh, n * lows, lows, hh, n * highs, highs, xOdd, scale, lowRow, highRow, out, y * width);
      }
      if (height == 1) break;
      // each step needs the neighbours of the step before: four steps, one row apart
      lift97(out, y - 1, yOdd, DELTA, height, width);
      lift97(out, y - 2, 1 - yOdd, GAMMA, height, width);
      lift97(out, y - 3, yOdd, BETA, height, width);
      lift97(out, y - 4, 1 - yOdd, ALPHA, height, width);
    }
    return out;
  }

  private static void lift97(float[] out, int row, int parity, float factor, int height, int width) {
    if (row < 0 || row >= height || (row & 1) != parity) return;
    int at = row * width;
    int above = (row == 0 ? 1 : row - 1) * width;
    int below = (row == height - 1 ? row - 1 : row + 1) * width;
    for (int x = 0; x < width; x++) out[at + x] -= factor * (out[above + x] + out[below + x]);
  }

  private static void row97(float[] low, int lowAt, int lows, float[] high, int highAt, int highs, int odd, float scale,
      float[] l, float[] h, float[] out, int at) {
    if (lows + highs == 1) {
      out[at] = scale * (lows == 1 ? low[lowAt] : high[highAt]);
      return;
    }
    float lowScale = scale * LOW_SCALE;
    float highScale = scale * HIGH_SCALE;
    for (int n = 0; n < lows; n++) l[n] = low[lowAt + n] * lowScale;
    for (int n = 0; n < highs; n++) h[n] = high[highAt + n] * highScale;
    lift97(l, lows, h, highs, 1 - odd, DELTA);
    lift97(h, highs, l, lows, odd, GAMMA);
    lift97(l, lows, h, highs, 1 - odd, BETA);
    lift97(h, highs, l, lows, odd, ALPHA);
    float[] first = odd == 0 ? l : h;
    float[] second = odd == 0 ? h : l;
    int pairs = Math.min(lows, highs);
    for (int n = 0; n < pairs; n++) {
      out[at + 2 * n] = first[n];
      out[at + 2 * n + 1] = second[n];
    }
    if (lows != highs) out[at + 2 * pairs] = first[pairs];
  }

  /// Sample n of `a` lies between n - before and n - before + 1 of `b`, mirrored at the ends (F.3.7).
  private static void lift97(float[] a, int as, float[] b, int bs, int before, float factor) {
    int from = before;
    int to = Math.min(as, bs - 1 + before);
    if (before == 1) a[0] -= factor * (b[0] + b[0]);
    for (int n = from; n < to; n++) a[n] -= factor * (b[n - before] + b[n - before + 1]);
    for (int n = Math.max(from, to); n < as; n++) a[n] -= factor * (b[bs - 1] + b[bs - 1]);
  }
}

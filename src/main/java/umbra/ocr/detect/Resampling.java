package umbra.ocr.detect;

/// Weights that bring a line of samples to another length: linear when it grows, mean over the area when it shrinks much.
///
/// @param first sample that counts, for each wanted one
/// @param taps samples that count for each
/// @param weights of the taps, one wanted sample after the other
public record Resampling(int[] first, int taps, float[] weights) {

  /// @param from samples there are, at least 1
  /// @param to samples wanted, at least 1
  public static Resampling of(int from, int to) {
    double step = (double) from / to;
    int taps = Math.min(from, step > 1.5 ? (int) Math.ceil(step) + 1 : 2);
    var first = new int[to];
    var weights = new float[to * taps];
    for (int i = 0; i < to; i++) {
      double start = i * step;
      double at = Math.clamp((i + 0.5) * step - 0.5, 0, from - 1);
      first[i] = Math.min((int) (step > 1.5 ? start : at), from - taps);
      for (int k = 0; k < taps; k++) {
        int sample = first[i] + k;
        weights[i * taps + k] = (float) (step > 1.5 ? shared(sample, start, Math.min(from, start + step)) : Math.max(0, 1 - Math.abs(at - sample)));
      }
    }
    return new Resampling(first, taps, weights);
  }

  /// What a sample has of a stretch, as a share of the stretch.
  private static double shared(int sample, double start, double end) {
    return Math.max(0, Math.min(end, sample + 1) - Math.max(start, sample)) / (end - start);
  }

  /// Resamples a plane both ways and writes `value * factor + offset`; what lies beyond the columns and rows wanted repeats the edge.
  ///
  /// @param at where the plane begins in `out`, which is `width` wide and `height` high
  public static void apply(float[] source, int sourceWidth, Resampling columns, Resampling rows, float[] out, int at, int width, int height, float factor,
      float offset) {
    int sourceHeight = source.length / sourceWidth;
    int wide = columns.first.length;
    int high = rows.first.length;
    var lines = wide == sourceWidth ? source : horizontally(source, sourceWidth, sourceHeight, columns);
    for (int y = 0; y < high; y++) {
      int to = at + y * width;
      int from = rows.first[y] * wide;
      vertically(lines, from, wide, rows.taps, rows.weights, y * rows.taps, out, to);
      for (int x = 0; x < wide; x++) out[to + x] = out[to + x] * factor + offset;
      for (int x = wide; x < width; x++) out[to + x] = out[to + wide - 1];
    }
    for (int y = high; y < height; y++) System.arraycopy(out, at + (high - 1) * width, out, at + y * width, width);
  }

  private static void vertically(float[] lines, int from, int wide, int taps, float[] weights, int w, float[] out, int to) {
    float own = weights[w];
    for (int x = 0; x < wide; x++) out[to + x] = own * lines[from + x];
    for (int k = 1; k < taps; k++) {
      float next = weights[w + k];
      int row = from + k * wide;
      for (int x = 0; x < wide; x++) out[to + x] += next * lines[row + x];
    }
  }

  private static float[] horizontally(float[] source, int width, int height, Resampling columns) {
    int wide = columns.first.length;
    var lines = new float[wide * height];
    for (int y = 0; y < height; y++) {
      int row = y * width;
      int to = y * wide;
      for (int x = 0; x < wide; x++) {
        int from = row + columns.first[x];
        int w = x * columns.taps;
        float sum = columns.weights[w] * source[from];
        for (int k = 1; k < columns.taps; k++) sum += columns.weights[w + k] * source[from + k];
        lines[to + x] = sum;
      }
    }
    return lines;
  }
}

package umbra.ocr.detect;

/// Weights that bring a line of samples to another length: linear when it grows, mean over the area when it shrinks much.
public record Resampling(int[] first, float[][] weights) {

  /// @param from samples there are, at least 1
  /// @param to samples wanted, at least 1
  public static Resampling of(int from, int to) {
    var first = new int[to];
    var weights = new float[to][];
    double step = (double) from / to;
    for (int i = 0; i < to; i++) {
      if (step > 1.5) area(i * step, Math.min(from, (i + 1) * step), from, first, weights, i);
      else linear((i + 0.5) * step - 0.5, from, first, weights, i);
    }
    return new Resampling(first, weights);
  }

  private static void linear(double at, int from, int[] first, float[][] weights, int i) {
    double clamped = Math.clamp(at, 0, from - 1);
    int low = Math.min((int) clamped, from - 1);
    float part = (float) (clamped - low);
    first[i] = low;
    weights[i] = part < 1e-6f || low + 1 >= from ? new float[] {1} : new float[] {1 - part, part};
  }

  private static void area(double start, double end, int from, int[] first, float[][] weights, int i) {
    int low = (int) start;
    int high = Math.min(from, (int) Math.ceil(end - 1e-9));
    var w = new float[Math.max(1, high - low)];
    for (int k = 0; k < w.length; k++) w[k] = (float) ((Math.min(end, low + k + 1) - Math.max(start, low + k)) / (end - start));
    first[i] = low;
    weights[i] = w;
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
      var w = rows.weights[y];
      for (int x = 0; x < wide; x++) {
        int from = rows.first[y] * wide + x;
        float sum = 0;
        for (int k = 0; k < w.length; k++) sum += w[k] * lines[from + k * wide];
        out[to + x] = sum * factor + offset;
      }
      for (int x = wide; x < width; x++) out[to + x] = out[to + wide - 1];
    }
    for (int y = high; y < height; y++) System.arraycopy(out, at + (high - 1) * width, out, at + y * width, width);
  }

  private static float[] horizontally(float[] source, int width, int height, Resampling columns) {
    int wide = columns.first.length;
    var lines = new float[wide * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < wide; x++) {
        int from = y * width + columns.first[x];
        var w = columns.weights[x];
        float sum = 0;
        for (int k = 0; k < w.length; k++) sum += w[k] * source[from + k];
        lines[y * wide + x] = sum;
      }
    }
    return lines;
  }
}

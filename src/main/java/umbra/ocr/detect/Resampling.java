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

  /// The samples of a plane, line by line.
  @FunctionalInterface
  public interface Source {
    /// @param into as long as a line
    void line(int y, float[] into);
  }

  /// Resamples a plane both ways and writes `value * factor + offset`; what lies beyond the columns and rows wanted repeats the edge.
  ///
  /// @param at where the plane begins in `out`, which is `width` wide and `height` high
  public static void apply(Source source, int sourceWidth, Resampling columns, Resampling rows, float[] out, int at, int width, int height, float factor,
      float offset) {
    int wide = columns.first.length;
    int high = rows.first.length;
    var line = new float[sourceWidth];
    var ready = new float[rows.taps][wide]; // the lines of one row of the result, which stay in the cache of the processor
    int next = 0;
    for (int y = 0; y < high; y++) {
      int first = rows.first[y];
      for (next = Math.max(next, first); next < first + rows.taps; next++) {
        source.line(next, line);
        columns.along(line, ready[next % rows.taps]);
      }
      int to = at + y * width;
      float own = rows.weights[y * rows.taps] * factor;
      var top = ready[first % rows.taps];
      for (int x = 0; x < wide; x++) out[to + x] = own * top[x] + offset;
      for (int k = 1; k < rows.taps; k++) {
        float weight = rows.weights[y * rows.taps + k] * factor;
        var below = ready[(first + k) % rows.taps];
        for (int x = 0; x < wide; x++) out[to + x] += weight * below[x];
      }
      for (int x = wide; x < width; x++) out[to + x] = out[to + wide - 1];
    }
    for (int y = high; y < height; y++) System.arraycopy(out, at + (high - 1) * width, out, at + y * width, width);
  }

  private void along(float[] line, float[] into) {
    if (taps == 2) {
      for (int x = 0; x < into.length; x++) into[x] = weights[2 * x] * line[first[x]] + weights[2 * x + 1] * line[first[x] + 1];
      return;
    }
    for (int x = 0; x < into.length; x++) {
      float sum = 0;
      for (int k = 0; k < taps; k++) sum += weights[x * taps + k] * line[first[x] + k];
      into[x] = sum;
    }
  }
}

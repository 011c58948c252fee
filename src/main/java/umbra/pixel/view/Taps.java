package umbra.pixel.view;

import java.util.Arrays;

/// Which source samples make up each screen pixel along one axis, and with what weights.
///
/// Smaller than the source: the average of what the pixel covers, so that no line is skipped. Larger: between two
/// neighbours, or the nearest one.
///
/// @param first source index of the first sample for each pixel
/// @param count samples for each pixel; 0 outside the image
/// @param weights `width` places for each pixel
/// @param from first pixel inside the image; `to` is one behind the last
record Taps(int[] first, int[] count, float[] weights, int width, int from, int to) {

  /// @param length pixels along the axis
  /// @param size source samples along the axis
  /// @param start source coordinate of the near edge of pixel 0
  /// @param step source samples to a pixel, negative if the axis is turned round
  static Taps of(int length, int size, double start, double step, boolean smooth) {
    double span = Math.abs(step);
    int width = span > 1 ? (int) Math.ceil(span) + 1 : 2;
    var first = new int[length];
    var count = new int[length];
    var weights = new float[length * width];
    int from = length;
    int to = 0;
    for (int i = 0; i < length; i++) {
      double middle = start + step * (i + 0.5);
      if (middle < 0 || middle >= size) continue;
      from = Math.min(from, i);
      to = i + 1;
      if (span > 1) average(i, middle - span / 2, middle + span / 2, size, first, count, weights, width);
      else if (smooth) between(i, middle - 0.5, size, first, count, weights);
      else nearest(i, (int) middle, first, count, weights, width);
    }
    return new Taps(first, count, weights, width, Math.min(from, to), to);
  }

  private static void nearest(int i, int index, int[] first, int[] count, float[] weights, int width) {
    first[i] = index;
    count[i] = 1;
    weights[i * width] = 1;
  }

  private static void between(int i, double at, int size, int[] first, int[] count, float[] weights) {
    int low = (int) Math.floor(at);
    double fraction = at - low;
    boolean one = fraction < 1e-6 || low < 0 || low + 1 >= size;
    first[i] = Math.max(0, Math.min(fraction > 1 - 1e-6 ? low + 1 : low, size - 1));
    count[i] = one || fraction > 1 - 1e-6 ? 1 : 2;
    weights[2 * i] = count[i] == 1 ? 1 : (float) (1 - fraction);
    weights[2 * i + 1] = count[i] == 1 ? 0 : (float) fraction;
  }

  private static void average(int i, double low, double high, int size, int[] first, int[] count, float[] weights, int width) {
    int lo = Math.max(0, (int) Math.floor(low + 1e-6));
    int hi = Math.min(size, Math.min((int) Math.ceil(high - 1e-6), lo + width));
    first[i] = lo;
    count[i] = hi - lo;
    double sum = 0;
    for (int k = lo; k < hi; k++) sum += Math.min(high, k + 1) - Math.max(low, k);
    for (int k = lo; k < hi; k++) weights[i * width + k - lo] = (float) ((Math.min(high, k + 1) - Math.max(low, k)) / sum);
  }

  boolean isEmpty() {
    return to <= from;
  }

  /// Source index of the first sample any pixel needs.
  int lowest() {
    return Arrays.stream(first, from, to).min().orElse(0);
  }

  /// One behind the last sample any pixel needs.
  int highest() {
    int highest = 0;
    for (int i = from; i < to; i++) highest = Math.max(highest, first[i] + count[i]);
    return highest;
  }
}

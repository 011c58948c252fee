package umbra.pixel.codec.jpegls;

import java.util.Arrays;

/// The state that coder and decoder learn alike (ISO/IEC 14495-1 A.2): 365 regular contexts and two for ends of runs.
final class Contexts {
  static final int REGULAR = 365;
  /// Orders of the run lengths (A.2.1).
  static final int[] J = {0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 9, 10, 11, 12, 13, 14, 15};

  final int[] a = new int[REGULAR + 2];
  final int[] b = new int[REGULAR];
  final int[] c = new int[REGULAR];
  final int[] n = new int[REGULAR + 2];
  /// Negative errors at ends of runs.
  final int[] nn = new int[2];
  private final int reset;

  Contexts(Parameters parameters) {
    Arrays.fill(a, Math.max(2, (parameters.range() + 32) / 64));
    Arrays.fill(n, 1);
    reset = parameters.reset();
  }

  /// Learns from a regular error (A.6).
  ///
  /// @param step 2 NEAR + 1
  void update(int q, int error, int step) {
    int count = n[q];
    int bias = b[q] + error * step;
    int size = a[q] + Math.abs(error);
    if (count == reset) {
      size >>= 1;
      bias >>= 1; // rounds to below, as the standard wants for negative values
      count >>= 1;
    }
    count++;
    if (bias <= -count) {
      bias = Math.max(bias + count, 1 - count);
      if (c[q] > -128) c[q]--;
    } else if (bias > 0) {
      bias = Math.min(bias - count, 0);
      if (c[q] < 127) c[q]++;
    }
    a[q] = size;
    b[q] = bias;
    n[q] = count;
  }

  /// Learns from the error at the end of a run (A.7.2).
  void updateRun(int type, int error, int mapped) {
    int q = REGULAR + type;
    if (error < 0) nn[type]++;
    a[q] += mapped + 1 - type >> 1;
    if (n[q] == reset) {
      a[q] >>= 1;
      n[q] >>= 1;
      nn[type] >>= 1;
    }
    n[q]++;
  }

  /// The Golomb parameter of a regular context (A.5.1).
  int k(int q) {
    return k(a[q], n[q]);
  }

  /// The Golomb parameter at the end of a run (A.7.2).
  int kRun(int type) {
    int q = REGULAR + type;
    return k(type == 1 ? a[q] + (n[q] >> 1) : a[q], n[q]);
  }

  private static int k(int size, int count) {
    int k = 0;
    while (count << k < size) k++;
    return k;
  }
}

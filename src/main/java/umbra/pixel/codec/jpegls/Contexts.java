package umbra.pixel.codec.jpegls;

/// The state that coder and decoder learn alike (ISO/IEC 14495-1 A.2): 365 regular contexts and two for ends of runs.
///
/// The four counters of a context lie side by side, as they are always needed together.
final class Contexts {
  static final int REGULAR = 365;
  /// Orders of the run lengths (A.2.1).
  static final int[] J = {0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 9, 10, 11, 12, 13, 14, 15};

  /// Offsets in [#counters], from four times the number of a context.
  static final int A = 0;
  static final int B = 1;
  static final int C = 2;
  static final int N = 3;
  /// Negative errors, for the two contexts at ends of runs.
  static final int NN = B;

  final int[] counters = new int[4 * (REGULAR + 2)];
  private final int reset;

  Contexts(Parameters parameters) {
    int size = Math.max(2, (parameters.range() + 32) / 64);
    for (int i = 0; i < counters.length; i += 4) {
      counters[i + A] = size;
      counters[i + N] = 1;
    }
    reset = parameters.reset();
  }

  /// Learns from a regular error (A.6).
  ///
  /// @param step 2 NEAR + 1
  void update(int q, int error, int step) {
    int at = 4 * q;
    int count = counters[at + N];
    int bias = counters[at + B] + error * step;
    int size = counters[at + A] + Math.abs(error);
    if (count == reset) {
      size >>= 1;
      bias >>= 1; // rounds to below, as the standard wants for negative values
      count >>= 1;
    }
    count++;
    if (bias <= -count) {
      bias = Math.max(bias + count, 1 - count);
      counters[at + C] = Math.max(counters[at + C] - 1, -128);
    } else if (bias > 0) {
      bias = Math.min(bias - count, 0);
      counters[at + C] = Math.min(counters[at + C] + 1, 127);
    }
    counters[at + A] = size;
    counters[at + B] = bias;
    counters[at + N] = count;
  }

  /// Learns from the error at the end of a run (A.7.2).
  void updateRun(int type, int error, int mapped) {
    int at = 4 * (REGULAR + type);
    if (error < 0) counters[at + NN]++;
    counters[at + A] += mapped + 1 - type >> 1;
    if (counters[at + N] == reset) {
      counters[at + A] >>= 1;
      counters[at + N] >>= 1;
      counters[at + NN] >>= 1;
    }
    counters[at + N]++;
  }

  /// The Golomb parameter of a regular context (A.5.1).
  int k(int q) {
    return k(counters[4 * q + A], counters[4 * q + N]);
  }

  /// The Golomb parameter at the end of a run (A.7.2).
  int kRun(int type) {
    int at = 4 * (REGULAR + type);
    return k(counters[at + A] + (type == 1 ? counters[at + N] >> 1 : 0), counters[at + N]);
  }

  /// Negative errors prevail in a context (A.5.2).
  boolean isTurned(int q) {
    return 2 * counters[4 * q + B] <= -counters[4 * q + N];
  }

  /// At least half of the errors at ends of runs of this type were negative (A.7.2).
  boolean isMostlyNegative(int type) {
    int at = 4 * (REGULAR + type);
    return 2 * counters[at + NN] >= counters[at + N];
  }

  /// The smallest k for which `count << k` is not below `size`. Without a loop, so that no counters can make it endless.
  static int k(int size, int count) {
    int k = Math.max(0, Integer.numberOfLeadingZeros(count) - Integer.numberOfLeadingZeros(size));
    return k + ((count << k) - size >>> 31);
  }
}

package umbra.pixel.codec.jpegls;

/// The coding parameters (ISO/IEC 14495-1 C.2.4.1.1) and what follows from them (A.2.1).
///
/// @param maxval largest sample value
/// @param near largest error that near-lossless coding makes; 0 is lossless
/// @param reset count at which the contexts are halved
record Parameters(int maxval, int near, int t1, int t2, int t3, int reset) {
  private static final int DEFAULT_RESET = 64;

  /// The defaults for a largest value.
  static Parameters of(int maxval, int near) {
    int t1;
    int t2;
    int t3;
    if (maxval >= 128) {
      int factor = (Math.min(maxval, 4095) + 128) / 256;
      t1 = clamp(factor * (3 - 2) + 2 + 3 * near, near + 1, maxval);
      t2 = clamp(factor * (7 - 3) + 3 + 5 * near, t1, maxval);
      t3 = clamp(factor * (21 - 4) + 4 + 7 * near, t2, maxval);
    } else {
      int factor = 256 / (maxval + 1);
      t1 = clamp(Math.max(2, 3 / factor + 3 * near), near + 1, maxval);
      t2 = clamp(Math.max(3, 7 / factor + 5 * near), t1, maxval);
      t3 = clamp(Math.max(4, 21 / factor + 7 * near), t2, maxval);
    }
    return new Parameters(maxval, near, t1, t2, t3, DEFAULT_RESET);
  }

  private static int clamp(int value, int low, int maxval) {
    return value > maxval || value < low ? low : value;
  }

  /// Those of an LSE segment; a zero stands for the default.
  static Parameters preset(int maxval, int t1, int t2, int t3, int reset, int precision, int near) {
    int most = maxval == 0 ? (1 << precision) - 1 : maxval;
    var d = of(most, near);
    return new Parameters(most, near, t1 == 0 ? d.t1 : t1, t2 == 0 ? d.t2 : t2, t3 == 0 ? d.t3 : t3, reset == 0 ? d.reset : reset);
  }

  /// The relations of C.2.4.1.1 hold.
  boolean isValid(int precision) {
    return maxval >= 1 && maxval < 1 << precision && near >= 0 && near <= Math.min(255, maxval / 2)
        && t1 >= near + 1 && t1 <= maxval && t2 >= t1 && t2 <= maxval && t3 >= t2 && t3 <= maxval && reset >= 3 && reset <= Math.max(255, maxval);
  }

  int range() {
    return (maxval + 2 * near) / (2 * near + 1) + 1;
  }

  /// Bits of a mapped error that is written without a Golomb code.
  int qbpp() {
    return bits(range());
  }

  int limit() {
    int bpp = Math.max(2, bits(maxval + 1));
    return 2 * (bpp + Math.max(8, bpp));
  }

  private static int bits(int values) {
    return 32 - Integer.numberOfLeadingZeros(values - 1);
  }

  /// The region of each gradient from -maxval to maxval, from index 0 on (A.3.3).
  byte[] regions() {
    var regions = new byte[2 * maxval + 1];
    for (int d = -maxval; d <= maxval; d++) {
      int size = Math.abs(d);
      int region = size <= near ? 0 : size < t1 ? 1 : size < t2 ? 2 : size < t3 ? 3 : 4;
      regions[d + maxval] = (byte) (d < 0 ? -region : region);
    }
    return regions;
  }
}

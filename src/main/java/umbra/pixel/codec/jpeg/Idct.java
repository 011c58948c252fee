package umbra.pixel.codec.jpeg;

/// The inverse DCT of eight by eight (ISO/IEC 10918-1 A.3.3) in integers, after C. Loeffler, A. Ligtenberg and G. Moschytz,
/// "Practical fast 1-D DCT algorithms with 11 multiplications", ICASSP 1989; rotation factors have 13 fractional bits and the
/// first pass keeps some extra ones, which gives the same samples as the accurate decoder of the Independent JPEG Group.
final class Idct {
  private static final int FACTOR_BITS = 13;
  private static final int C0_298 = 2446;
  private static final int C0_390 = 3196;
  private static final int C0_541 = 4433;
  private static final int C0_765 = 6270;
  private static final int C0_899 = 7373;
  private static final int C1_175 = 9633;
  private static final int C1_501 = 12299;
  private static final int C1_847 = 15137;
  private static final int C1_961 = 16069;
  private static final int C2_053 = 16819;
  private static final int C2_562 = 20995;
  private static final int C3_072 = 25172;

  private final int extraBits;
  private final int centre;
  private final int most;
  private final int[] work = new int[64];

  /// @param precision 8 or 12
  Idct(int precision) {
    extraBits = precision == 8 ? 2 : 1;
    centre = 1 << precision - 1;
    most = (1 << precision) - 1;
  }

  /// Writes the samples of one block.
  ///
  /// @param block dequantised coefficients by rows
  void transform(int[] block, short[] out, int at, int stride) {
    for (int x = 0; x < 8; x++) column(block, x);
    for (int y = 0; y < 8; y++) row(y * 8, out, at + y * stride);
  }

  /// A block with nothing but its first coefficient: all samples alike.
  void flat(int coefficient, short[] out, int at, int stride) {
    int value = clamp((coefficient << extraBits) + (1 << extraBits + 2) >> extraBits + 3);
    for (int y = 0; y < 8; y++) java.util.Arrays.fill(out, at + y * stride, at + y * stride + 8, (short) value);
  }

  private int clamp(int value) {
    return Math.max(0, Math.min(value + centre, most));
  }

  private void column(int[] in, int x) {
    if ((in[x + 8] | in[x + 16] | in[x + 24] | in[x + 32] | in[x + 40] | in[x + 48] | in[x + 56]) == 0) {
      int value = in[x] << extraBits;
      for (int y = 0; y < 64; y += 8) work[x + y] = value;
      return;
    }
    int shift = FACTOR_BITS - extraBits;
    int half = 1 << shift - 1;
    int z = (in[x + 16] + in[x + 48]) * C0_541;
    int e2 = z - in[x + 48] * C1_847;
    int e3 = z + in[x + 16] * C0_765;
    int e0 = in[x] + in[x + 32] << FACTOR_BITS;
    int e1 = in[x] - in[x + 32] << FACTOR_BITS;
    int a0 = e0 + e3 + half;
    int a3 = e0 - e3 + half;
    int a1 = e1 + e2 + half;
    int a2 = e1 - e2 + half;

    int o0 = in[x + 56];
    int o1 = in[x + 40];
    int o2 = in[x + 24];
    int o3 = in[x + 8];
    int z5 = (o0 + o2 + o1 + o3) * C1_175;
    int z1 = -(o0 + o3) * C0_899;
    int z2 = -(o1 + o2) * C2_562;
    int z3 = z5 - (o0 + o2) * C1_961;
    int z4 = z5 - (o1 + o3) * C0_390;
    o0 = o0 * C0_298 + z1 + z3;
    o1 = o1 * C2_053 + z2 + z4;
    o2 = o2 * C3_072 + z2 + z3;
    o3 = o3 * C1_501 + z1 + z4;

    work[x] = a0 + o3 >> shift;
    work[x + 56] = a0 - o3 >> shift;
    work[x + 8] = a1 + o2 >> shift;
    work[x + 48] = a1 - o2 >> shift;
    work[x + 16] = a2 + o1 >> shift;
    work[x + 40] = a2 - o1 >> shift;
    work[x + 24] = a3 + o0 >> shift;
    work[x + 32] = a3 - o0 >> shift;
  }

  private void row(int w, short[] out, int at) {
    int shift = FACTOR_BITS + extraBits + 3;
    int half = 1 << shift - 1;
    int[] in = work;
    int z = (in[w + 2] + in[w + 6]) * C0_541;
    int e2 = z - in[w + 6] * C1_847;
    int e3 = z + in[w + 2] * C0_765;
    int e0 = in[w] + in[w + 4] << FACTOR_BITS;
    int e1 = in[w] - in[w + 4] << FACTOR_BITS;
    int a0 = e0 + e3 + half;
    int a3 = e0 - e3 + half;
    int a1 = e1 + e2 + half;
    int a2 = e1 - e2 + half;

    int o0 = in[w + 7];
    int o1 = in[w + 5];
    int o2 = in[w + 3];
    int o3 = in[w + 1];
    int z5 = (o0 + o2 + o1 + o3) * C1_175;
    int z1 = -(o0 + o3) * C0_899;
    int z2 = -(o1 + o2) * C2_562;
    int z3 = z5 - (o0 + o2) * C1_961;
    int z4 = z5 - (o1 + o3) * C0_390;
    o0 = o0 * C0_298 + z1 + z3;
    o1 = o1 * C2_053 + z2 + z4;
    o2 = o2 * C3_072 + z2 + z3;
    o3 = o3 * C1_501 + z1 + z4;

    out[at] = (short) clamp(a0 + o3 >> shift);
    out[at + 7] = (short) clamp(a0 - o3 >> shift);
    out[at + 1] = (short) clamp(a1 + o2 >> shift);
    out[at + 6] = (short) clamp(a1 - o2 >> shift);
    out[at + 2] = (short) clamp(a2 + o1 >> shift);
    out[at + 5] = (short) clamp(a2 - o1 >> shift);
    out[at + 3] = (short) clamp(a3 + o0 >> shift);
    out[at + 4] = (short) clamp(a3 - o0 >> shift);
  }
}

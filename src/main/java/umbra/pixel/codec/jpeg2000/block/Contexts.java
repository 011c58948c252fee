package umbra.pixel.codec.jpeg2000.block;

/// Context tables of Annex D over packed neighbour flags.
///
/// One int of flags serves a column of four samples (one stripe high). Bits 0-17 are significance: three columns by six rows,
/// row above the stripe first, west, own and east of each row; so the 3x3 surroundings of row r are bits 3r to 3r + 8. Bits 18-21:
/// coded in the significance pass of this plane. Bits 22-25: refined before. Bits 26-31: signs of the own column, row above first.
final class Contexts {
  static final int SELF = 1 << 4, AROUND = 0x1EF, VISITED = 1 << 18, REFINED = 1 << 22, NEGATIVE = 1 << 27;
  static final int ALL_SIGNIFICANCE = (1 << 18) - 1, ALL_VISITED = 0xF << 18;

  /// Zero coding contexts (Table D.1): surroundings of a sample, plus 512 times the band.
  static final byte[] ZERO = zero();
  /// Sign coding (Tables D.2 and D.3): context times 2 plus the XOR bit. Significance of N W E S at bits 1 3 5 7, their signs below each.
  static final byte[] SIGN = sign();

  private Contexts() {}

  private static byte[] zero() {
    var table = new byte[4 * 512];
    for (int band = 0; band < 4; band++) {
      for (int f = 0; f < 512; f++) {
        int v = (f >> 1 & 1) + (f >> 7 & 1);
        int h = (f >> 3 & 1) + (f >> 5 & 1);
        int d = (f & 1) + (f >> 2 & 1) + (f >> 6 & 1) + (f >> 8 & 1);
        table[512 * band + f] = (byte) switch (band) {
          case 1 -> lowPass(v, h, d);
          case 3 -> diagonal(h + v, d);
          default -> lowPass(h, v, d);
        };
      }
    }
    return table;
  }

  private static int lowPass(int h, int v, int d) {
    if (h == 2) return 8;
    if (h == 1) return v >= 1 ? 7 : d >= 1 ? 6 : 5;
    if (v == 2) return 4;
    if (v == 1) return 3;
    return Math.min(d, 2);
  }

  private static int diagonal(int hv, int d) {
    if (d >= 3) return 8;
    if (d == 2) return hv >= 1 ? 7 : 6;
    if (d == 1) return hv >= 2 ? 5 : hv == 1 ? 4 : 3;
    return Math.min(hv, 2);
  }

  private static byte[] sign() {
    var table = new byte[256];
    for (int f = 0; f < 256; f++) {
      int v = Math.clamp(contribution(f) + contribution(f >> 6), -1, 1);
      int h = Math.clamp(contribution(f >> 2) + contribution(f >> 4), -1, 1);
      boolean flip = h < 0 || h == 0 && v < 0;
      if (flip) {
        h = -h;
        v = -v;
      }
      int context = MqStates.SIGN + (h == 1 ? 3 + v : v);
      table[f] = (byte) (context << 1 | (flip ? 1 : 0));
    }
    return table;
  }

  private static int contribution(int pair) {
    return (pair & 2) == 0 ? 0 : (pair & 1) == 0 ? 1 : -1;
  }
}

package umbra.pixel.codec.jpeg2000.block;

/// The probability states of the MQ coder (Table C.2), each with its more probable symbol merged in.
///
/// State 2i + s is row i with MPS s. One int holds all a coder needs: bits 16-31 Qe, 8-15 the state after an LPS, 1-7 the row
/// after an MPS, bit 0 the MPS. The MPS never switches after an MPS, so seven bits are enough there.
final class MqStates {
  /// Contexts of Annex D: zero coding from 0, sign coding, magnitude refinement, run length, uniform.
  static final int SIGN = 9, REFINE = 14, RUN = 17, UNIFORM = 18, CONTEXTS = 19;

  /// Rows of Table C.2: Qe, next row after MPS, after LPS, and 1 where the MPS switches.
  private static final int[] ROWS = {
    0x5601, 1, 1, 1, 0x3401, 2, 6, 0, 0x1801, 3, 9, 0, 0x0AC1, 4, 12, 0, 0x0521, 5, 29, 0, 0x0221, 38, 33, 0,
    0x5601, 7, 6, 1, 0x5401, 8, 14, 0, 0x4801, 9, 14, 0, 0x3801, 10, 14, 0, 0x3001, 11, 17, 0, 0x2401, 12, 18, 0,
    0x1C01, 13, 20, 0, 0x1601, 29, 21, 0, 0x5601, 15, 14, 1, 0x5401, 16, 14, 0, 0x5101, 17, 15, 0, 0x4801, 18, 16, 0,
    0x3801, 19, 17, 0, 0x3401, 20, 18, 0, 0x3001, 21, 19, 0, 0x2801, 22, 19, 0, 0x2401, 23, 20, 0, 0x2201, 24, 21, 0,
    0x1C01, 25, 22, 0, 0x1801, 26, 23, 0, 0x1601, 27, 24, 0, 0x1401, 28, 25, 0, 0x1201, 29, 26, 0, 0x1101, 30, 27, 0,
    0x0AC1, 31, 28, 0, 0x09C1, 32, 29, 0, 0x08A1, 33, 30, 0, 0x0521, 34, 31, 0, 0x0441, 35, 32, 0, 0x02A1, 36, 33, 0,
    0x0221, 37, 34, 0, 0x0141, 38, 35, 0, 0x0111, 39, 36, 0, 0x0085, 40, 37, 0, 0x0049, 41, 38, 0, 0x0025, 42, 39, 0,
    0x0015, 43, 40, 0, 0x0009, 44, 41, 0, 0x0005, 45, 42, 0, 0x0001, 45, 43, 0, 0x5601, 46, 46, 0,
  };
  static final int[] STATES = states();

  private MqStates() {}

  private static int[] states() {
    var states = new int[ROWS.length / 2];
    for (int row = 0; row < ROWS.length / 4; row++) {
      for (int mps = 0; mps < 2; mps++) {
        int afterLps = 2 * ROWS[4 * row + 2] + (mps ^ ROWS[4 * row + 3]);
        states[2 * row + mps] = ROWS[4 * row] << 16 | afterLps << 8 | ROWS[4 * row + 1] << 1 | mps;
      }
    }
    return states;
  }

  static int afterMps(int state) {
    return STATES[state & 0xFF];
  }

  static int afterLps(int state) {
    return STATES[state >>> 8 & 0xFF];
  }

  /// Initial states (Table D.7).
  static void reset(int[] contexts) {
    java.util.Arrays.fill(contexts, 0, CONTEXTS, STATES[0]);
    contexts[0] = STATES[2 * 4];
    contexts[RUN] = STATES[2 * 3];
    contexts[UNIFORM] = STATES[2 * 46];
  }
}

package umbra.pixel.codec.jpegls;

import umbra.dicom.DicomFormatException;
import umbra.pixel.codec.EncodedFrame;

/// Decodes one scan (ISO/IEC 14495-1 Annex A).
final class ScanDecoder {
  /// Twice the largest error there can be, and one; keeps the counters from growing without bounds.
  private static final int LARGEST_MAPPED = 2 * 65_535 + 1;

  private final Parameters parameters;
  private final BitReader reader;
  private final EncodedFrame frame;
  private final int width;
  private final int maxval;
  private final int near;
  private final int step;
  private final int modulus;
  /// maxval, where the modulus is a power of two and errors can be added by cutting off the carry; else 0.
  private final int mask;
  private final int limit;
  private final int qbpp;
  private final byte[] regions;
  private Contexts contexts;

  ScanDecoder(Parameters parameters, BitReader reader, int width, EncodedFrame frame) {
    this.parameters = parameters;
    this.reader = reader;
    this.frame = frame;
    this.width = width;
    maxval = parameters.maxval();
    near = parameters.near();
    step = 2 * near + 1;
    modulus = parameters.range() * step;
    mask = near == 0 && (maxval & maxval + 1) == 0 ? maxval : 0;
    limit = parameters.limit();
    qbpp = parameters.qbpp();
    regions = parameters.regions();
    contexts = new Contexts(parameters);
  }

  /// Takes the lines of a scan.
  @FunctionalInterface
  interface Lines {
    /// @param samples from index 1 on
    void line(int y, int component, int[] samples);
  }

  /// Decodes all lines.
  ///
  /// @param bySample components are interleaved sample by sample, else line by line (which is also how a single one goes)
  /// @param restartInterval in lines; 0 for none
  void decode(int rows, int components, boolean bySample, int restartInterval, Lines target) throws DicomFormatException {
    var lines = new int[2][components][width + 2];
    var runIndexes = new int[components];
    int restarts = 0;
    int linesLeft = restartInterval;
    for (int y = 0; y < rows; y++) {
      if ((y & 15) == 0) frame.checkpoint().check();
      if (restartInterval > 0 && linesLeft-- == 0) {
        if (!reader.restart(restarts++ & 7)) throw new DicomFormatException("JPEG-LS: restart marker missing before line " + (y + 1), frame.place());
        contexts = new Contexts(parameters);
        lines = new int[2][components][width + 2];
        runIndexes = new int[components];
        linesLeft = restartInterval - 1;
      }
      var previous = lines[y & 1];
      var current = lines[y & 1 ^ 1];
      for (int c = 0; c < components; c++) {
        previous[c][width + 1] = previous[c][width];
        current[c][0] = previous[c][1];
        if (!bySample) runIndexes[c] = line(previous[c], current[c], runIndexes[c]);
      }
      if (bySample) runIndexes[0] = sampleLine(previous, current, runIndexes[0]);
      if (reader.isOverrun()) throw new DicomFormatException("JPEG-LS scan ends in line " + (y + 1) + " of " + rows, frame.place());
      for (int c = 0; c < components; c++) target.line(y, c, current[c]);
    }
  }

  /// One line of one component.
  ///
  /// The regular mode (A.4 to A.6) is written out here, with the bits and the neighbours in local variables, as nearly all
  /// time is spent in it. The region of b - c is that of d - b one sample before.
  private int line(int[] previous, int[] current, int firstRunIndex) throws DicomFormatException {
    final byte[] region = regions;
    final int[] counters = contexts.counters;
    final int middle = maxval;
    final int cut = mask;
    final int most = limit - qbpp - 1;
    final int reset = parameters.reset();
    final int factor = step;
    final int last = width;
    int runIndex = firstRunIndex;
    long bits = reader.bits;
    int count = reader.count;
    int a = current[0];
    int b = previous[1];
    int c = previous[0];
    int bc = region[b - c + middle];
    int x = 1;
    while (x <= last) {
      int d = previous[x + 1];
      int db = region[d - b + middle];
      int signed = 81 * db + 9 * bc + region[c - a + middle];
      if (signed != 0) {
        int sign = signed >> 31;
        int q = (signed ^ sign) - sign << 2;
        int size = counters[q];
        int bias = counters[q + 1];
        int correction = counters[q + 2];
        int learnt = counters[q + 3];
        int low = Math.min(a, b);
        int high = Math.max(a, b);
        int prediction = Math.max(low, Math.min(high, a + b - c)) + ((correction ^ sign) - sign);
        prediction = Math.max(0, Math.min(prediction, middle));
        int k = Contexts.k(size, learnt);

        if (count < 32) {
          reader.bits = bits;
          reader.count = count;
          reader.fill();
          bits = reader.bits;
          count = reader.count;
        }
        int zeros = Long.numberOfLeadingZeros(bits);
        int length = zeros + 1 + k;
        int mapped;
        if (length <= count && zeros < most) {
          mapped = zeros << k | (int) (bits << zeros + 1 >>> 1 >>> 63 - k);
          // in two steps: one shift by 64 would be none
          bits = bits << length - 1 << 1;
          count -= length;
        } else {
          reader.bits = bits;
          reader.count = count;
          mapped = golomb(k, limit);
          bits = reader.bits;
          count = reader.count;
        }
        if (mapped > LARGEST_MAPPED || mapped < 0) throw new CodeTooLong();
        int error = mapped >>> 1 ^ -(mapped & 1);
        if (k == 0 && factor == 1 && 2 * bias <= -learnt) error = ~error;

        size += Math.abs(error);
        bias += error * factor;
        if (learnt == reset) {
          size >>= 1;
          bias >>= 1;
          learnt >>= 1;
        }
        learnt++;
        if (bias <= -learnt) {
          bias = Math.max(bias + learnt, 1 - learnt);
          counters[q + 2] = Math.max(correction - 1, -128);
        } else if (bias > 0) {
          bias = Math.min(bias - learnt, 0);
          counters[q + 2] = Math.min(correction + 1, 127);
        }
        counters[q] = size;
        counters[q + 1] = bias;
        counters[q + 3] = learnt;

        int difference = (error ^ sign) - sign;
        a = cut != 0 ? prediction + difference & cut : reconstruct(prediction, difference * factor);
        current[x++] = a;
        c = b;
        b = d;
        bc = db;
        continue;
      }
      reader.bits = bits;
      reader.count = count;
      long run = run(a, current, x, runIndex);
      x = (int) run;
      runIndex = (int) (run >>> 32);
      if (x <= last) {
        a = afterRun(a, previous[x], runIndex);
        current[x++] = a;
        if (runIndex > 0) runIndex--;
      }
      bits = reader.bits;
      count = reader.count;
      if (x <= last) {
        b = previous[x];
        c = previous[x - 1];
        bc = region[b - c + middle];
      }
    }
    reader.bits = bits;
    reader.count = count;
    return runIndex;
  }

  /// As in [#line], for components that are interleaved by sample.
  private int regular(int signed, int a, int b, int c) {
    int sign = signed >> 31;
    int q = (signed ^ sign) - sign;
    int prediction = Math.max(Math.min(a, b), Math.min(Math.max(a, b), a + b - c)) + ((contexts.counters[4 * q + Contexts.C] ^ sign) - sign);
    prediction = Math.max(0, Math.min(prediction, maxval));
    int k = contexts.k(q);
    int mapped = golomb(k, limit);
    int error = mapped >>> 1 ^ -(mapped & 1);
    if (k == 0 && near == 0 && contexts.isTurned(q)) error = ~error;
    contexts.update(q, error, step);
    return reconstruct(prediction, ((error ^ sign) - sign) * step);
  }

  private int reconstruct(int prediction, int error) {
    int value = prediction + error;
    if (value < -near) value += modulus;
    else if (value > maxval + near) value -= modulus;
    return Math.max(0, Math.min(value, maxval));
  }

  /// A Golomb code of limited length (A.5.3).
  private int golomb(int k, int length) {
    int most = length - qbpp - 1;
    int zeros = reader.zeros(most);
    if (zeros > most) throw new CodeTooLong();
    long mapped = zeros < most ? (long) zeros << k | reader.read(k) & 0xFFFF_FFFFL : reader.read(qbpp) + 1;
    if (mapped > LARGEST_MAPPED) throw new CodeTooLong();
    return (int) mapped;
  }

  /// A code no encoder writes; becomes a malformed frame where the scan is left. Without a trace: hostile input makes many.
  static final class CodeTooLong extends RuntimeException {
    private static final long serialVersionUID = 1;

    CodeTooLong() {
      super("Golomb code longer than its limit", null, false, false);
    }
  }

  /// Fills in a run (A.7.1).
  ///
  /// @return the index after it in the lower, the new run index in the upper 32 bits
  private long run(int value, int[] current, int from, int runIndex) throws DicomFormatException {
    int x = from;
    int index = runIndex;
    while (x <= width && reader.readBit()) {
      int full = 1 << Contexts.J[index];
      int count = Math.min(full, width + 1 - x);
      fill(current, x, count, value);
      x += count;
      if (count == full && index < 31) index++;
    }
    if (x <= width) {
      int count = reader.read(Contexts.J[index]);
      if (count > width - x) throw new DicomFormatException("JPEG-LS run beyond the end of a line", frame.place());
      fill(current, x, count, value);
      x += count;
    }
    return (long) index << 32 | x;
  }

  private static void fill(int[] line, int from, int count, int value) {
    for (int i = from; i < from + count; i++) line[i] = value;
  }

  /// The sample that ends a run (A.7.2).
  private int afterRun(int a, int b, int runIndex) {
    if (Math.abs(a - b) <= near) return reconstruct(a, runError(1, runIndex) * step);
    int error = runError(0, runIndex) * step;
    return reconstruct(b, a > b ? -error : error);
  }

  private int runError(int type, int runIndex) {
    int k = contexts.kRun(type);
    int mapped = golomb(k, limit - Contexts.J[runIndex] - 1);
    int temp = mapped + type;
    int odd = temp & 1;
    int size = temp + odd >> 1;
    boolean negativeIfOdd = k != 0 || contexts.isMostlyNegative(type);
    int error = negativeIfOdd == (odd == 1) ? -size : size;
    contexts.updateRun(type, error, mapped);
    return error;
  }

  /// Components sample by sample: a run is one of all components, and its end knows one kind of context (A.7 and Annex B).
  private int sampleLine(int[][] previous, int[][] current, int firstRunIndex) throws DicomFormatException {
    int components = previous.length;
    int runIndex = firstRunIndex;
    var q = new int[components];
    int x = 1;
    while (x <= width) {
      int any = 0;
      for (int i = 0; i < components; i++) {
        int b = previous[i][x];
        int c = previous[i][x - 1];
        q[i] = 81 * regions[previous[i][x + 1] - b + maxval] + 9 * regions[b - c + maxval] + regions[c - current[i][x - 1] + maxval];
        any |= q[i];
      }
      if (any != 0) {
        for (int i = 0; i < components; i++) current[i][x] = regular(q[i], current[i][x - 1], previous[i][x], previous[i][x - 1]);
        x++;
        continue;
      }
      long run = run(current[0][x - 1], current[0], x, runIndex);
      int end = (int) run;
      for (int i = 1; i < components; i++) fill(current[i], x, end - x, current[i][x - 1]);
      runIndex = (int) (run >>> 32);
      x = end;
      if (x <= width) {
        for (int i = 0; i < components; i++) {
          int a = current[i][x - 1];
          int b = previous[i][x];
          int error = runError(0, runIndex) * step;
          current[i][x] = reconstruct(b, a > b ? -error : error);
        }
        x++;
        if (runIndex > 0) runIndex--;
      }
    }
    return runIndex;
  }
}

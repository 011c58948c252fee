package umbra.pixel.codec.jpegls;

import umbra.dicom.DicomFormatException;
import umbra.pixel.codec.EncodedFrame;

/// Decodes one scan (ISO/IEC 14495-1 Annex A).
final class ScanDecoder {
  private final Parameters parameters;
  private final BitReader reader;
  private final EncodedFrame frame;
  private final int width;
  private final int maxval;
  private final int near;
  private final int step;
  private final int modulus;
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

  /// Components line by line; with one component, a scan without interleaving.
  void lines(int rows, int components, Lines target) throws DicomFormatException {
    var lines = new int[components][2][width + 2];
    var runIndexes = new int[components];
    for (int y = 0; y < rows; y++) {
      if ((y & 15) == 0) frame.checkpoint().check();
      for (int c = 0; c < components; c++) {
        var previous = lines[c][y & 1];
        var current = lines[c][y & 1 ^ 1];
        previous[width + 1] = previous[width];
        current[0] = previous[1];
        runIndexes[c] = line(previous, current, runIndexes[c]);
        target.line(y, c, current);
      }
      if (reader.isOverrun()) throw new DicomFormatException("JPEG-LS scan ends in line " + (y + 1) + " of " + rows, frame.place());
    }
  }

  private int line(int[] previous, int[] current, int runIndex) throws DicomFormatException {
    final byte[] region = regions;
    final int middle = maxval;
    int x = 1;
    while (x <= width) {
      int a = current[x - 1];
      int b = previous[x];
      int c = previous[x - 1];
      int d = previous[x + 1];
      int q = 81 * region[d - b + middle] + 9 * region[b - c + middle] + region[c - a + middle];
      if (q != 0) {
        current[x++] = regular(q, a, b, c);
      } else {
        long run = run(a, current, x, runIndex);
        x = (int) run;
        runIndex = (int) (run >>> 32);
        if (x <= width) {
          current[x] = afterRun(current[x - 1], previous[x], runIndex);
          x++;
          if (runIndex > 0) runIndex--;
        }
      }
    }
    return runIndex;
  }

  /// One sample in a regular context (A.4 and A.5).
  private int regular(int signed, int a, int b, int c) {
    int sign = signed >> 31;
    int q = (signed ^ sign) - sign;
    int prediction = predict(a, b, c) + ((contexts.c[q] ^ sign) - sign);
    prediction = Math.max(0, Math.min(prediction, maxval));
    int k = contexts.k(q);
    int mapped = golomb(k, limit);
    int error = mapped >>> 1 ^ -(mapped & 1);
    if (k == 0 && near == 0 && 2 * contexts.b[q] <= -contexts.n[q]) error = ~error;
    contexts.update(q, error, step);
    return reconstruct(prediction, ((error ^ sign) - sign) * step);
  }

  /// The median edge detector (A.4.1).
  private static int predict(int a, int b, int c) {
    int low = Math.min(a, b);
    int high = Math.max(a, b);
    return c >= high ? low : c <= low ? high : a + b - c;
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
    if (zeros < most) return k == 0 ? zeros : zeros << k | reader.read(k);
    if (zeros > most) throw new CodeTooLong();
    return reader.read(qbpp) + 1;
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
    boolean negativeIfOdd = k != 0 || 2 * contexts.nn[type] >= contexts.n[Contexts.REGULAR + type];
    int error = negativeIfOdd == (odd == 1) ? -size : size;
    contexts.updateRun(type, error, mapped);
    return error;
  }

  /// Components sample by sample: a run is one of all components, and its end knows one kind of context (A.7 and Annex B).
  void samples(int rows, int components, Lines target) throws DicomFormatException {
    var lines = new int[components][2][width + 2];
    int runIndex = 0;
    for (int y = 0; y < rows; y++) {
      if ((y & 15) == 0) frame.checkpoint().check();
      var previous = new int[components][];
      var current = new int[components][];
      for (int c = 0; c < components; c++) {
        previous[c] = lines[c][y & 1];
        current[c] = lines[c][y & 1 ^ 1];
        previous[c][width + 1] = previous[c][width];
        current[c][0] = previous[c][1];
      }
      runIndex = sampleLine(previous, current, runIndex);
      for (int c = 0; c < components; c++) target.line(y, c, current[c]);
      if (reader.isOverrun()) throw new DicomFormatException("JPEG-LS scan ends in line " + (y + 1) + " of " + rows, frame.place());
    }
  }

  private int sampleLine(int[][] previous, int[][] current, int runIndex) throws DicomFormatException {
    int components = previous.length;
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

  /// A new scan begins with nothing learnt.
  void forget() {
    contexts = new Contexts(parameters);
  }
}

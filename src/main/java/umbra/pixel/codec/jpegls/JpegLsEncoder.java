package umbra.pixel.codec.jpegls;

import umbra.dicom.DicomException;
import umbra.dicom.Place;
import umbra.dicom.TransferSyntax;
import umbra.dicom.UnsupportedDicomException;
import umbra.pixel.Checkpoint;
import umbra.pixel.Raster;
import umbra.pixel.Raster.Samples;
import umbra.pixel.codec.FrameEncoder;
import umbra.pixel.codec.StreamRaster;

/// Encodes JPEG-LS without loss (ISO/IEC 14495-1): the precision is that of the raster, colour goes line by line.
public final class JpegLsEncoder implements FrameEncoder {
  @Override
  public TransferSyntax transferSyntax() {
    return TransferSyntax.JPEG_LS_LOSSLESS;
  }

  @Override
  public byte[] encode(Raster raster, Checkpoint checkpoint) throws DicomException {
    boolean narrow = raster.values() instanceof Samples.Bytes;
    boolean integers = narrow || raster.values() instanceof Samples.Shorts;
    if (!integers || raster.samples() > 255) throw new UnsupportedDicomException("JPEG-LS holds integers of up to 16 bits", Place.of("frame"));
    int precision = StreamRaster.precision(raster);
    var out = new BitWriter(raster.values().length() / (narrow ? 2 : 1) + 4096);
    header(raster, precision, out);
    new Scan(raster, precision, out, checkpoint).encode();
    out.endScan();
    out.put16(0xFFD9);
    return out.toArray();
  }

  private static void header(Raster raster, int precision, BitWriter out) {
    out.put16(0xFFD8);
    out.put16(0xFFF7);
    out.put16(8 + 3 * raster.samples());
    out.put(precision);
    out.put16(raster.rows());
    out.put16(raster.columns());
    out.put(raster.samples());
    for (int i = 1; i <= raster.samples(); i++) {
      out.put(i);
      out.put(0x11);
      out.put(0);
    }
    out.put16(0xFFDA);
    out.put16(6 + 2 * raster.samples());
    out.put(raster.samples());
    for (int i = 1; i <= raster.samples(); i++) {
      out.put(i);
      out.put(0);
    }
    out.put(0);
    out.put(raster.samples() == 1 ? 0 : 1);
    out.put(0);
  }

  /// The coder's side of [ScanDecoder].
  private static final class Scan {
    private final Raster raster;
    private final BitWriter out;
    private final Checkpoint checkpoint;
    private final int width;
    private final int maxval;
    private final int mask;
    private final int range;
    private final int limit;
    private final int qbpp;
    private final byte[] regions;
    private final Contexts contexts;

    Scan(Raster raster, int precision, BitWriter out, Checkpoint checkpoint) {
      var parameters = Parameters.of((1 << precision) - 1, 0);
      this.raster = raster;
      this.out = out;
      this.checkpoint = checkpoint;
      width = raster.columns();
      maxval = parameters.maxval();
      mask = maxval;
      range = parameters.range();
      limit = parameters.limit();
      qbpp = parameters.qbpp();
      regions = parameters.regions();
      contexts = new Contexts(parameters);
    }

    void encode() {
      var lines = new int[raster.samples()][2][width + 2];
      var runIndexes = new int[raster.samples()];
      for (int y = 0; y < raster.rows(); y++) {
        if ((y & 15) == 0) checkpoint.check();
        for (int c = 0; c < raster.samples(); c++) {
          var previous = lines[c][y & 1];
          var current = lines[c][y & 1 ^ 1];
          previous[width + 1] = previous[width];
          current[0] = previous[1];
          load(y, c, current);
          runIndexes[c] = line(previous, current, runIndexes[c]);
        }
      }
    }

    private void load(int y, int component, int[] line) {
      int step = raster.samples();
      int at = y * width * step + component;
      switch (raster.values()) {
        case Samples.Bytes(var array, _) -> {
          for (int x = 1; x <= width; x++, at += step) line[x] = array[at] & mask;
        }
        case Samples.Shorts(var array, _) -> {
          for (int x = 1; x <= width; x++, at += step) line[x] = array[at] & mask;
        }
        default -> throw new IllegalStateException("refused before");
      }
    }

    private int line(int[] previous, int[] current, int firstRunIndex) {
      int runIndex = firstRunIndex;
      int x = 1;
      while (x <= width) {
        int a = current[x - 1];
        int b = previous[x];
        int c = previous[x - 1];
        int q = 81 * regions[previous[x + 1] - b + maxval] + 9 * regions[b - c + maxval] + regions[c - a + maxval];
        if (q != 0) {
          regular(q, a, b, c, current[x++]);
          continue;
        }
        int end = x;
        while (end <= width && current[end] == a) end++;
        runIndex = run(end - x, end > width, runIndex);
        x = end;
        if (x <= width) {
          afterRun(current[x - 1], previous[x], current[x], runIndex);
          x++;
          if (runIndex > 0) runIndex--;
        }
      }
      return runIndex;
    }

    private void regular(int signed, int a, int b, int c, int value) {
      int sign = signed >> 31;
      int q = (signed ^ sign) - sign;
      int low = Math.min(a, b);
      int high = Math.max(a, b);
      int prediction = (c >= high ? low : c <= low ? high : a + b - c) + ((contexts.counters[4 * q + Contexts.C] ^ sign) - sign);
      prediction = Math.max(0, Math.min(prediction, maxval));
      int error = reduced((value - prediction ^ sign) - sign);
      int k = contexts.k(q);
      boolean turned = k == 0 && contexts.isTurned(q);
      int shown = turned ? ~error : error;
      golomb(shown >= 0 ? 2 * shown : -2 * shown - 1, k, limit);
      contexts.update(q, error, 1);
    }

    /// Modulo the range, nearest to zero (A.4.5).
    private int reduced(int error) {
      int value = error < 0 ? error + range : error;
      return value >= (range + 1) / 2 ? value - range : value;
    }

    private void golomb(int mapped, int k, int length) {
      int most = length - qbpp - 1;
      int high = mapped >> k;
      if (high < most) {
        int whole = Math.min(high, 31 - k);
        out.zeros(high - whole);
        out.write(1L << k | mapped & (1 << k) - 1, whole + 1 + k);
      } else {
        out.zeros(most);
        out.write(1, 1);
        out.write(mapped - 1, qbpp);
      }
    }

    private int run(int length, boolean endsLine, int runIndex) {
      int index = runIndex;
      int left = length;
      while (left >= 1 << Contexts.J[index]) {
        out.write(1, 1);
        left -= 1 << Contexts.J[index];
        if (index < 31) index++;
      }
      if (!endsLine) {
        out.write(0, 1);
        out.write(left, Contexts.J[index]);
      } else if (left > 0) {
        out.write(1, 1);
      }
      return index;
    }

    private void afterRun(int a, int b, int value, int runIndex) {
      int type = a == b ? 1 : 0;
      int error = reduced(a > b ? b - value : value - b);
      int k = contexts.kRun(type);
      boolean mostlyNegative = contexts.isMostlyNegative(type);
      boolean odd = error > 0 && k == 0 && !mostlyNegative || error < 0 && (k != 0 || mostlyNegative);
      int mapped = 2 * Math.abs(error) - type - (odd ? 1 : 0);
      golomb(mapped, k, limit - Contexts.J[runIndex] - 1);
      contexts.updateRun(type, error, mapped);
    }
  }
}

package umbra.pixel.codec.jpeg.encode;

import umbra.dicom.DicomException;
import umbra.dicom.Place;
import umbra.dicom.TransferSyntax;
import umbra.dicom.UnsupportedDicomException;
import umbra.pixel.Checkpoint;
import umbra.pixel.Raster;
import umbra.pixel.Raster.Samples;
import umbra.pixel.codec.FrameEncoder;
import umbra.pixel.codec.jpeg.ZigZag;

/// Encodes baseline JPEG (ISO/IEC 10918-1 F.1) of 8 bits: grayscale, or RGB as YCbCr without subsampling, which a Data Set
/// states as YBR_FULL. Huffman codes are made for the frame.
public final class JpegBaselineEncoder implements FrameEncoder {
  /// Table K.1 and K.2 in natural order.
  private static final int[] LUMINANCE = {
    16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55, 14, 13, 16, 24, 40, 57, 69, 56, 14, 17, 22, 29, 51, 87, 80, 62,
    18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113, 92, 49, 64, 78, 87, 103, 121, 120, 101, 72, 92, 95, 98, 112, 100, 103, 99};
  private static final int[] CHROMINANCE = {
    17, 18, 24, 47, 99, 99, 99, 99, 18, 21, 26, 66, 99, 99, 99, 99, 24, 26, 56, 99, 99, 99, 99, 99, 47, 66, 99, 99, 99, 99, 99, 99,
    99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99};

  private final int[][] tables;

  /// @param quality 1 to 100, as libjpeg counts
  public JpegBaselineEncoder(int quality) {
    if (quality < 1 || quality > 100) throw new IllegalArgumentException("quality is 1 to 100");
    tables = new int[][] {scaled(LUMINANCE, quality), scaled(CHROMINANCE, quality)};
  }

  private static int[] scaled(int[] table, int quality) {
    int percent = quality < 50 ? 5000 / quality : 200 - 2 * quality;
    var scaled = new int[64];
    for (int i = 0; i < 64; i++) scaled[i] = Math.max(1, Math.min((table[i] * percent + 50) / 100, 255));
    return scaled;
  }

  @Override
  public TransferSyntax transferSyntax() {
    return TransferSyntax.JPEG_BASELINE;
  }

  @Override
  public byte[] encode(Raster raster, Checkpoint checkpoint) throws DicomException {
    boolean fits = raster.values() instanceof Samples.Bytes && raster.bits() <= 8 && (raster.samples() == 1 || raster.samples() == 3);
    if (!fits) throw new UnsupportedDicomException("baseline JPEG holds 8 bits in one or three samples", Place.of("frame"));
    var blocks = quantised(raster, checkpoint);
    var counting = new Symbols();
    counting.walk(blocks, raster.samples(), (table, symbol, _, _) -> counting.frequencies[table][symbol]++);
    var codes = new HuffmanCode[4];
    for (int i = 0; i < 4; i++) codes[i] = HuffmanCode.of(counting.frequencies[i]);
    var out = new EntropyWriter(raster.values().length() / 2 + 4096);
    header(raster, codes, out);
    new Symbols().walk(blocks, raster.samples(), (table, symbol, value, size) -> out.write(codes[table], symbol, value, size));
    out.endScan();
    out.put16(0xFFD9);
    return out.toArray();
  }

  /// Quantised coefficients in zigzag order, blocks in the order of the scan.
  private short[] quantised(Raster raster, Checkpoint checkpoint) {
    int across = (raster.columns() + 7) / 8;
    int down = (raster.rows() + 7) / 8;
    var blocks = new short[across * down * raster.samples() * 64];
    var dct = new ForwardDct();
    var samples = new float[64];
    int to = 0;
    for (int y = 0; y < down; y++) {
      checkpoint.check();
      for (int x = 0; x < across; x++) {
        for (int c = 0; c < raster.samples(); c++, to += 64) {
          load(raster, 8 * x, 8 * y, c, samples);
          dct.transform(samples);
          var table = tables[c == 0 ? 0 : 1];
          for (int k = 0; k < 64; k++) blocks[to + k] = (short) Math.round(samples[ZigZag.natural(k)] / table[ZigZag.natural(k)]);
        }
      }
    }
    return blocks;
  }

  /// Samples around zero; beyond the edge the last ones are repeated.
  private static void load(Raster raster, int left, int top, int component, float[] out) {
    var array = ((Samples.Bytes) raster.values()).array();
    for (int i = 0; i < 64; i++) {
      int x = Math.min(left + i % 8, raster.columns() - 1);
      int y = Math.min(top + i / 8, raster.rows() - 1);
      int at = (y * raster.columns() + x) * raster.samples();
      out[i] = (raster.samples() == 1 ? array[at] & 0xFF : ybr(array[at] & 0xFF, array[at + 1] & 0xFF, array[at + 2] & 0xFF, component)) - 128;
    }
  }

  /// ITU-T T.871 7.
  private static float ybr(int red, int green, int blue, int component) {
    return switch (component) {
      case 0 -> 0.299f * red + 0.587f * green + 0.114f * blue;
      case 1 -> -0.168736f * red - 0.331264f * green + 0.5f * blue + 128;
      default -> 0.5f * red - 0.418688f * green - 0.081312f * blue + 128;
    };
  }

  private void header(Raster raster, HuffmanCode[] codes, EntropyWriter out) {
    int kinds = raster.samples() == 1 ? 1 : 2;
    out.put16(0xFFD8);
    if (kinds == 2) {
      out.put16(0xFFE0);
      out.put16(16);
      for (int b : new int[] {'J', 'F', 'I', 'F', 0, 1, 1, 0, 0, 1, 0, 1, 0, 0}) out.put(b);
    }
    for (int i = 0; i < kinds; i++) {
      out.put16(0xFFDB);
      out.put16(67);
      out.put(i);
      for (int k = 0; k < 64; k++) out.put(tables[i][ZigZag.natural(k)]);
    }
    JpegHeaders.frame(0xFFC0, raster, 8, out);
    for (int i = 0; i < kinds; i++) {
      codes[i].writeTo(out, i);
      codes[2 + i].writeTo(out, 0x10 | i);
    }
    out.put16(0xFFDA);
    out.put16(6 + 2 * raster.samples());
    out.put(raster.samples());
    for (int i = 1; i <= raster.samples(); i++) {
      out.put(i);
      out.put(i == 1 ? 0 : 0x11);
    }
    out.put(0);
    out.put(63);
    out.put(0);
  }

  /// The symbols of the scan (F.1.2): first to be counted, then to be written.
  private static final class Symbols {
    /// DC of luminance and chrominance, then AC of both.
    final long[][] frequencies = new long[4][256];

    /// Takes a symbol of a table with its further bits.
    @FunctionalInterface
    interface Target {
      void put(int table, int symbol, int value, int size);
    }

    void walk(short[] blocks, int samples, Target target) {
      var predictions = new int[samples];
      for (int at = 0, c = 0; at < blocks.length; at += 64, c = (c + 1) % samples) {
        int kind = c == 0 ? 0 : 1;
        int difference = blocks[at] - predictions[c];
        predictions[c] = blocks[at];
        int size = EntropyWriter.category(difference);
        target.put(kind, size, difference, size);
        int run = 0;
        for (int k = 1; k < 64; k++) {
          int value = blocks[at + k];
          if (value == 0) {
            run++;
            continue;
          }
          for (; run > 15; run -= 16) target.put(2 + kind, 0xF0, 0, 0);
          int bits = EntropyWriter.category(value);
          target.put(2 + kind, run << 4 | bits, value, bits);
          run = 0;
        }
        if (run > 0) target.put(2 + kind, 0, 0, 0);
      }
    }
  }
}

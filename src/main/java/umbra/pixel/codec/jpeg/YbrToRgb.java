package umbra.pixel.codec.jpeg;

/// YCbCr of full range to RGB (ITU-T T.871 7), in 16 fractional bits.
final class YbrToRgb {
  private static final int HALF = 1 << 15;

  private final int most;
  private final int[] redOfCr;
  private final int[] greenOfCr;
  private final int[] greenOfCb;
  private final int[] blueOfCb;

  YbrToRgb(int precision) {
    most = (1 << precision) - 1;
    int centre = 1 << precision - 1;
    redOfCr = new int[most + 1];
    greenOfCr = new int[most + 1];
    greenOfCb = new int[most + 1];
    blueOfCb = new int[most + 1];
    for (int i = 0; i <= most; i++) {
      int difference = i - centre;
      redOfCr[i] = fixed(1.40200) * difference + HALF >> 16;
      blueOfCb[i] = fixed(1.77200) * difference + HALF >> 16;
      greenOfCr[i] = -fixed(0.71414) * difference;
      greenOfCb[i] = -fixed(0.34414) * difference + HALF;
    }
  }

  private static int fixed(double factor) {
    return (int) (factor * 65536 + 0.5);
  }

  private int clamp(int value) {
    return Math.max(0, Math.min(value, most));
  }

  /// One row of 8-bit planes into interleaved samples.
  void row(short[][] planes, int[] strides, int y, int columns, byte[] out, int at) {
    int to = at;
    for (int x = 0; x < columns; x++, to += 3) {
      int luminance = planes[0][y * strides[0] + x];
      int cb = planes[1][y * strides[1] + x];
      int cr = planes[2][y * strides[2] + x];
      out[to] = (byte) clamp(luminance + redOfCr[cr]);
      out[to + 1] = (byte) clamp(luminance + (greenOfCb[cb] + greenOfCr[cr] >> 16));
      out[to + 2] = (byte) clamp(luminance + blueOfCb[cb]);
    }
  }

  /// Interleaved samples in place.
  void convert(short[] samples) {
    for (int i = 0; i + 2 < samples.length; i += 3) {
      int luminance = samples[i];
      int cb = samples[i + 1];
      int cr = samples[i + 2];
      samples[i] = (short) clamp(luminance + redOfCr[cr]);
      samples[i + 1] = (short) clamp(luminance + (greenOfCb[cb] + greenOfCr[cr] >> 16));
      samples[i + 2] = (short) clamp(luminance + blueOfCb[cb]);
    }
  }
}

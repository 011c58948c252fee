package umbra.pixel.codec.jpeg.encode;

import umbra.pixel.Raster;

/// Header segments that the encoders share (ISO/IEC 10918-1 B.2).
final class JpegHeaders {
  private JpegHeaders() {}

  /// A frame header without subsampling; colour differences use quantisation table 1.
  static void frame(int marker, Raster raster, int precision, EntropyWriter out) {
    out.put16(marker);
    out.put16(8 + 3 * raster.samples());
    out.put(precision);
    out.put16(raster.rows());
    out.put16(raster.columns());
    out.put(raster.samples());
    for (int i = 1; i <= raster.samples(); i++) {
      out.put(i);
      out.put(0x11);
      out.put(marker == 0xFFC0 && i > 1 ? 1 : 0);
    }
  }
}

package umbra.pixel.codec.jpeg2000;

import java.util.List;
import java.util.Random;
import umbra.dicom.Place;
import umbra.dicom.TransferSyntax;
import umbra.io.ByteSlice;
import umbra.pixel.Checkpoint;
import umbra.pixel.ImagePixel;
import umbra.pixel.Photometric;
import umbra.pixel.Raster;
import umbra.pixel.SampleType;
import umbra.pixel.codec.EncodedFrame;

/// Rasters to encode and frames to decode.
final class Frames {
  private Frames() {}

  /// Waves with some noise, or noise alone, over the full range of the bits.
  static Raster raster(int rows, int columns, int samples, int bits, boolean signed, boolean noise, long seed) {
    var random = new Random(seed);
    int n = rows * columns * samples;
    var bytes = new byte[n];
    var shorts = new short[n];
    int least = signed ? -(1 << bits - 1) : 0;
    for (int i = 0; i < n; i++) {
      int x = i / samples % columns;
      int wave = (int) ((1 << bits - 1) * (1 + 0.99 * Math.sin(x / 15.0 + i % samples)));
      int value = least + (noise ? random.nextInt(1 << bits) : Math.min((1 << bits) - 1, wave + random.nextInt(2)));
      bytes[i] = (byte) value;
      shorts[i] = (short) value;
    }
    var values = bits <= 8 ? new Raster.Samples.Bytes(bytes, signed) : new Raster.Samples.Shorts(shorts, signed);
    return new Raster(rows, columns, samples, bits, signed, samples == 3 ? Photometric.RGB : Photometric.MONOCHROME2, values);
  }

  static EncodedFrame frame(Raster raster, byte[] bytes, TransferSyntax syntax) {
    return frame(raster.rows(), raster.columns(), raster.samples(), raster.bits(), raster.signed(), bytes, syntax);
  }

  static EncodedFrame frame(int rows, int columns, int samples, int bits, boolean signed, byte[] bytes, TransferSyntax syntax) {
    var image = new ImagePixel(rows, columns, samples, samples == 3 ? Photometric.RGB : Photometric.MONOCHROME2, SampleType.INTEGER,
        bits <= 8 ? 8 : 16, bits, bits - 1, signed, false, 1);
    return new EncodedFrame(image, syntax, List.of(ByteSlice.of(bytes)), Place.of("test"), Checkpoint.NONE);
  }
}

package umbra.pixel.codec;

import umbra.pixel.ImagePixel;
import umbra.pixel.Photometric;
import umbra.pixel.Raster;
import umbra.pixel.Raster.Samples;

/// Makes rasters of the samples of JPEG and JPEG-LS streams.
///
/// These know no sign, so the bits above the precision stay zero also where Pixel Representation says that the samples are
/// signed, as GDCM and DCMTK leave them.
public final class StreamRaster {
  private StreamRaster() {}

  /// A raster of samples of up to 8 bits, which are not copied.
  ///
  /// @param precision bits of a sample in the code stream
  public static Raster ofBytes(ImagePixel image, byte[] samples, int precision, Photometric photometric) {
    var values = new Samples.Bytes(samples, image.signed());
    return new Raster(image.rows(), image.columns(), image.samples(), precision, image.signed(), photometric, values);
  }

  /// A raster of samples of up to 16 bits, which are not copied.
  public static Raster ofShorts(ImagePixel image, short[] samples, int precision, Photometric photometric) {
    var values = new Samples.Shorts(samples, image.signed());
    return new Raster(image.rows(), image.columns(), image.samples(), precision, image.signed(), photometric, values);
  }

  /// The precision that a lossless stream must have to keep the words of a raster whole: that of the raster, more if bits above
  /// the stored ones are in use. 8 or 16 bits at most, for only such words go into these streams.
  public static int precision(Raster raster) {
    int used = 0;
    switch (raster.values()) {
      case Samples.Bytes(var array, _) -> {
        for (byte b : array) used |= b & 0xFF;
      }
      case Samples.Shorts(var array, _) -> {
        for (short s : array) used |= s & 0xFFFF;
      }
      default -> {}
    }
    return Math.max(2, Math.max(raster.bits(), 32 - Integer.numberOfLeadingZeros(used)));
  }
}

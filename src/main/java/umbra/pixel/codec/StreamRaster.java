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
}

package umbra.pixel.codec;

import umbra.pixel.ImagePixel;
import umbra.pixel.Photometric;
import umbra.pixel.Raster;
import umbra.pixel.Raster.Samples;

/// Turns the unsigned samples of a code stream into stored values.
///
/// JPEG and JPEG-LS know no sign: where Pixel Representation says that there is one, it stands at Bits Stored.
public final class SampleRange {
  private SampleRange() {}

  /// A raster of samples of up to 8 bits, which are not copied.
  ///
  /// @param precision bits of a sample in the code stream
  public static Raster ofBytes(ImagePixel image, byte[] samples, int precision, Photometric photometric) {
    boolean signed = image.signed();
    if (signed && precision < 8) extend(samples, Math.min(precision, image.bitsStored()));
    return new Raster(image.rows(), image.columns(), image.samples(), precision, signed, photometric, new Samples.Bytes(samples, signed));
  }

  /// A raster of samples of up to 16 bits, which are not copied.
  public static Raster ofShorts(ImagePixel image, short[] samples, int precision, Photometric photometric) {
    boolean signed = image.signed();
    int bits = Math.min(precision, image.bitsStored());
    if (signed && bits < 16) extend(samples, bits);
    return new Raster(image.rows(), image.columns(), image.samples(), precision, signed, photometric, new Samples.Shorts(samples, signed));
  }

  private static void extend(byte[] samples, int bits) {
    int shift = 32 - bits;
    for (int i = 0; i < samples.length; i++) samples[i] = (byte) (samples[i] << shift >> shift);
  }

  private static void extend(short[] samples, int bits) {
    int shift = 32 - bits;
    for (int i = 0; i < samples.length; i++) samples[i] = (short) (samples[i] << shift >> shift);
  }
}

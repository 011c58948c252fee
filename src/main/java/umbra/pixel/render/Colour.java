package umbra.pixel.render;

import umbra.dicom.DataSet;
import umbra.pixel.ImagePixel;
import umbra.pixel.Photometric;
import umbra.pixel.Raster;
import umbra.pixel.Raster.Samples;

/// Colour images: palettes, RGB, and YCbCr of full range (PS3.3 C.7.6.3.1.2).
public final class Colour {
  private Colour() {}

  static int[] palette(Raster raster, ImagePixel image, Palette palette) {
    var stored = StoredValues.of(raster, image);
    var argb = new int[stored.length];
    for (int i = 0; i < argb.length; i++) argb[i] = palette.argb((int) stored[i]);
    return argb;
  }

  /// Three samples a pixel, of any depth.
  static int[] direct(Raster raster, ImagePixel image) {
    var argb = new int[raster.rows() * raster.columns()];
    boolean ybr = raster.photometric().isYbr() && raster.photometric() != Photometric.YBR_RCT && raster.photometric() != Photometric.YBR_ICT;
    int step = raster.samples();
    int shift = Math.max(0, image.bitsStored() - 8);
    for (int i = 0; i < argb.length; i++) {
      int a = eight(raster.values(), i * step, shift);
      int b = eight(raster.values(), i * step + 1, shift);
      int c = eight(raster.values(), i * step + 2, shift);
      argb[i] = ybr ? ofYbr(a, b, c) : 0xFF00_0000 | a << 16 | b << 8 | c;
    }
    return argb;
  }

  private static int eight(Samples values, int index, int shift) {
    return switch (values) {
      case Samples.Bytes(var array, _) -> array[index] & 0xFF;
      case Samples.Shorts(var array, _) -> (array[index] & 0xFFFF) >>> shift & 0xFF;
      case Samples.Ints(var array, _) -> array[index] >>> shift & 0xFF;
      case Samples.Floats _, Samples.Doubles _ -> (int) Math.max(0, Math.min(values.at(index), 255));
    };
  }

  /// Full-range YCbCr of 8 bits as opaque ARGB.
  public static int ofYbr(int y, int cb, int cr) {
    int red = clamp(y + 1.402 * (cr - 128));
    int green = clamp(y - 0.344136 * (cb - 128) - 0.714136 * (cr - 128));
    int blue = clamp(y + 1.772 * (cb - 128));
    return 0xFF00_0000 | red << 16 | green << 8 | blue;
  }

  private static int clamp(double value) {
    return (int) Math.max(0, Math.min(Math.round(value), 255));
  }

  /// The pixels of a colour frame, or empty if the header lacks what it takes.
  static int[] of(Raster raster, ImagePixel image, DataSet dataSet) {
    if (raster.samples() >= 3) return direct(raster, image);
    return Palette.of(dataSet, image.signed()).map(p -> palette(raster, image, p)).orElse(new int[0]);
  }
}

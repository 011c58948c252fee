package umbra.pixel.render;

import umbra.pixel.ImagePixel;
import umbra.pixel.Raster;
import umbra.pixel.Raster.Samples;

/// Takes the stored value out of each word (PS3.3 C.7.6.3.1.4): the bits up to High Bit, as many as Bits Stored, with their sign.
final class StoredValues {
  private StoredValues() {}

  /// The values of one-sample frames as floats: exact for up to 24 bits.
  static float[] of(Raster raster, ImagePixel image) {
    int drop = image.highBit() + 1 - image.bitsStored();
    int up = 32 - image.bitsStored() - drop;
    int down = 32 - image.bitsStored();
    boolean signed = image.signed();
    return switch (raster.values()) {
      case Samples.Bytes(var array, _) -> {
        var out = new float[array.length];
        for (int i = 0; i < out.length; i++) out[i] = signed ? array[i] << up >> down : array[i] << up >>> down;
        yield out;
      }
      case Samples.Shorts(var array, _) -> {
        var out = new float[array.length];
        if (signed) for (int i = 0; i < out.length; i++) out[i] = array[i] << up >> down;
        else for (int i = 0; i < out.length; i++) out[i] = array[i] << up >>> down;
        yield out;
      }
      case Samples.Ints(var array, _) -> {
        var out = new float[array.length];
        for (int i = 0; i < out.length; i++) out[i] = signed ? array[i] << up >> down : (array[i] << up >>> down) & 0xFFFF_FFFFL;
        yield out;
      }
      case Samples.Floats(var array) -> array.clone();
      case Samples.Doubles(var array) -> {
        var out = new float[array.length];
        for (int i = 0; i < out.length; i++) out[i] = (float) array[i];
        yield out;
      }
    };
  }
}

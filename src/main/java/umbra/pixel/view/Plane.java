package umbra.pixel.view;

import umbra.pixel.ImagePixel;
import umbra.pixel.Raster;
import umbra.pixel.Raster.Samples;

/// The samples of a frame as numbers, taken out of their words row by row; shared with the raster, not copied.
///
/// @param up bits an integer word is shifted left, so that its highest stored bit is bit 31
/// @param down bits it is shifted right after that
public record Plane(int rows, int columns, int samples, Samples values, boolean signed, int up, int down) {

  /// Stored values (PS3.3 C.7.6.3.1.4): the bits up to High Bit, as many as Bits Stored, with their sign.
  public static Plane stored(Raster raster, ImagePixel image) {
    int drop = image.highBit() + 1 - image.bitsStored();
    return new Plane(raster.rows(), raster.columns(), raster.samples(), raster.values(), image.signed(), 32 - image.bitsStored() - drop, 32 - image.bitsStored());
  }

  /// All bits of unsigned words, as colour samples are.
  public static Plane words(Raster raster) {
    return new Plane(raster.rows(), raster.columns(), raster.samples(), raster.values(), false, width(raster.values()), width(raster.values()));
  }

  private static int width(Samples values) {
    return switch (values) {
      case Samples.Bytes _ -> 24;
      case Samples.Shorts _ -> 16;
      default -> 0;
    };
  }

  /// The value at an index of the array of samples.
  public float at(int index) {
    return switch (values) {
      case Samples.Bytes(var array, _) -> number(array[index]);
      case Samples.Shorts(var array, _) -> number(array[index]);
      case Samples.Ints(var array, _) -> number(array[index]);
      case Samples.Floats(var array) -> array[index];
      case Samples.Doubles(var array) -> (float) array[index];
    };
  }

  private float number(int word) {
    return signed ? word << up >> down : (word << up >>> down) & 0xFFFF_FFFFL;
  }

  public float at(int x, int y, int sample) {
    return at((y * columns + x) * samples + sample);
  }

  /// Adds `weight` times some samples of a row to `sums`: the loops the compiler makes fast.
  ///
  /// @param from index of the first column
  void addRow(int row, int from, int count, float weight, float[] sums) {
    int at = (row * columns + from) * samples;
    int n = count * samples;
    switch (values) {
      case Samples.Bytes(var array, _) -> {
        if (signed) for (int i = 0; i < n; i++) sums[i] += weight * (array[at + i] << up >> down);
        else for (int i = 0; i < n; i++) sums[i] += weight * (array[at + i] << up >>> down);
      }
      case Samples.Shorts(var array, _) -> {
        if (signed) for (int i = 0; i < n; i++) sums[i] += weight * (array[at + i] << up >> down);
        else for (int i = 0; i < n; i++) sums[i] += weight * (array[at + i] << up >>> down);
      }
      case Samples.Ints(var array, _) -> {
        for (int i = 0; i < n; i++) sums[i] += weight * number(array[at + i]);
      }
      case Samples.Floats(var array) -> {
        for (int i = 0; i < n; i++) sums[i] += weight * array[at + i];
      }
      case Samples.Doubles(var array) -> {
        for (int i = 0; i < n; i++) sums[i] += weight * (float) array[at + i];
      }
    }
  }

  /// Memory of the samples.
  public long bytes() {
    long length = values.length();
    return switch (values) {
      case Samples.Bytes _ -> length;
      case Samples.Shorts _ -> 2 * length;
      case Samples.Ints _, Samples.Floats _ -> 4 * length;
      case Samples.Doubles _ -> 8 * length;
    };
  }
}

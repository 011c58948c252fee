package umbra.pixel.redact.fill;

import java.util.List;
import umbra.pixel.Raster;
import umbra.pixel.Raster.Samples;
import umbra.pixel.redact.region.Box;

/// Paints boxes over a decoded frame, every bit of every sample.
public final class RasterPaint {
  private RasterPaint() {}

  /// Writes into the arrays of the raster, which must be the caller's own.
  ///
  /// @param boxes inside the frame
  /// @param words one for each sample of a pixel
  public static void paint(Raster raster, List<Box> boxes, long[] words) {
    for (var box : boxes) {
      for (int y = box.y(); y < box.bottom(); y++) {
        int from = (y * raster.columns() + box.x()) * raster.samples();
        row(raster.values(), from, box.width() * raster.samples(), words);
      }
    }
  }

  private static void row(Samples samples, int from, int count, long[] words) {
    int n = words.length;
    switch (samples) {
      case Samples.Bytes(var array, _) -> {
        for (int i = 0; i < count; i++) array[from + i] = (byte) words[i % n];
      }
      case Samples.Shorts(var array, _) -> {
        for (int i = 0; i < count; i++) array[from + i] = (short) words[i % n];
      }
      case Samples.Ints(var array, _) -> {
        for (int i = 0; i < count; i++) array[from + i] = (int) words[i % n];
      }
      case Samples.Floats _, Samples.Doubles _ -> throw new IllegalArgumentException("no codec holds floating point samples");
    }
  }

  /// Clears bits of all words.
  public static void clear(Raster raster, long bits) {
    if (bits == 0) return;
    switch (raster.values()) {
      case Samples.Bytes(var array, _) -> {
        for (int i = 0; i < array.length; i++) array[i] &= (byte) ~bits;
      }
      case Samples.Shorts(var array, _) -> {
        for (int i = 0; i < array.length; i++) array[i] &= (short) ~bits;
      }
      case Samples.Ints(var array, _) -> {
        for (int i = 0; i < array.length; i++) array[i] &= (int) ~bits;
      }
      case Samples.Floats _, Samples.Doubles _ -> {}
    }
  }
}

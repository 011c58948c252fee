package umbra.pixel;

import java.util.Objects;

/// One decoded frame: stored values, pixel-interleaved, row by row from the top left corner.
///
/// The samples are words as the file or the code stream has them: what stands above the stored bits – overlays in native
/// words, nothing or the sign in decoded ones – is still there, and rendering takes it away by High Bit and Bits Stored.
/// They are shared, not copied; who made a raster must not change them later.
///
/// @param bits significant bits of a sample as the stream or the header states them: 1 to 32 for integers, 32 or 64 for
///     floating point
/// @param signed the samples are two's complement in their stored bits
/// @param photometric after decoding: RGB for colour JPEG and JPEG 2000 that was YBR in the stream
public record Raster(int rows, int columns, int samples, int bits, boolean signed, Photometric photometric, Samples values) {

  /// The values of all samples: as narrow as they fit.
  public sealed interface Samples {
    int length();

    /// The value at an index: unsigned types come out as not negative.
    double at(int index);

    /// Integers of up to 8 bits; 1-bit samples take one array place each.
    record Bytes(byte[] array, boolean signed) implements Samples {
      @Override public int length() { return array.length; }
      @Override public double at(int index) { return signed ? array[index] : array[index] & 0xFF; }
    }

    /// Integers of 9 to 16 bits.
    record Shorts(short[] array, boolean signed) implements Samples {
      @Override public int length() { return array.length; }
      @Override public double at(int index) { return signed ? array[index] : array[index] & 0xFFFF; }
    }

    /// Integers of 17 to 32 bits.
    record Ints(int[] array, boolean signed) implements Samples {
      @Override public int length() { return array.length; }
      @Override public double at(int index) { return signed ? array[index] : array[index] & 0xFFFF_FFFFL; }
    }

    record Floats(float[] array) implements Samples {
      @Override public int length() { return array.length; }
      @Override public double at(int index) { return array[index]; }
    }

    record Doubles(double[] array) implements Samples {
      @Override public int length() { return array.length; }
      @Override public double at(int index) { return array[index]; }
    }
  }

  public Raster {
    Objects.requireNonNull(photometric);
    if ((long) rows * columns * samples != values.length()) throw new IllegalArgumentException("samples do not fill the raster");
  }
}

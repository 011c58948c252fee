package umbra.pixel;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import umbra.pixel.Raster.Samples;

/// The samples of a raster as bytes: little endian, pixel-interleaved; one byte a sample up to 8 bits (1-bit samples too),
/// two, four or eight for wider ones, as wide as Bits Allocated makes the words.
public final class RasterBytes {
  private static final int CHUNK = 1 << 16;

  private RasterBytes() {}

  /// Takes chunks of bytes; the buffer is used again after the call.
  @FunctionalInterface
  public interface Target<E extends Exception> {
    void put(ByteBuffer chunk) throws E;
  }

  /// Hands over all samples in order, a chunk at a time.
  ///
  /// @param bytesEach 1, 2, 4 or 8: narrower samples are extended by their sign
  public static <E extends Exception> void write(Raster raster, int bytesEach, Target<E> target) throws E {
    var values = raster.values();
    var chunk = ByteBuffer.allocate(CHUNK).order(ByteOrder.LITTLE_ENDIAN);
    int perChunk = CHUNK / bytesEach;
    for (int from = 0; from < values.length(); from += perChunk) {
      int to = Math.min(values.length(), from + perChunk);
      chunk.clear();
      fill(values, from, to, bytesEach, chunk);
      target.put(chunk.flip());
    }
  }

  private static void fill(Samples values, int from, int to, int bytesEach, ByteBuffer chunk) {
    switch (values) {
      case Samples.Bytes(var array, var signed) -> {
        if (bytesEach == 1) chunk.put(array, from, to - from);
        else for (int i = from; i < to; i++) put(chunk, signed ? array[i] : array[i] & 0xFF, bytesEach);
      }
      case Samples.Shorts(var array, var signed) -> {
        if (bytesEach == 2) chunk.asShortBuffer().put(array, from, to - from);
        else for (int i = from; i < to; i++) put(chunk, signed ? array[i] : array[i] & 0xFFFF, bytesEach);
        if (bytesEach == 2) chunk.position(2 * (to - from));
      }
      case Samples.Ints(var array, _) -> {
        chunk.asIntBuffer().put(array, from, to - from);
        chunk.position(4 * (to - from));
      }
      case Samples.Floats(var array) -> {
        chunk.asFloatBuffer().put(array, from, to - from);
        chunk.position(4 * (to - from));
      }
      case Samples.Doubles(var array) -> {
        chunk.asDoubleBuffer().put(array, from, to - from);
        chunk.position(8 * (to - from));
      }
    }
  }

  private static void put(ByteBuffer chunk, int value, int bytesEach) {
    switch (bytesEach) {
      case 1 -> chunk.put((byte) value);
      case 2 -> chunk.putShort((short) value);
      default -> chunk.putInt(value);
    }
  }

  /// Width of a sample for Bits Allocated of the header: 1 for 1 and 8, else its bytes; never less than the samples need.
  public static int bytesEach(Raster raster, int bitsAllocated) {
    int needed = switch (raster.values()) {
      case Samples.Bytes _ -> 1;
      case Samples.Shorts _ -> 2;
      case Samples.Ints _, Samples.Floats _ -> 4;
      case Samples.Doubles _ -> 8;
    };
    return Math.max(needed, bitsAllocated / 8);
  }
}

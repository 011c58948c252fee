package umbra.pixel.redact.fill;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import java.util.List;
import umbra.dicom.DataSet;
import umbra.io.ByteSlice;
import umbra.io.ByteSource;
import umbra.pixel.ImagePixel;
import umbra.pixel.SampleType;
import umbra.pixel.redact.region.Box;
import umbra.pixel.stream.HighBits;

/// Native Pixel Data seen with its boxes blackened: what is looked at is copied and painted, the rest stays where it is, so that
/// an image of any size needs no memory.
public final class BlackenedSource implements ByteSource {
  /// The boxes of a frame.
  @FunctionalInterface
  public interface Boxes {
    /// @param frame index from 0
    /// @return inside the image, whole pairs where pixels share their colour
    List<Box> of(int frame);
  }

  private final ByteSlice pixels;
  private final NativeLayout layout;
  private final Boxes boxes;

  private BlackenedSource(ByteSlice pixels, NativeLayout layout, Boxes boxes) {
    this.pixels = pixels;
    this.layout = layout;
    this.boxes = boxes;
  }

  /// @param order of the words in the bytes
  /// @param swapped 8-bit samples that were written as words of a big endian file
  /// @param clear bits to be cleared in all words
  public static ByteSlice of(DataSet dataSet, ImagePixel image, ByteSlice pixels, ByteOrder order, boolean swapped, Fill fill, long clear, Boxes boxes) {
    long[] words = {switch (image.type()) {
      case FLOAT -> Float.floatToRawIntBits((float) FillColour.floating(dataSet, image, fill)) & 0xFFFF_FFFFL;
      case DOUBLE -> Double.doubleToRawLongBits(FillColour.floating(dataSet, image, fill));
      case INTEGER -> 0;
    }};
    if (image.type() == SampleType.INTEGER) {
      words = FillColour.of(dataSet, image, image.photometric(), image.bitsStored(), fill);
      for (int i = 0; i < words.length; i++) words[i] = HighBits.word(words[i], image, clear);
    }
    return new BlackenedSource(pixels, NativeLayout.of(image, swapped, order, words, clear), boxes).all();
  }

  @Override
  public long size() {
    return pixels.length();
  }

  @Override
  public String name() {
    return pixels.source().name();
  }

  @Override
  public MemorySegment view(long offset, long length) {
    var bytes = pixels.slice(offset, length);
    if (length == 0) return bytes.bytes();
    long frameBits = layout.image().nativeFrameBits();
    int first = (int) Math.min(layout.image().frames(), offset * 8 / frameBits);
    int last = (int) Math.min(layout.image().frames() - 1L, ((offset + length + 1) * 8 - 1) / frameBits);
    byte[] copy = null;
    if (layout.clear().length > 0) {
      copy = bytes.toArray();
      int mask = layout.clear().length - 1;
      for (int i = 0; i < copy.length; i++) copy[i] &= (byte) ~layout.clear()[(int) (offset + i) & mask];
    }
    for (int frame = Math.max(0, first - 1); frame <= last; frame++) {
      for (var box : boxes.of(frame)) {
        if (copy == null) copy = bytes.toArray();
        paint(copy, offset, frame * frameBits, box);
      }
    }
    return copy == null ? bytes.bytes() : MemorySegment.ofArray(copy);
  }

  private void paint(byte[] copy, long offset, long frameBit, Box box) {
    for (int plane = 0; plane < layout.pattern().length; plane++) {
      for (int y = box.y(); y < box.bottom(); y++) {
        long from = frameBit + plane * layout.planeBits() + ((long) y * layout.image().columns() + box.x()) * layout.pixelBits();
        long to = from + (long) box.width() * layout.pixelBits();
        if (layout.image().bitsAllocated() == 1) bits(copy, offset, from, to);
        else bytes(copy, offset, from / 8, to / 8, layout.pattern()[plane]);
      }
    }
  }

  private void bytes(byte[] copy, long offset, long from, long to, byte[] pattern) {
    if (layout.swapped()) {
      for (long at = from; at < to; at++) {
        long index = (at ^ 1) - offset;
        if (index >= 0 && index < copy.length) copy[(int) index] = pattern[(int) ((at - from) % pattern.length)];
      }
      return;
    }
    long end = Math.min(to, offset + copy.length);
    for (long at = Math.max(from, offset); at < end; at++) copy[(int) (at - offset)] = pattern[(int) ((at - from) % pattern.length)];
  }

  private void bits(byte[] copy, long offset, long from, long to) {
    for (long bit = from; bit < to; bit++) {
      long at = (layout.swapped() ? bit / 8 ^ 1 : bit / 8) - offset;
      if (at < 0 || at >= copy.length) continue;
      int mask = 1 << (int) (bit & 7);
      copy[(int) at] = (byte) (layout.pattern()[0][0] == 0 ? copy[(int) at] & ~mask : copy[(int) at] | mask);
    }
  }

  /// Leaves the file open: it belongs to whoever opened it.
  @Override
  public void close() throws IOException {}
}

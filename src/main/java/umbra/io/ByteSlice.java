package umbra.io;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.WritableByteChannel;
import java.util.List;
import java.util.Objects;

/// A range of a [ByteSource]: nothing is read until somebody looks.
///
/// Equality is that of the range, not of the bytes; see [#sameBytes].
///
/// @param offset of the first byte within the source, which for a file is the offset in the file
/// @param length in bytes
public record ByteSlice(ByteSource source, long offset, long length) {
  public static final ByteSlice EMPTY = of(new byte[0]);
  private static final int COPY_CHUNK = 1 << 20;

  public ByteSlice {
    Objects.checkFromIndexSize(offset, length, source.size());
  }

  /// The bytes of an array, which must not be written to afterwards.
  public static ByteSlice of(byte[] bytes) {
    return ByteSource.of(bytes).all();
  }

  /// Slices one after the other as one, without copying them; they have to stay open.
  public static ByteSlice joined(List<ByteSlice> parts) {
    return parts.size() == 1 ? parts.getFirst() : new JoinedSource(parts).all();
  }

  public boolean isEmpty() {
    return length == 0;
  }

  /// Offset in the source of the first byte after this range.
  public long end() {
    return offset + length;
  }

  /// The bytes, see [ByteSource#view].
  public MemorySegment bytes() {
    return source.view(offset, length);
  }

  /// A part of this range.
  ///
  /// @param from relative to the start of this slice
  public ByteSlice slice(long from, long size) {
    Objects.checkFromIndexSize(from, size, length);
    return new ByteSlice(source, offset + from, size);
  }

  /// One byte as 0 to 255.
  public int u8(long index) {
    Objects.checkIndex(index, length);
    return source.view(offset + index, 1).get(ValueLayout.JAVA_BYTE, 0) & 0xFF;
  }

  /// A copy on the heap.
  ///
  /// @throws IllegalStateException if the slice is longer than an array can be
  public byte[] toArray() {
    if (length > Integer.MAX_VALUE - 8) throw new IllegalStateException("too long for an array: " + length);
    var bytes = new byte[(int) length];
    MemorySegment.copy(bytes(), ValueLayout.JAVA_BYTE, 0, bytes, 0, bytes.length);
    return bytes;
  }

  public boolean sameBytes(ByteSlice other) {
    if (length != other.length) return false;
    for (long at = 0; at < length; at += COPY_CHUNK) {
      long n = Math.min(COPY_CHUNK, length - at);
      if (source.view(offset + at, n).mismatch(other.source.view(other.offset + at, n)) >= 0) return false;
    }
    return true;
  }

  /// Writes all bytes, a megabyte at a time, so that memory does not grow with the length.
  public void writeTo(WritableByteChannel out) throws IOException {
    for (long at = 0; at < length; at += COPY_CHUNK) {
      var buffer = source.view(offset + at, Math.min(COPY_CHUNK, length - at)).asByteBuffer();
      while (buffer.hasRemaining()) out.write(buffer);
    }
  }
}

package umbra.io;

import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Objects;

/// Slices one after the other, seen as one source: nothing is copied but by a view across a seam.
final class JoinedSource implements ByteSource {
  private final ByteSlice[] parts;
  /// Where each part begins, and one behind the last.
  private final long[] starts;

  JoinedSource(List<ByteSlice> parts) {
    this.parts = parts.toArray(ByteSlice[]::new);
    this.starts = new long[this.parts.length + 1];
    for (int i = 0; i < this.parts.length; i++) starts[i + 1] = starts[i] + this.parts[i].length();
  }

  @Override
  public long size() {
    return starts[parts.length];
  }

  @Override
  public String name() {
    return parts.length == 0 ? "memory" : parts[0].source().name();
  }

  @Override
  public MemorySegment view(long offset, long length) {
    Objects.checkFromIndexSize(offset, length, size());
    if (length == 0) return MemorySegment.ofArray(new byte[0]);
    int part = partAt(offset);
    if (offset + length <= starts[part + 1]) return parts[part].source().view(parts[part].offset() + offset - starts[part], length);
    if (length > Integer.MAX_VALUE - 64) throw new IndexOutOfBoundsException("a view of joined slices is limited to 2 GiB: " + length);
    var copy = MemorySegment.ofArray(new byte[(int) length]);
    for (long at = offset; at < offset + length; part++) {
      long n = Math.min(starts[part + 1], offset + length) - at;
      if (n > 0) MemorySegment.copy(parts[part].source().view(parts[part].offset() + at - starts[part], n), 0, copy, at - offset, n);
      at += n;
    }
    return copy;
  }

  /// The part that holds this byte.
  private int partAt(long offset) {
    int low = 0;
    int high = parts.length - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (starts[middle] <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /// Leaves the parts open: they belong to whoever opened them.
  @Override
  public void close() {}
}

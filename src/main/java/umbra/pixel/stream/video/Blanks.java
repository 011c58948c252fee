package umbra.pixel.stream.video;

import java.util.Arrays;
import java.util.TreeMap;
import umbra.io.ByteSlice;
import umbra.pixel.stream.code.ByteWindow;
import umbra.pixel.stream.code.Pieces;

/// Ranges of a stream that other bytes take the place of; the length stays. Ranges do not overlap.
final class Blanks {
  private static final int LONGEST = 1 << 20;

  /// @param bytes one that fills the range, or as many as the range has
  private record Range(long from, long to, byte[] bytes) {
    byte[] filled() {
      if (bytes.length == to - from) return bytes;
      var all = new byte[(int) (to - from)];
      Arrays.fill(all, bytes[0]);
      return all;
    }
  }

  private final ByteSlice stream;
  private final ByteWindow bytes;
  private final TreeMap<Long, Range> ranges = new TreeMap<>();

  Blanks(ByteSlice stream) {
    this.stream = stream;
    this.bytes = new ByteWindow(stream);
  }

  ByteWindow bytes() {
    return bytes;
  }

  /// All bytes become this one; nothing happens where they are it already.
  void fill(long from, long to, int value) {
    for (long at = from; at < to; ) {
      while (at < to && bytes.u8(at) == value) at++;
      long end = at;
      while (end < to && bytes.u8(end) != value) end++;
      for (; at < end; at = Math.min(end, at + LONGEST)) add(at, Math.min(end, at + LONGEST), (byte) value);
    }
  }

  private void add(long from, long to, byte value) {
    var before = ranges.floorEntry(from);
    boolean joins = before != null && before.getValue().to == from && before.getValue().bytes.length == 1 && before.getValue().bytes[0] == value && to - before.getKey() <= LONGEST;
    long start = joins ? before.getKey() : from;
    ranges.put(start, new Range(start, to, new byte[] {value}));
  }

  void put(long at, byte... other) {
    if (!Arrays.equals(bytes.bytes(at, at + other.length), other)) ranges.put(at, new Range(at, at + other.length, other));
  }

  /// The same slice if nothing was blanked.
  ByteSlice result() {
    if (ranges.isEmpty()) return stream;
    var pieces = new Pieces(stream);
    long at = 0;
    for (var range : ranges.values()) {
      if (range.from > at) pieces.keep(at, range.from);
      pieces.add(range.filled());
      at = range.to;
    }
    if (at < stream.length()) pieces.keep(at, stream.length());
    return pieces.end(bytes);
  }
}

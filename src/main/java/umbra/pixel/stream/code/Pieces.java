package umbra.pixel.stream.code;

import java.util.ArrayList;
import java.util.List;
import umbra.io.ByteSlice;

/// Puts a code stream together from what stays of it and what takes the place of the rest, without copying what stays.
public final class Pieces {
  private final ByteSlice whole;
  private final List<ByteSlice> pieces = new ArrayList<>();
  private long runStart;
  private long runEnd;

  public Pieces(ByteSlice whole) {
    this.whole = whole;
  }

  public void keep(long start, long end) {
    if (start != runEnd) {
      flush();
      runStart = start;
    }
    runEnd = end;
  }

  public void add(byte... bytes) {
    add(ByteSlice.of(bytes));
  }

  public void add(ByteSlice slice) {
    flush();
    pieces.add(slice);
    runStart = -1;
    runEnd = -1;
  }

  private void flush() {
    if (runEnd > runStart) pieces.add(whole.slice(runStart, runEnd - runStart));
  }

  /// Bytes kept or added so far.
  long size() {
    return pieces.stream().mapToLong(ByteSlice::length).sum() + Math.max(0, runEnd - runStart);
  }

  /// What was collected; the whole slice itself if all of it stayed but padding.
  ///
  /// @param bytes of the whole slice
  public ByteSlice end(ByteWindow bytes) {
    boolean untouched = pieces.isEmpty() && runStart == 0;
    if (untouched && bytes.isConstant(runEnd, bytes.length())) return whole;
    flush();
    runStart = -1;
    runEnd = -1;
    return ByteSlice.joined(pieces);
  }
}

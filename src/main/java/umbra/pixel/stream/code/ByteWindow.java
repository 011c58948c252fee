package umbra.pixel.stream.code;

import umbra.io.ByteSlice;

/// A look at a slice of any length, a piece of it in memory at a time.
public final class ByteWindow {
  private static final int PIECE = 1 << 16;

  private final ByteSlice slice;
  private byte[] piece = {};
  private long from;

  public ByteWindow(ByteSlice slice) {
    this.slice = slice;
  }

  public long length() {
    return slice.length();
  }

  public int u8(long at) {
    long index = at - from;
    if (index < 0 || index >= piece.length) {
      load(at);
      index = 0;
    }
    return piece[(int) index] & 0xFF;
  }

  public int u16(long at) {
    return u8(at) << 8 | u8(at + 1);
  }

  public long u32(long at) {
    return (long) u16(at) << 16 | u16(at + 2);
  }

  private void load(long at) {
    piece = slice.slice(at, Math.min(PIECE, slice.length() - at)).toArray();
    from = at;
  }

  /// These characters stand here.
  public boolean has(long at, String text) {
    if (at + text.length() > length()) return false;
    for (int i = 0; i < text.length(); i++) if (u8(at + i) != text.charAt(i)) return false;
    return true;
  }

  public byte[] bytes(long at, long end) {
    return slice.slice(at, end - at).toArray();
  }

  /// All bytes are alike: padding, which tells nothing.
  public boolean isConstant(long at, long end) {
    for (long i = at + 1; i < end; i++) if (u8(i) != u8(at)) return false;
    return true;
  }

  /// The first marker after entropy-coded data that is no RSTm, or the length if there is none: in all codes of the JPEG family FF is
  /// followed by less than C0 inside the data (T.81 B.1.1.5, T.87 A.1, T.800 D.4.1).
  long marker(long at) {
    while (at + 1 < length()) {
      u8(at);
      int i = (int) (at - from);
      while (i < piece.length && piece[i] != (byte) 0xFF) i++;
      at = from + i;
      if (i == piece.length) continue;
      if (at + 1 == length()) break;
      int next = u8(at + 1);
      if (next >= 0xC0 && next != 0xFF && (next < 0xD0 || next > 0xD7)) return at;
      at++;
    }
    return length();
  }
}

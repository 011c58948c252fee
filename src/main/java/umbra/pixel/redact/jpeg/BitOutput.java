package umbra.pixel.redact.jpeg;

import java.util.Arrays;

/// Entropy-coded data as it is written: a zero is stuffed behind each FF (ISO/IEC 10918-1 F.1.2.3).
final class BitOutput {
  private byte[] bytes;
  private int length;
  private long pending;
  private int count;

  BitOutput(int capacity) {
    bytes = new byte[capacity];
  }

  /// Bytes of marker segments; only between scans.
  void raw(byte[] from, int start, int end) {
    room(end - start);
    System.arraycopy(from, start, bytes, length, end - start);
    length += end - start;
  }

  void raw(int... values) {
    room(values.length);
    for (int value : values) bytes[length++] = (byte) value;
  }

  private void room(int more) {
    if (length + more > bytes.length) bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
  }

  /// @param n 0 to 32
  void write(long value, int n) {
    pending = pending << n | value & (1L << n) - 1;
    count += n;
    room(10);
    while (count >= 8) {
      count -= 8;
      byte b = (byte) (pending >>> count);
      bytes[length++] = b;
      if (b == (byte) 0xFF) bytes[length++] = 0;
    }
  }

  /// Bits of another scan, as they are.
  ///
  /// @param from without stuffed zeros, with at least 8 bytes behind the last bit
  void copy(byte[] from, long firstBit, long endBit) {
    for (long bit = firstBit; bit < endBit; bit += 32) {
      int n = (int) Math.min(32, endBit - bit);
      int at = (int) (bit >>> 3);
      long word = 0;
      for (int i = 0; i < 5; i++) word = word << 8 | (at + i < from.length ? from[at + i] & 0xFF : 0);
      write(word >>> 40 - (bit & 7) - n, n);
    }
  }

  /// Fills up the last byte with ones.
  void align() {
    if (count > 0) write(0xFF, 8 - count);
  }

  byte[] toArray() {
    return Arrays.copyOf(bytes, length);
  }
}

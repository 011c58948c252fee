package umbra.pixel.codec.jpegls;

import java.util.Arrays;

/// Bytes of a code stream; after FF the next byte gets seven bits, the first being zero (ISO/IEC 14495-1 A.1).
final class BitWriter {
  private byte[] bytes;
  private int length;
  private int current;
  private int free = 8;

  BitWriter(int capacity) {
    bytes = new byte[capacity];
  }

  /// A byte outside of a scan.
  void put(int value) {
    if (length == bytes.length) bytes = Arrays.copyOf(bytes, 2 * length);
    bytes[length++] = (byte) value;
  }

  void put16(int value) {
    put(value >> 8);
    put(value);
  }

  /// @param n 0 to 31
  void write(int value, int n) {
    int left = n;
    while (left > 0) {
      int take = Math.min(free, left);
      left -= take;
      free -= take;
      current |= (value >>> left & (1 << take) - 1) << free;
      if (free == 0) flushByte();
    }
  }

  void zeros(int n) {
    for (int left = n; left > 0; left -= 16) write(0, Math.min(16, left));
  }

  private void flushByte() {
    put(current);
    free = current == 0xFF ? 7 : 8;
    current = 0;
  }

  /// Fills up the last byte with zeros; one after FF is always written, so that no marker comes about.
  void endScan() {
    if (free < 8 || length > 0 && bytes[length - 1] == (byte) 0xFF) flushByte();
    free = 8;
    current = 0;
  }

  byte[] toArray() {
    return Arrays.copyOf(bytes, length);
  }
}

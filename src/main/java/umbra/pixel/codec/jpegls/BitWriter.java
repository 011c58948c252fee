package umbra.pixel.codec.jpegls;

import java.util.Arrays;

/// Bytes of a code stream; after FF the next byte gets seven bits, the first being zero (ISO/IEC 14495-1 A.1).
final class BitWriter {
  private byte[] bytes;
  private int length;
  /// Bits that do not fill a byte yet, below others that are written already.
  private long pending;
  private int count;
  /// Bits that the next byte takes.
  private int width = 8;

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

  /// @param value with nothing above its n bits
  /// @param n 0 to 32
  void write(long value, int n) {
    pending = pending << n | value;
    count += n;
    while (count >= width) {
      count -= width;
      int b = (int) (pending >>> count) & (1 << width) - 1;
      put(b);
      width = b == 0xFF ? 7 : 8;
    }
  }

  void zeros(int n) {
    for (int left = n; left > 0; left -= 32) write(0, Math.min(32, left));
  }

  /// Fills up the last byte with zeros; one after FF is always written, so that no marker comes about.
  void endScan() {
    if (count > 0 || width == 7) write(0, width - count);
    width = 8;
  }

  byte[] toArray() {
    return Arrays.copyOf(bytes, length);
  }
}

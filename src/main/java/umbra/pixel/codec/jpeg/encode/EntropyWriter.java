package umbra.pixel.codec.jpeg.encode;

import java.util.Arrays;

/// Bytes of a code stream; within a scan a zero is stuffed behind each FF (ISO/IEC 10918-1 F.1.2.3).
final class EntropyWriter {
  private byte[] bytes;
  private int length;
  private long pending;
  private int count;

  EntropyWriter(int capacity) {
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

  /// @param n 0 to 16
  void write(int value, int n) {
    pending = pending << n | value & (1L << n) - 1;
    count += n;
    while (count >= 8) {
      count -= 8;
      int b = (int) (pending >>> count) & 0xFF;
      put(b);
      if (b == 0xFF) put(0);
    }
  }

  /// A code and the further bits of a value of this size (F.1.2.1).
  void write(HuffmanCode code, int symbol, int value, int size) {
    write(code.code(symbol), code.length(symbol));
    write(value < 0 ? value - 1 : value, size);
  }

  /// Fills up the last byte with ones.
  void endScan() {
    if (count > 0) write(0xFF, 8 - count);
    count = 0;
  }

  byte[] toArray() {
    return Arrays.copyOf(bytes, length);
  }

  /// Bits that the size of a value takes: its category (F.1.2.1).
  static int category(int value) {
    return 32 - Integer.numberOfLeadingZeros(Math.abs(value));
  }
}

package umbra.pixel.codec.jpegls;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Bits of a scan. After a byte FF the next one holds seven bits only; if its top bit is set, it begins a marker and the scan
/// is over (ISO/IEC 14495-1 C.2.1 of T.87). Beyond the end zeros are read, and counted.
final class BitReader {
  private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private final byte[] bytes;
  private int at;
  /// Bits not read yet, the next one at the top; hot loops take them into local variables and put them back.
  long bits;
  int count;
  private boolean afterFf;
  private int zerosFed;

  BitReader(byte[] bytes, int from) {
    this.bytes = bytes;
    this.at = from;
  }

  /// Makes at least 57 bits ready.
  void fill() {
    if (!afterFf && at + 8 <= bytes.length) {
      long next = (long) LONGS.get(bytes, at);
      boolean holdsFf = ((next & 0x7F7F7F7F7F7F7F7FL) + 0x0101010101010101L & next & 0x8080808080808080L) != 0;
      if (!holdsFf) {
        int take = 64 - count >>> 3;
        bits |= next >>> count;
        // what was taken beyond whole bytes is cut off again, to be read with the next ones
        count += take * 8;
        at += take;
        if (count < 64) bits &= -1L << 64 - count;
        return;
      }
    }
    while (count <= 56) byteByByte();
  }

  private void byteByByte() {
    if (at >= bytes.length || afterFf && bytes[at] < 0) {
      zerosFed += 8;
      count += 8;
      return;
    }
    int b = bytes[at++] & 0xFF;
    int width = afterFf ? 7 : 8;
    bits |= (long) b << 64 - count - width;
    count += width;
    afterFf = b == 0xFF;
  }

  /// @param n 0 to 32
  int read(int n) {
    if (n == 0) return 0;
    if (count < n) fill();
    int value = (int) (bits >>> 64 - n);
    bits <<= n;
    count -= n;
    return value;
  }

  boolean readBit() {
    return read(1) == 1;
  }

  /// Counts zeros up to a one, which is used up.
  ///
  /// @param most more zeros than this are not counted; then nothing else is used up
  int zeros(int most) {
    int zeros = 0;
    while (true) {
      if (count < 32) fill();
      int here = Math.min(Long.numberOfLeadingZeros(bits), count);
      if (zeros + here > most) return most + 1;
      if (here < count) {
        bits <<= here;
        bits <<= 1;
        count -= here + 1;
        return zeros + here;
      }
      zeros += here;
      bits = 0;
      count = 0;
    }
  }

  /// More bits were read than the scan has.
  boolean isOverrun() {
    return zerosFed > count;
  }

  /// Offset behind the bytes taken so far: at most eight behind the marker that ends the scan, as markers are never taken.
  int position() {
    return at;
  }

  /// Goes on behind the next restart marker (C.1.2.4): only left-over bits may stand before it.
  ///
  /// @param number 0 to 7, as it must be in the marker
  /// @return false if it is not there
  boolean restart(int number) {
    int marker = Math.max(0, at - 8);
    while (marker + 1 < bytes.length && (bytes[marker] != (byte) 0xFF || bytes[marker + 1] >= 0)) marker++;
    while (marker + 1 < bytes.length && bytes[marker + 1] == (byte) 0xFF) marker++;
    if (marker + 1 >= bytes.length || (bytes[marker + 1] & 0xFF) != 0xD0 + number) return false;
    at = marker + 2;
    bits = 0;
    count = 0;
    afterFf = false;
    zerosFed = 0;
    return true;
  }
}

package umbra.pixel.codec.jpeg;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/// The entropy-coded data of one scan (ISO/IEC 10918-1 B.1.1.5 and F.2.2.5): stuffed zeros taken out, restart markers kept
/// apart. Beyond the end of an interval zeros are read, and counted.
public final class EntropyBits {
  private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private byte[] clean;
  private int[] ends = new int[4];
  private int intervals;
  private final int next;
  private int interval;
  private int at;
  private int end;
  /// Bits not read yet, the next one at the top; hot loops take them into local variables and put them back.
  long bits;
  int count;
  private int zerosFed;

  /// @param from offset of the first byte after the scan header
  public EntropyBits(byte[] bytes, int from) {
    clean = new byte[bytes.length - from + 8];
    int to = 0;
    int i = from;
    while (i < bytes.length) {
      byte b = bytes[i++];
      if (b != (byte) 0xFF) {
        clean[to++] = b;
        continue;
      }
      while (i < bytes.length && bytes[i] == (byte) 0xFF) i++;
      if (i >= bytes.length) break;
      int code = bytes[i] & 0xFF;
      if (code == 0) {
        clean[to++] = b;
        i++;
      } else if (code >= 0xD0 && code <= 0xD7) {
        endInterval(to);
        i++;
      } else {
        i--;
        break;
      }
    }
    endInterval(to);
    next = i;
    end = ends[0];
  }

  private void endInterval(int to) {
    if (intervals == ends.length) ends = Arrays.copyOf(ends, 2 * intervals);
    ends[intervals++] = to;
  }

  /// Offset in the code stream of the marker that ends the scan, or its length.
  public int next() {
    return next;
  }

  /// Goes to the data after the next restart marker.
  ///
  /// @return false if there is none
  public boolean restart() {
    if (interval + 1 >= intervals) return false;
    at = ends[interval++];
    end = ends[interval];
    bits = 0;
    count = 0;
    zerosFed = 0;
    return true;
  }

  /// Bits read so far, counted in [#bytes] and not in the code stream.
  public long position() {
    return 8L * at + zerosFed - count;
  }

  /// The data without stuffed zeros and restart markers, and some bytes behind them; not to be written to.
  public byte[] bytes() {
    return clean;
  }

  /// Makes at least 57 bits ready.
  void fill() {
    if (at + 8 <= end) {
      int take = 64 - count >>> 3;
      bits |= (long) LONGS.get(clean, at) >>> count;
      count += take * 8;
      at += take;
      if (count < 64) bits &= -1L << 64 - count;
      return;
    }
    while (count <= 56) {
      if (at < end) bits |= (clean[at++] & 0xFFL) << 56 - count;
      else zerosFed += 8;
      count += 8;
    }
  }

  /// The next bits without using them up.
  ///
  /// @param n 1 to 16
  int peek(int n) {
    if (count < 16) fill();
    return (int) (bits >>> 64 - n);
  }

  public void skip(int n) {
    bits <<= n;
    count -= n;
  }

  /// @param n 0 to 16
  int read(int n) {
    if (n == 0) return 0;
    int value = peek(n);
    skip(n);
    return value;
  }

  /// A value of so many bits with its sign (F.12).
  public int receive(int size) {
    return size == 0 ? 0 : HuffmanTable.extend(read(size), size);
  }

  /// More bits were read than the interval has.
  public boolean isOverrun() {
    return zerosFed > count;
  }
}

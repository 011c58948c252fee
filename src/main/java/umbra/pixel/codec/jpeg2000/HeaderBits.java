package umbra.pixel.codec.jpeg2000;

/// Bits of packet headers (B.10.1): after a byte FF the next one carries seven bits. Reads zeros past the end and remembers it.
final class HeaderBits {
  private final byte[] data;
  private final int end;
  private int at;
  private int current;
  private int left;
  private boolean overrun;

  HeaderBits(byte[] data, int start, int end) {
    this.data = data;
    this.at = start;
    this.end = end;
  }

  int bit() {
    if (left == 0) {
      left = current == 0xFF ? 7 : 8;
      if (at >= end) {
        overrun = true;
        current = 0;
      } else {
        current = data[at++] & 0xFF;
      }
    }
    return current >> --left & 1;
  }

  int bits(int count) {
    int value = 0;
    for (int i = 0; i < count; i++) value = value << 1 | bit();
    return value;
  }

  /// Ends the header at a byte boundary, taking the stuffed byte after a last FF.
  void align() {
    if (current == 0xFF && left >= 0 && at < end) at++;
    else if (current == 0xFF) overrun = true;
    current = 0;
    left = 0;
  }

  /// Offset of the next byte.
  int position() {
    return at;
  }

  void position(int offset) {
    at = offset;
    current = 0;
    left = 0;
  }

  int end() {
    return end;
  }

  boolean isOverrun() {
    return overrun;
  }

  /// Steps over a marker if it stands here.
  boolean skip(int marker, int length) {
    if (end - at < length || (data[at] & 0xFF) != marker >> 8 || (data[at + 1] & 0xFF) != (marker & 0xFF)) return false;
    at += length;
    return true;
  }
}

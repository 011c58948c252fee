package umbra.pixel.redact.jpeg;

/// The marker segments around the scans, copied as they are from a stream that was cleaned before. What follows EOI goes.
final class Segments {
  private final byte[] bytes;
  final BitOutput out;
  private int at;

  Segments(byte[] bytes) {
    this.bytes = bytes;
    this.out = new BitOutput(bytes.length + 4096);
    out.raw(0xFF, 0xD8);
    at = 2;
  }

  /// Copies segments up to an offset.
  void copyTo(int end) {
    while (at + 1 < end) {
      int marker = bytes[at] == (byte) 0xFF ? bytes[at + 1] & 0xFF : 0;
      if (marker == 0 || marker == 0xFF || marker == 0x01 || marker >= 0xD0 && marker <= 0xD8) {
        at += marker == 0 || marker == 0xFF ? 1 : 2;
        continue;
      }
      if (marker == 0xD9 || at + 3 >= end) return;
      int next = Math.min(end, at + 2 + ((bytes[at + 2] & 0xFF) << 8 | bytes[at + 3] & 0xFF));
      out.raw(bytes, at, next);
      at = next;
    }
  }

  /// Goes on behind a scan that was written.
  void passTo(int offset) {
    at = offset;
  }

  byte[] end() {
    copyTo(bytes.length);
    out.raw(0xFF, 0xD9);
    return out.toArray();
  }
}

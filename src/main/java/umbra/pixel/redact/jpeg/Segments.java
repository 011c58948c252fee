package umbra.pixel.redact.jpeg;

/// The marker segments around the scans, copied without those that only carry text or a small copy of the picture: COM, JFXX, the
/// thumbnail of JFIF, and APPn but Adobe's and ICC profiles. What follows EOI goes too.
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
      segment(marker, next);
      at = next;
    }
  }

  private void segment(int marker, int next) {
    boolean application = marker >= 0xE0 && marker <= 0xEF;
    if (marker == 0xFE) return;
    if (marker == 0xE0 && starts("JFIF\0") && next - at >= 18) {
      out.raw(0xFF, 0xE0, 0, 16);
      out.raw(bytes, at + 4, at + 16);
      out.raw(0, 0);
      return;
    }
    if (application && !(marker == 0xEE && starts("Adobe")) && !(marker == 0xE2 && starts("ICC_PROFILE\0"))) return;
    out.raw(bytes, at, next);
  }

  private boolean starts(String text) {
    for (int i = 0; i < text.length(); i++) if (at + 4 + i >= bytes.length || bytes[at + 4 + i] != text.charAt(i)) return false;
    return true;
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

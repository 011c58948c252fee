package umbra.pixel.stream.code;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Optional;

/// The ICC profile that APP2 segments of a JPEG stream hold in pieces (ICC.1 B.4): put together, cleaned, and cut again.
final class JpegProfile {
  static final String NAME = "ICC_PROFILE\0";
  private static final int HEADER = 18;
  private static final int MOST_IN_SEGMENT = 65_000;

  private final boolean untouched;
  private final byte[] cleaned;
  private boolean written;

  private JpegProfile(boolean untouched, byte[] cleaned) {
    this.untouched = untouched;
    this.cleaned = cleaned;
  }

  /// Looks only at the segments before the first scan.
  static JpegProfile of(ByteWindow bytes) {
    var all = new ByteArrayOutputStream();
    for (long at = 2; at + HEADER < bytes.length() && bytes.u8(at) == 0xFF && bytes.u8(at + 1) >= 0xC0 && bytes.u8(at + 1) != 0xDA;) {
      long next = at + 2 + bytes.u16(at + 2);
      if (next > bytes.length() || next < at + 4) break;
      if (bytes.u8(at + 1) == 0xE2 && next >= at + HEADER && bytes.has(at + 4, NAME)) all.writeBytes(bytes.bytes(at + HEADER, next));
      at = next;
    }
    var before = all.toByteArray();
    Optional<byte[]> after = before.length == 0 ? Optional.empty() : IccProfile.cleaned(before);
    return new JpegProfile(after.filter(a -> Arrays.equals(a, before)).isPresent(), after.orElseGet(() -> new byte[0]));
  }

  /// Called for each segment of it: all go where the first one was; a profile that is none goes without trace.
  void take(Pieces pieces, long at, long next) {
    if (untouched) {
      pieces.keep(at, next);
      return;
    }
    if (written) return;
    written = true;
    int count = (cleaned.length + MOST_IN_SEGMENT - 1) / MOST_IN_SEGMENT;
    for (int i = 0; i < count; i++) {
      var part = Arrays.copyOfRange(cleaned, i * MOST_IN_SEGMENT, Math.min(cleaned.length, (i + 1) * MOST_IN_SEGMENT));
      var segment = new ByteArrayOutputStream(HEADER + part.length);
      int length = HEADER - 2 + part.length;
      segment.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xE2, (byte) (length >> 8), (byte) length});
      segment.writeBytes(NAME.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
      segment.writeBytes(new byte[] {(byte) (i + 1), (byte) count});
      segment.writeBytes(part);
      pieces.add(segment.toByteArray());
    }
  }
}

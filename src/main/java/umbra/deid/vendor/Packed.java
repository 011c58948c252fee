package umbra.deid.vendor;

import java.io.ByteArrayOutputStream;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// Data packed with gzip or zlib near the start of a block, as GE (0025,xx1B) and Philips (200D,xx09) have them.
final class Packed {
  private static final int FARTHEST = 16;
  private static final int MOST_BYTES = 16 << 20;
  private static final int GZIP_HEADER = 10;

  private Packed() {}

  static Optional<byte[]> inside(byte[] bytes) {
    for (int at = 0; at < FARTHEST && at + GZIP_HEADER < bytes.length; at++) {
      int first = bytes[at] & 0xFF;
      int second = bytes[at + 1] & 0xFF;
      if (first == 0x1F && second == 0x8B && bytes[at + 2] == 8) return inflated(bytes, afterHeader(bytes, at), true);
      if (first == 0x78 && (first << 8 | second) % 31 == 0) {
        var plain = inflated(bytes, at, false);
        if (plain.isPresent()) return plain;
      }
    }
    return Optional.empty();
  }

  /// RFC 1952: extra field, name, comment, checksum, by their flags.
  private static int afterHeader(byte[] bytes, int at) {
    int flags = bytes[at + 3];
    int next = at + GZIP_HEADER;
    if ((flags & 4) != 0 && next + 1 < bytes.length) next += 2 + (bytes[next] & 0xFF) + ((bytes[next + 1] & 0xFF) << 8);
    for (int texts = Integer.bitCount(flags & 0x18); texts > 0; texts--) {
      while (next < bytes.length && bytes[next] != 0) next++;
      next++;
    }
    return (flags & 2) != 0 ? next + 2 : next;
  }

  /// What came before a damage counts.
  private static Optional<byte[]> inflated(byte[] bytes, int from, boolean raw) {
    if (from >= bytes.length) return Optional.empty();
    var out = new ByteArrayOutputStream();
    var buffer = new byte[8192];
    try (var inflater = new Inflater(raw)) {
      inflater.setInput(bytes, from, bytes.length - from);
      for (int n = inflater.inflate(buffer); n > 0 && out.size() < MOST_BYTES; n = inflater.inflate(buffer)) out.write(buffer, 0, n);
    } catch (DataFormatException _) {
      // see above
    }
    return out.size() == 0 ? Optional.empty() : Optional.of(out.toByteArray());
  }
}

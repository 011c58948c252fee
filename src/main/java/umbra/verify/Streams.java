package umbra.verify;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// What lies compressed inside bytes: gzip members and zlib streams anywhere, a raw deflate stream at the start.
final class Streams {
  private static final int MOST_BYTES = 64 << 20;
  private static final int MOST_TRIES = 64;
  private static final int SHORTEST = 8;

  private Streams() {}

  static List<byte[]> inside(byte[] bytes) {
    var found = new ArrayList<byte[]>();
    int tries = 0;
    for (int i = 0; i + SHORTEST < bytes.length && tries < MOST_TRIES; i++) {
      int two = (bytes[i] & 0xFF) << 8 | bytes[i + 1] & 0xFF;
      boolean gzip = two == 0x1F8B && bytes[i + 2] == 8;
      boolean zlib = (bytes[i] & 0x0F) == 8 && (bytes[i] & 0xFF) <= 0x78 && two % 31 == 0 && (bytes[i + 1] & 0x20) == 0;
      if (!gzip && !zlib) continue;
      tries++;
      var inflated = inflated(bytes, gzip ? afterGzipHeader(bytes, i) : i, gzip);
      if (inflated.length >= 4) found.add(inflated);
    }
    if (found.isEmpty() && bytes.length > SHORTEST && mayBeRaw(bytes)) {
      var raw = inflated(bytes, 0, true);
      if (raw.length > bytes.length) found.add(raw);
    }
    return found;
  }

  /// By its first three bits, and the length and its complement where they say that it is stored (RFC 1951 3.2.3 and 3.2.4).
  private static boolean mayBeRaw(byte[] bytes) {
    return switch (bytes[0] >> 1 & 3) {
      case 0 -> (bytes[1] ^ bytes[3]) == -1 && (bytes[2] ^ bytes[4]) == -1;
      case 3 -> false;
      default -> true;
    };
  }

  /// RFC 1952: extra field, name and comment are plain bytes and are searched as such.
  private static int afterGzipHeader(byte[] b, int at) {
    int flags = b[at + 3];
    int next = at + 10;
    if ((flags & 4) != 0 && next + 2 <= b.length) next += 2 + (b[next] & 0xFF) + ((b[next + 1] & 0xFF) << 8);
    for (int texts = Integer.bitCount(flags & 0x18); texts > 0; texts--) {
      while (next < b.length && b[next] != 0) next++;
      next++;
    }
    return (flags & 2) != 0 ? next + 2 : next;
  }

  /// As far as it goes: a damaged stream may hold a name before the damage.
  private static byte[] inflated(byte[] bytes, int from, boolean raw) {
    if (from < 0 || from >= bytes.length) return new byte[0];
    var out = new ByteArrayOutputStream();
    var buffer = new byte[8192];
    try (var inflater = new Inflater(raw)) {
      inflater.setInput(bytes, from, bytes.length - from);
      for (int n = inflater.inflate(buffer); n > 0 && out.size() < MOST_BYTES; n = inflater.inflate(buffer)) out.write(buffer, 0, n);
    } catch (DataFormatException _) {
      // what came before it counts
    }
    return out.toByteArray();
  }
}

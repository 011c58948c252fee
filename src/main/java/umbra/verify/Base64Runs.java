package umbra.verify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/// What stands in Base64 (RFC 4648, both alphabets) inside bytes. A word of eight letters may be one; what comes of it says nothing then.
final class Base64Runs {
  private static final int SHORTEST = 8;
  private static final int QUANTUM = 4;

  private Base64Runs() {}

  /// Each run from each of the four places where its first group of characters may begin; lines may end within it.
  static List<byte[]> in(byte[] bytes) {
    var found = new ArrayList<byte[]>();
    int from = 0;
    for (int i = 0; i <= bytes.length; i++) {
      if (i < bytes.length && (isDigit(bytes[i]) || i > from && isLineEnd(bytes[i]))) continue;
      if (i - from >= SHORTEST) decode(Arrays.copyOfRange(bytes, from, i), found);
      from = i + 1;
    }
    return found;
  }

  private static void decode(byte[] run, List<byte[]> found) {
    int length = 0;
    for (byte b : run) if (!isLineEnd(b)) run[length++] = b == '-' ? (byte) '+' : b == '_' ? (byte) '/' : b;
    for (int skipped = 0; skipped < QUANTUM && length - skipped >= SHORTEST; skipped++) {
      int end = (length - skipped) % QUANTUM == 1 ? length - 1 : length; // one character alone holds no byte
      found.add(Base64.getDecoder().decode(Arrays.copyOfRange(run, skipped, end)));
    }
  }

  private static boolean isDigit(byte b) {
    return b >= 'A' && b <= 'Z' || b >= 'a' && b <= 'z' || b >= '0' && b <= '9' || b == '+' || b == '/' || b == '-' || b == '_';
  }

  private static boolean isLineEnd(byte b) {
    return b == '\r' || b == '\n';
  }
}

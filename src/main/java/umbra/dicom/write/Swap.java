package umbra.dicom.write;

import java.io.IOException;
import umbra.io.ByteSlice;

/// Writes values in the other byte order (PS3.5 7.3), a piece at a time.
final class Swap {
  private static final int PIECE = 1 << 16;

  private Swap() {}

  /// @param unitBytes 2, 4 or 8; a rest shorter than one unit is written as it is
  static void write(ByteSlice raw, int unitBytes, Sink out) throws IOException {
    for (long at = 0; at < raw.length(); at += PIECE) {
      var bytes = raw.slice(at, Math.min(PIECE, raw.length() - at)).toArray();
      for (int i = 0; i + unitBytes <= bytes.length; i += unitBytes) reverse(bytes, i, unitBytes);
      out.put(bytes, 0, bytes.length);
    }
  }

  private static void reverse(byte[] bytes, int from, int count) {
    for (int low = from, high = from + count - 1; low < high; low++, high--) {
      byte kept = bytes[low];
      bytes[low] = bytes[high];
      bytes[high] = kept;
    }
  }
}

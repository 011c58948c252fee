package umbra.deid.vendor;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The header that Siemens writes into (0029,xx10) and (0029,xx20): named elements with texts, in two versions, of which the newer
/// begins with `SV10`.
final class CsaHeader {
  private static final int NAME = 64;
  private static final int ELEMENT = 84;
  private static final int ITEM = 16;
  private static final int MOST_ELEMENTS = 1_000;
  private static final int MOST_ITEMS = 100_000;
  private static final int MARK = 77;
  private static final int OTHER_MARK = 205;

  private CsaHeader() {}

  static boolean isOne(byte[] bytes) {
    if (bytes.length < 16 + ELEMENT) return false;
    var in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    if (isNew(bytes)) return true;
    int at = 0;
    int count = in.getInt(at);
    int mark = in.getInt(at + 4);
    return count > 0 && count <= MOST_ELEMENTS && (mark == MARK || mark == OTHER_MARK) && bytes[at + 8] >= 'A' && bytes[at + 8] <= 'z';
  }

  private static boolean isNew(byte[] bytes) {
    return bytes[0] == 'S' && bytes[1] == 'V' && bytes[2] == '1' && bytes[3] == '0';
  }

  /// Adds the texts as far as it reads well; the rest may be cut off or damaged. Returns where that begins.
  static int items(byte[] bytes, List<VendorItem> found) {
    var in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    boolean isNew = isNew(bytes);
    int at = isNew ? 8 : 0;
    int count = in.getInt(at);
    at += 8;
    int itemsOfFirst = 0;
    for (int e = 0; e < count && at + ELEMENT <= bytes.length; e++) {
      var name = text(bytes, at, NAME);
      found.addAll(VendorText.leftovers(bytes, afterText(bytes, at, at + NAME), at + NAME, name));
      int items = in.getInt(at + 76);
      if (items < 0 || items > MOST_ITEMS) break;
      if (e == 0) itemsOfFirst = items;
      at += ELEMENT;
      for (int i = 0; i < items && at + ITEM <= bytes.length; i++) {
        int first = in.getInt(at);
        long length = isNew ? in.getInt(at + 4) : (long) first - itemsOfFirst; // the old version adds how many items the first element has
        at += ITEM;
        if (length < 0 || at + length > bytes.length) return at;
        var value = text(bytes, at, (int) length);
        if (!value.isEmpty()) found.add(new VendorItem(name, value));
        found.addAll(VendorText.leftovers(bytes, afterText(bytes, at, at + (int) length), at + (int) length, name));
        at += (int) (length + 3 & ~3L);
      }
    }
    return Math.min(at, bytes.length);
  }

  /// What stands behind the end of a text is no part of it, but somebody may have written it there.
  private static int afterText(byte[] bytes, int from, int end) {
    int to = from;
    while (to < end && bytes[to] != 0) to++;
    return to;
  }

  private static String text(byte[] bytes, int from, int most) {
    int to = afterText(bytes, from, from + most);
    return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1).strip();
  }
}

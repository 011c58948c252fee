package umbra.deid.vendor;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
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
    int at = isNew(bytes) ? 8 : 0;
    int count = in.getInt(at);
    int mark = in.getInt(at + 4);
    return count > 0 && count <= MOST_ELEMENTS && (mark == MARK || mark == OTHER_MARK) && bytes[at + 8] >= 'A' && bytes[at + 8] <= 'z';
  }

  private static boolean isNew(byte[] bytes) {
    return bytes[0] == 'S' && bytes[1] == 'V' && bytes[2] == '1' && bytes[3] == '0';
  }

  /// As far as it reads well; the rest may be cut off or damaged.
  static List<VendorItem> items(byte[] bytes) {
    var in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    boolean isNew = isNew(bytes);
    int at = isNew ? 8 : 0;
    int count = in.getInt(at);
    at += 8;
    int length0 = -1;
    var found = new ArrayList<VendorItem>();
    for (int e = 0; e < count && at + ELEMENT <= bytes.length; e++) {
      var name = text(bytes, at, NAME);
      int items = in.getInt(at + 76);
      if (items < 0 || items > MOST_ITEMS) break;
      at += ELEMENT;
      for (int i = 0; i < items && at + ITEM <= bytes.length; i++) {
        int first = in.getInt(at);
        if (e == 0 && i == 0) length0 = first;
        long length = isNew ? in.getInt(at + 4) : (long) first - length0; // the old version adds the length of the first item to all
        at += ITEM;
        if (length < 0 || at + length > bytes.length) return found;
        var value = text(bytes, at, (int) length);
        if (!value.isEmpty()) found.add(new VendorItem(name, value));
        at += (int) (length + 3 & ~3L);
      }
    }
    return found;
  }

  private static String text(byte[] bytes, int from, int most) {
    int to = from;
    while (to < from + most && bytes[to] != 0) to++;
    return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1).strip();
  }
}

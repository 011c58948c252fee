package umbra.deid.vendor;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import umbra.dicom.DataElement;
import umbra.dicom.VR;
import umbra.dicom.Value;

/// Finds the readable texts in the bytes of a private element.
public final class VendorText {
  private static final int LONGEST_BLOCK = 16 << 20;
  private static final int SHORTEST = 16;
  private static final int SHORTEST_RUN = 4;
  private static final int MOST_ITEMS = 5_000;
  private static final int LONGEST_TEXT = 1_024;
  private static final Pattern LINE = Pattern.compile("^\\s*(?:set\\s+)?([\\w.\\[\\]<>\" ]{1,80}?)\\s*[=: ]\\s*\"*(.*?)\"*\\s*$");
  private static final Pattern NUMBERS = Pattern.compile("[-+0-9.eEx,;/ \\\\]*");

  private VendorText() {}

  /// Texts that are no mere numbers; nothing for elements that are no bytes, and for bytes that hold none.
  public static List<VendorItem> of(DataElement element) {
    boolean blob = element.vr() == VR.OB || element.vr() == VR.UN || element.vr() == VR.OW;
    if (!blob || !element.tag().isPrivate() || !(element.value() instanceof Value.Bytes(var raw, _)) || raw.length() < SHORTEST || raw.length() > LONGEST_BLOCK) return List.of();
    return of(raw.toArray());
  }

  static List<VendorItem> of(byte[] bytes) {
    var items = new ArrayList<VendorItem>();
    if (CsaHeader.isOne(bytes)) {
      int read = CsaHeader.items(bytes, items);
      // Where it does not read to its end, something before that may have been misread, too.
      if (!isZero(bytes, read)) items.addAll(runs(bytes, 0, bytes.length, "unread", false));
    } else {
      items.addAll(Packed.inside(bytes).map(VendorText::lines).orElseGet(() -> isText(bytes) ? lines(bytes) : List.of()));
    }
    var told = new ArrayList<VendorItem>();
    for (var item : items) {
      if (told.size() == MOST_ITEMS) break;
      var parts = item.text().length() > LONGEST_TEXT && item.text().indexOf('\n') >= 0 ? lines(item.text().getBytes(StandardCharsets.ISO_8859_1), item.name() + ".") : List.of(item);
      for (var part : parts) if (isTelling(part.text())) told.add(part);
    }
    return List.copyOf(told);
  }

  private static boolean isZero(byte[] bytes, int from) {
    for (int at = from; at < bytes.length; at++) if (bytes[at] != 0) return false;
    return true;
  }

  private static boolean isTelling(String text) {
    return text.length() >= 2 && !NUMBERS.matcher(text).matches() || text.matches("\\d{6,}|[0-2](\\.\\d+){5,}|\\d{4}[-./]\\d\\d[-./]\\d\\d");
  }

  /// Nearly all characters are those of a text.
  private static boolean isText(byte[] bytes) {
    int end = bytes.length;
    while (end > 0 && bytes[end - 1] == 0) end--;
    int odd = 0;
    for (int i = 0; i < end; i++) if (bytes[i] < ' ' && bytes[i] != '\n' && bytes[i] != '\r' && bytes[i] != '\t') odd++;
    return end >= 4 && odd * 20 <= end;
  }

  static List<VendorItem> leftovers(byte[] bytes, int from, int to, String name) {
    return runs(bytes, from, to, name, true);
  }

  /// Readable runs of what could not be followed: lengths that lie hide nothing.
  private static List<VendorItem> runs(byte[] bytes, int from, int to, String name, boolean areLeftovers) {
    var items = new ArrayList<VendorItem>();
    int start = from;
    for (int at = from; at <= to && items.size() < MOST_ITEMS; at++) {
      boolean readable = at < to && (bytes[at] >= ' ' && bytes[at] < 0x7F || bytes[at] < 0 && (bytes[at] & 0xFF) >= 0xA0);
      if (readable) continue;
      if (at - start >= SHORTEST_RUN) items.add(new VendorItem(name, cut(new String(bytes, start, at - start, StandardCharsets.ISO_8859_1).strip()), areLeftovers));
      start = at + 1;
    }
    return items;
  }

  private static List<VendorItem> lines(byte[] bytes) {
    return lines(bytes, "");
  }

  /// `name = value`, `set name "value"` and the like; other lines go by their number.
  private static List<VendorItem> lines(byte[] bytes, String before) {
    var items = new ArrayList<VendorItem>();
    int number = 0;
    for (var line : new String(bytes, StandardCharsets.ISO_8859_1).split("[\\r\\n\\x00|]+")) {
      number++;
      var text = line.strip();
      if (text.isEmpty()) continue;
      var match = LINE.matcher(cut(text));
      boolean named = match.matches() && !match.group(2).isEmpty();
      items.add(named ? new VendorItem(before + match.group(1).strip(), match.group(2)) : new VendorItem(before + "line " + number, cut(text)));
      if (items.size() == MOST_ITEMS) break;
    }
    return items;
  }

  private static String cut(String text) {
    return text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
  }
}

package umbra.dicom.dict;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import umbra.dicom.Tag;
import umbra.dicom.VR;

/// Private elements by their Private Creator (PS3.5 7.8), from several openly licensed dictionaries. A maker's element
/// keeps its last two digits, its block moves from file to file.
public final class PrivateDictionary {

  /// What is known of one private element.
  ///
  /// @param element pattern `GGGGxxEE`
  /// @param vr what most sources say
  /// @param otherVrs what the others say
  /// @param safe listed in PS3.15 Table E.3.10-1
  /// @param disposition of The Cancer Imaging Archive: k, d, h, o, oi, na, or several
  public record Entry(String creator, String element, VR vr, String otherVrs, String vm, String name, boolean safe,
      String disposition, String sources) {}

  private static final class Standard {
    static final PrivateDictionary INSTANCE = new PrivateDictionary(Table.load("private.txt"));
  }

  private final Table table;
  /// Lines by creator, in lower case.
  private final Map<String, int[]> lines = new HashMap<>();

  private PrivateDictionary(Table table) {
    this.table = table;
    String creator = "";
    var of = new ArrayList<Integer>();
    for (int line = 0; line <= table.size(); line++) {
      var next = line == table.size() ? null : table.at(line, 0) == '\t' ? creator : table.cells(line).getFirst();
      if (!creator.equals(next)) {
        if (!of.isEmpty()) lines.put(key(creator), of.stream().mapToInt(Integer::intValue).toArray());
        of.clear();
        creator = next == null ? "" : next;
      }
      of.add(line);
    }
  }

  private static String key(String creator) {
    return creator.strip().toLowerCase(Locale.ROOT);
  }

  public static PrivateDictionary standard() {
    return Standard.INSTANCE;
  }

  /// @param creator value of the Private Creator element; case and outer blanks do not count
  public Optional<Entry> find(String creator, Tag tag) {
    if (tag.element() < 0x1000) return Optional.empty();
    var name = creator.strip();
    for (int line : lines.getOrDefault(key(creator), new int[0])) {
      if (matches(line, tag)) return Optional.of(entry(name, line));
    }
    return Optional.empty();
  }

  public Optional<VR> vr(String creator, Tag tag) {
    return find(creator, tag).map(Entry::vr);
  }

  private boolean matches(int line, Tag tag) {
    int at = 0;
    while (table.at(line, at) != '\t') at++;
    int wanted = tag.group() << 16 | tag.element() & 0xFF;
    for (int i = 0; i < 8; i++) {
      byte digit = table.at(line, at + 1 + i);
      if (digit != 'x' && Character.digit(digit, 16) != (wanted >>> 28 - 4 * i & 0xF)) return false;
    }
    return true;
  }

  private Entry entry(String creator, int line) {
    List<String> c = table.cells(line);
    return new Entry(creator, c.get(1), VR.valueOf(c.get(2)), c.get(3), c.get(4), c.get(5), c.get(6).equals("Y"), c.get(7), c.get(8));
  }
}

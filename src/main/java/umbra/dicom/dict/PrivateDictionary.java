package umbra.dicom.dict;

import java.util.HashMap;
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

  /// The elements of one Private Creator.
  public static final class Block {
    private final Table table;
    private final String creator;
    private final int firstLine;
    private final int[] tags;
    private final VR[] vrs;

    private Block(Table table, String creator, int firstLine, int endLine) {
      this.table = table;
      this.creator = creator;
      this.firstLine = firstLine;
      this.tags = new int[endLine - firstLine];
      this.vrs = new VR[tags.length];
      for (int i = 0; i < tags.length; i++) {
        int at = tab(firstLine + i);
        tags[i] = packed(firstLine + i, at + 1);
        vrs[i] = VR.ofCode(table.at(firstLine + i, at + 10) << 8 | table.at(firstLine + i, at + 11)).orElseThrow();
      }
    }

    private int tab(int line) {
      int at = 0;
      while (table.at(line, at) != '\t') at++;
      return at;
    }

    /// Group and last two digits; an open digit of the group counts as zero, as only 70xx has some.
    private int packed(int line, int at) {
      int value = 0;
      for (int i = 0; i < 8; i++) value = value << 4 | Math.max(0, Character.digit(table.at(line, at + i), 16));
      return value;
    }

    public Optional<Entry> find(Tag tag) {
      int at = indexOf(tag);
      if (at < 0) return Optional.empty();
      var c = table.cells(firstLine + at);
      return Optional.of(new Entry(creator, c.get(1), vrs[at], c.get(3), c.get(4), c.get(5), c.get(6).equals("Y"), c.get(7), c.get(8)));
    }

    public Optional<VR> vr(Tag tag) {
      int at = indexOf(tag);
      return at < 0 ? Optional.empty() : Optional.of(vrs[at]);
    }

    private int indexOf(Tag tag) {
      if (tag.element() < 0x1000) return -1;
      int group = tag.group() >>> 8 == 0x70 ? 0x7000 : tag.group();
      int wanted = group << 16 | tag.element() & 0xFF;
      for (int i = 0; i < tags.length; i++) if (tags[i] == wanted) return i;
      return -1;
    }
  }

  private final Map<String, Block> blocks = new HashMap<>();

  private PrivateDictionary(Table table) {
    int first = 0;
    for (int line = 1; line <= table.size(); line++) {
      if (line < table.size() && table.at(line, 0) == '\t') continue;
      var creator = table.cells(first).getFirst();
      blocks.put(key(creator), new Block(table, creator, first, line));
      first = line;
    }
  }

  private static String key(String creator) {
    return creator.strip().toLowerCase(Locale.ROOT);
  }

  public static PrivateDictionary standard() {
    return Standard.INSTANCE;
  }

  /// The elements of a Private Creator.
  ///
  /// @param creator value of the Private Creator element; case and outer blanks do not count
  public Optional<Block> block(String creator) {
    return Optional.ofNullable(blocks.get(key(creator)));
  }

  public Optional<Entry> find(String creator, Tag tag) {
    return block(creator).flatMap(b -> b.find(tag));
  }
}

package umbra.dicom.dict;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import umbra.dicom.Tag;
import umbra.dicom.VR;

/// The Data Element registry (PS3.6, with groups 0000, 0002 and 0004), edition 2026c.
///
/// Private elements are in [PrivateDictionary].
public final class Dictionary {

  /// One row of the registry.
  ///
  /// @param pattern eight hexadecimal digits, or `x` where a repeating group leaves a digit open
  /// @param vrs more than one where the VR depends on other Attributes; none for Items and delimiters
  public record Entry(String pattern, String keyword, String name, List<VR> vrs, String vm, boolean retired) {}

  private static final class Standard {
    static final Dictionary INSTANCE = new Dictionary(Table.load("elements.txt"));
  }

  /// Built when a keyword is first asked for: reading files needs none.
  private static final class Keywords {
    static final Map<String, Tag> TAGS = keywords(Standard.INSTANCE.table);
  }

  private static final int VR_COLUMN = 9;

  private final Table table;
  private final int[] tags;
  private final int[] lines;
  private final VR[] vrs;
  /// All VRs of a row, a bit each by ordinal.
  private final long[] allowed;
  private final int[] patternLines;

  private Dictionary(Table table) {
    this.table = table;
    int count = 0;
    for (int line = 0; line < table.size(); line++) if (table.hex(line) >= 0) count++;
    tags = new int[count];
    lines = new int[count];
    vrs = new VR[count];
    allowed = new long[count];
    patternLines = new int[table.size() - count];
    int exact = 0;
    int pattern = 0;
    for (int line = 0; line < table.size(); line++) {
      long tag = table.hex(line);
      if (tag < 0) {
        patternLines[pattern++] = line;
      } else {
        tags[exact] = (int) tag ^ Integer.MIN_VALUE; // so that signed order is that of Tags
        lines[exact] = line;
        allowed[exact] = allVrs(table, line);
        vrs[exact++] = firstVr(table, line);
      }
    }
  }

  /// The VR an implicit file means, which the table puts first (PS3.5 A.1).
  private static VR firstVr(Table table, int line) {
    return VR.ofCode(table.at(line, VR_COLUMN) << 8 | table.at(line, VR_COLUMN + 1)).orElse(VR.UN);
  }

  private static long allVrs(Table table, int line) {
    long bits = 0;
    for (int at = VR_COLUMN; table.at(line, at) != '\t'; at += table.at(line, at + 2) == ',' ? 3 : 2) {
      bits |= 1L << VR.ofCode(table.at(line, at) << 8 | table.at(line, at + 1)).orElseThrow().ordinal();
    }
    return bits;
  }

  public static Dictionary standard() {
    return Standard.INSTANCE;
  }

  private static Map<String, Tag> keywords(Table table) {
    var keywords = new HashMap<String, Tag>(2 * table.size());
    for (int line = 0; line < table.size(); line++) {
      long tag = table.hex(line);
      if (tag >= 0) keywords.put(table.cells(line).get(2), new Tag((int) tag));
    }
    keywords.remove("");
    return keywords;
  }

  /// The row of a Tag: its own, or that of its repeating group. Private and unknown Tags have none.
  public Optional<Entry> find(Tag tag) {
    int at = Arrays.binarySearch(tags, tag.packed() ^ Integer.MIN_VALUE);
    if (at >= 0) return Optional.of(entry(lines[at]));
    int line = patternLine(tag.packed());
    return line < 0 ? Optional.empty() : Optional.of(entry(line));
  }

  /// All rows, in the order of the registry.
  public Stream<Entry> entries() {
    return java.util.stream.IntStream.range(0, table.size()).mapToObj(this::entry);
  }

  private Entry entry(int line) {
    var cells = table.cells(line);
    var vrs = cells.get(1).isEmpty() ? List.<VR>of() : Arrays.stream(cells.get(1).split(",")).map(VR::valueOf).toList();
    return new Entry(cells.get(0), cells.get(2), cells.get(3), vrs, cells.get(4), cells.get(5).equals("R"));
  }

  /// The line of the repeating group that covers a Tag (PS3.5 7.6), or -1.
  private int patternLine(int packed) {
    if ((packed & 0x1_0000) != 0) return -1;
    for (int line : patternLines) if (matches(line, packed)) return line;
    return -1;
  }

  private boolean matches(int line, int packed) {
    for (int i = 0; i < 8; i++) {
      byte digit = table.at(line, i);
      int nibble = packed >>> 28 - 4 * i & 0xF;
      if (digit != 'x' && Character.digit(digit, 16) != nibble) return false;
    }
    int group = packed >>> 16;
    boolean repeats = group >>> 8 == 0x50 || group >>> 8 == 0x60;
    return !repeats || (group & 0xFF) <= 0x1E;
  }

  /// The Tag with this keyword; repeating groups have none.
  public Optional<Tag> ofKeyword(String keyword) {
    return Optional.ofNullable(Keywords.TAGS.get(keyword));
  }

  /// The VR in implicit VR: of two that the registry allows the one that fits most files, see [#implicitVr(int,
  /// boolean)]; UL for a group length; UN for what is unknown or private.
  public VR implicitVr(int packed) {
    int at = Arrays.binarySearch(tags, packed ^ Integer.MIN_VALUE);
    if (at >= 0) return vrs[at];
    if ((packed & 0x1_0000) != 0) return VR.UN;
    if ((packed & 0xFFFF) == 0) return VR.UL;
    int line = patternLine(packed);
    return line < 0 ? VR.UN : firstVr(table, line);
  }

  /// As [#implicitVr(int)], with "US or SS" decided by Pixel Representation (PS3.3 C.7.6.3.1).
  public VR implicitVr(int packed, boolean signedPixels) {
    var vr = implicitVr(packed);
    return vr == VR.US && signedPixels && allows(packed, VR.SS) ? VR.SS : vr;
  }

  /// Whether the registry gives this VR for a Tag; anything goes where it knows nothing.
  public boolean allows(int packed, VR vr) {
    int at = Arrays.binarySearch(tags, packed ^ Integer.MIN_VALUE);
    if (at >= 0) return allowed[at] == 0 || (allowed[at] & 1L << vr.ordinal()) != 0;
    return find(new Tag(packed)).map(e -> e.vrs().contains(vr)).orElse(true);
  }
}

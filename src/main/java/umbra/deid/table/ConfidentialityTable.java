package umbra.deid.table;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import umbra.deid.rule.Code;
import umbra.deid.rule.ProfileOption;
import umbra.dicom.dict.Table;

/// PS3.15 Table E.1-1, edition 2026c: what the profile and its options do with each Attribute that may identify somebody.
public final class ConfidentialityTable {
  public static final String EDITION = "PS3.15 2026c";

  /// One row.
  ///
  /// @param pattern eight hexadecimal digits, or `x` where any will do
  /// @param inStandardIod some standard composite IOD has it; else it can only be an extension
  /// @param options those that do something else than the basic profile
  public record Row(String pattern, boolean inStandardIod, Code basic, Map<ProfileOption, Code> options) {}

  private static final class Standard {
    static final ConfidentialityTable INSTANCE = new ConfidentialityTable(Table.load(ConfidentialityTable.class, "confidentiality.txt"));
  }

  private final Map<Integer, Row> exact = new HashMap<>();
  private final List<Row> patterns = new ArrayList<>();
  private final List<Row> all = new ArrayList<>();
  private Optional<Row> privateRow = Optional.empty();

  private ConfidentialityTable(Table table) {
    for (int line = 0; line < table.size(); line++) {
      var c = table.cells(line);
      var row = new Row(c.get(0), c.get(2).equals("Y"), Code.of(c.get(3)).orElseThrow(), codes(c.get(4)));
      all.add(row);
      switch (c.get(1)) {
        case "exact" -> exact.put(Integer.parseUnsignedInt(c.get(0), 16), row);
        case "pattern" -> patterns.add(row);
        default -> privateRow = Optional.of(row);
      }
    }
  }

  static Map<ProfileOption, Code> codes(String cell) {
    var codes = new EnumMap<ProfileOption, Code>(ProfileOption.class);
    if (cell.isEmpty()) return codes;
    for (var part : cell.split(",")) {
      int at = part.indexOf('=');
      codes.put(ProfileOption.ofWord(part.substring(0, at)).orElseThrow(), Code.of(part.substring(at + 1)).orElseThrow());
    }
    return codes;
  }

  public static ConfidentialityTable standard() {
    return Standard.INSTANCE;
  }

  /// All rows, in the order of the table.
  public List<Row> rows() {
    return List.copyOf(all);
  }

  /// The row of a Tag of the standard.
  public Optional<Row> find(int packed) {
    var row = exact.get(packed);
    if (row != null) return Optional.of(row);
    return patterns.stream().filter(p -> matches(p.pattern(), packed)).findFirst();
  }

  /// The one row for all private Attributes.
  public Row privateRow() {
    return privateRow.orElseThrow();
  }

  private static boolean matches(String pattern, int packed) {
    for (int i = 0; i < 8; i++) {
      char digit = pattern.charAt(i);
      if (digit != 'x' && Character.digit(digit, 16) != (packed >>> 28 - 4 * i & 0xF)) return false;
    }
    return (packed & 0x1_0000) == 0;
  }
}

package umbra.deid.table;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import umbra.deid.rule.Code;
import umbra.deid.rule.ProfileOption;
import umbra.dicom.dict.Table;

/// PS3.15 Table E.3.4-1, edition 2026c: content items of structured content with actions of their own, by Concept Name and Value Type.
public final class ContentCodes {

  public record Row(Code basic, Map<ProfileOption, Code> options) {}

  private static final class Standard {
    static final ContentCodes INSTANCE = new ContentCodes(Table.load(ContentCodes.class, "content-codes.txt"));
  }

  private final Map<String, Row> rows = new HashMap<>();

  private ContentCodes(Table table) {
    for (int line = 0; line < table.size(); line++) {
      var c = table.cells(line);
      rows.put(key(c.get(0), c.get(1), c.get(2)), new Row(Code.of(c.get(3)).orElseThrow(), ConfidentialityTable.codes(c.get(4))));
    }
  }

  public static ContentCodes standard() {
    return Standard.INSTANCE;
  }

  private static String key(String value, String scheme, String type) {
    return value + "\t" + scheme.toUpperCase(Locale.ROOT) + "\t" + type;
  }

  /// @param scheme Coding Scheme Designator; case does not count
  /// @param valueType such as `TEXT`
  public Optional<Row> find(String value, String scheme, String valueType) {
    return Optional.ofNullable(rows.get(key(value, scheme, valueType)));
  }

  public int size() {
    return rows.size();
  }
}

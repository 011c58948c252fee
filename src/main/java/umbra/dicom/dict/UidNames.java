package umbra.dicom.dict;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The UIDs that PS3.6 Annex A registers, with their names.
public final class UidNames {

  /// @param type such as `SOP Class` or `Transfer Syntax`
  public record Entry(String uid, String keyword, String name, String type, boolean retired) {}

  private static final class Standard {
    static final UidNames INSTANCE = new UidNames(Table.load("uids.txt"));
  }

  private final Map<String, Entry> entries = new HashMap<>();

  private UidNames(Table table) {
    for (int line = 0; line < table.size(); line++) {
      var c = table.cells(line);
      entries.put(c.get(0), new Entry(c.get(0), c.get(1), c.get(2), c.get(3), c.get(4).equals("R")));
    }
  }

  public static UidNames standard() {
    return Standard.INSTANCE;
  }

  public Optional<Entry> find(String uid) {
    return Optional.ofNullable(entries.get(uid));
  }

  public Optional<String> name(String uid) {
    return find(uid).map(Entry::name);
  }
}

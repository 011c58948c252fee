package umbra.deid.table;

import java.util.HashMap;
import java.util.Map;
import umbra.dicom.dict.Table;

/// What the UID in an element of VR UI names: an instance of something, or a kind of thing. Our own reading of PS3.6.
public final class UidRoles {

  /// What is done with a UID.
  public enum Role {
    /// Instances, frames of reference, palettes, organisations: swapped, unless the standard itself gave it out.
    INSTANCE,
    /// SOP Classes, Transfer Syntaxes, coding schemes, context groups, mapping resources: kept.
    CLASS,
    /// Of a program that wrote the file.
    IMPLEMENTATION
  }

  private static final class Standard {
    static final UidRoles INSTANCE = new UidRoles(Table.load(UidRoles.class, "uid-roles.txt"));
  }

  private final Map<Integer, Role> roles = new HashMap<>();

  private UidRoles(Table table) {
    for (int line = 0; line < table.size(); line++) {
      var role = switch (table.cells(line).get(1)) {
        case "class", "coding" -> Role.CLASS;
        case "implementation" -> Role.IMPLEMENTATION;
        default -> Role.INSTANCE;
      };
      roles.put((int) table.hex(line), role);
    }
  }

  public static UidRoles standard() {
    return Standard.INSTANCE;
  }

  /// What nobody knows is taken for an instance.
  public Role of(int packed) {
    return roles.getOrDefault(packed, Role.INSTANCE);
  }
}

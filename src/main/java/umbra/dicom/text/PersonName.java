package umbra.dicom.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A PN value (PS3.5 6.2.1): up to three component groups, each with up to five components.
///
/// @param raw the value as it stands, with all its delimiters
/// @param alphabetic the first group
/// @param ideographic the second group
/// @param phonetic the third group
public record PersonName(String raw, Group alphabetic, Group ideographic, Group phonetic) {

  /// One group; components that are absent are empty.
  public record Group(String family, String given, String middle, String prefix, String suffix) {
    static final Group NONE = new Group("", "", "", "", "");

    static Group of(String text) {
      var parts = new ArrayList<>(List.of(text.split("\\^", 5)));
      while (parts.size() < 5) parts.add("");
      return new Group(parts.get(0).strip(), parts.get(1).strip(), parts.get(2).strip(), parts.get(3).strip(), parts.get(4).strip());
    }

    public boolean isEmpty() {
      return equals(NONE);
    }

    /// The family name, a comma, and the rest.
    String inWords() {
      var rest = String.join(" ", List.of(given, middle, prefix, suffix).stream().filter(c -> !c.isEmpty()).toList());
      return family.isEmpty() || rest.isEmpty() ? family + rest : family + ", " + rest;
    }

    /// All components that are there, in the order of the standard.
    public List<String> components() {
      return List.of(family, given, middle, prefix, suffix).stream().filter(c -> !c.isEmpty()).toList();
    }
  }

  /// Never fails: whatever stands in the value is found in one of the components, or in [#raw].
  public static PersonName of(String value) {
    var groups = value.split("=", 3);
    return new PersonName(value, Group.of(groups[0]), groups.length > 1 ? Group.of(groups[1]) : Group.NONE, groups.length > 2 ? Group.of(groups[2]) : Group.NONE);
  }

  /// For a line on the screen: `Adams, John Robert Quincy`, each group that holds something, the others in brackets.
  public String inWords() {
    var groups = groups().stream().map(Group::inWords).toList();
    if (groups.isEmpty()) return "";
    return groups.size() == 1 ? groups.getFirst() : groups.getFirst() + " (" + String.join("; ", groups.subList(1, groups.size())) + ")";
  }

  /// The groups that hold something.
  public List<Group> groups() {
    return List.of(alphabetic, ideographic, phonetic).stream().filter(g -> !g.isEmpty()).toList();
  }

  /// The first group that holds something.
  public Optional<Group> preferred() {
    return groups().stream().findFirst();
  }
}

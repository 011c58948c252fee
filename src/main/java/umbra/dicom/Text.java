package umbra.dicom;

import java.util.ArrayList;
import java.util.List;
import umbra.dicom.text.CharacterSets;

/// The characters of an element (PS3.5 6.2), read with the character sets given.
public final class Text {
  private Text() {}

  /// The values without padding: trailing blanks and NULs, and leading blanks where PS3.5 Table 6.2-1 says that they
  /// are not significant. A value that is no text gives none.
  public static List<String> values(DataElement element, CharacterSets sets) {
    if (!(element.value() instanceof Value.Bytes(var raw, _)) || raw.isEmpty()) return List.of();
    if (!element.vr().isText() && element.vr() != VR.UN) return List.of();
    boolean keepsLeadingBlanks = switch (element.vr()) {
      case LT, ST, UT, UC, UR -> true;
      default -> false;
    };
    var values = new ArrayList<String>();
    for (var value : sets.decode(raw.toArray(), element.vr().isMultiValued(), element.vr() == VR.PN).values()) values.add(keepsLeadingBlanks ? stripEnd(value) : stripEnd(value).stripLeading());
    return List.copyOf(values);
  }

  private static String stripEnd(String value) {
    int end = value.length();
    while (end > 0 && (value.charAt(end - 1) == ' ' || value.charAt(end - 1) == 0)) end--;
    return value.substring(0, end);
  }
}

package umbra.dicom.dict;

import java.util.stream.Collectors;
import umbra.dicom.Tag;
import umbra.dicom.TagPath;

/// Prints and parses a [TagPath] with keywords: `OtherPatientIDsSequence[0].PatientID`, `(0009,1002)` where there is none.
public final class TagPaths {
  private TagPaths() {}

  public static String print(TagPath path) {
    return path.items().stream().map(s -> name(s.sequence()) + "[" + s.item() + "].").collect(Collectors.joining()) + name(path.tag());
  }

  private static String name(Tag tag) {
    return Dictionary.standard().find(tag).map(Dictionary.Entry::keyword).filter(k -> Dictionary.standard().ofKeyword(k).isPresent()).orElse(tag.toString());
  }

  /// Parses what [#print] or [TagPath#toString] made, also where both are mixed.
  ///
  /// @throws IllegalArgumentException for an unknown keyword or anything that is no path
  public static TagPath parse(String text) {
    var parts = text.split("\\.", -1);
    for (int i = 0; i < parts.length; i++) {
      int bracket = parts[i].indexOf('[');
      var name = bracket < 0 ? parts[i] : parts[i].substring(0, bracket);
      if (name.startsWith("(")) continue;
      var tag = Dictionary.standard().ofKeyword(name).orElseThrow(() -> new IllegalArgumentException("unknown keyword " + name));
      parts[i] = tag + parts[i].substring(name.length());
    }
    return TagPath.parse(String.join(".", parts));
  }
}

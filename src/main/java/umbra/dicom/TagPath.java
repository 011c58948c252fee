package umbra.dicom;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// The place of an Attribute: the Items passed on the way, and its Tag.
///
/// Prints as `(0010,1002)[0].(0010,0020)` and parses back; `dicom.dict` prints and reads it with keywords.
public record TagPath(List<Step> items, Tag tag) {

  /// One Item passed.
  ///
  /// @param item index from 0
  public record Step(Tag sequence, int item) {}

  public TagPath {
    items = List.copyOf(items);
  }

  public static TagPath of(Tag tag) {
    return new TagPath(List.of(), tag);
  }

  /// The place of an Attribute in an Item of the Sequence at this place.
  ///
  /// @param item index from 0
  public TagPath child(int item, Tag nested) {
    var steps = new ArrayList<>(items);
    steps.add(new Step(tag, item));
    return new TagPath(steps, nested);
  }

  /// @throws IllegalArgumentException if the text is not a printed path
  public static TagPath parse(String text) {
    var parts = text.split("\\.", -1);
    var steps = new ArrayList<Step>();
    for (int i = 0; i < parts.length - 1; i++) {
      int bracket = parts[i].indexOf('[');
      if (bracket < 0 || !parts[i].endsWith("]")) throw new IllegalArgumentException("not a tag path");
      int item = Integer.parseInt(parts[i], bracket + 1, parts[i].length() - 1, 10);
      steps.add(new Step(Tag.parse(parts[i].substring(0, bracket)), item));
    }
    return new TagPath(steps, Tag.parse(parts[parts.length - 1]));
  }

  @Override
  public String toString() {
    return items.stream().map(s -> s.sequence() + "[" + s.item() + "].").collect(Collectors.joining()) + tag;
  }
}

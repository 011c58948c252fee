package umbra.object;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import umbra.dicom.DataElement;
import umbra.dicom.DataSet;
import umbra.dicom.Tag;
import umbra.dicom.TagPath;
import umbra.dicom.Text;
import umbra.dicom.VR;
import umbra.dicom.Value;
import umbra.dicom.dict.Dictionary;

/// Collects the text elements of a Data Set in the order of the file: what a person may have typed, meanings of codes
/// included. Nothing of it is judged.
public final class TextWalk {
  private static final Tag SPECIFIC_CHARACTER_SET = Tag.of(0x0008, 0x0005);
  private static final int CODE_GROUP = 0x0008;

  private final Predicate<TagPath> wanted;
  private final List<TextItem> items = new ArrayList<>();

  private TextWalk(Predicate<TagPath> wanted) {
    this.wanted = wanted;
  }

  /// @param steps the Items passed to reach the Data Set
  /// @param wanted whether an element, and what is below it, is looked at
  public static List<TextItem> of(DataSet dataSet, List<TagPath.Step> steps, Predicate<TagPath> wanted) {
    var walk = new TextWalk(wanted);
    walk.elements(dataSet, steps);
    return walk.items;
  }

  /// Top-level elements that are not of the general modules of patient, study, series and image, and all below them.
  public static boolean isOfTheObject(TagPath path) {
    if (!path.items().isEmpty()) return true;
    return switch (path.tag().group()) {
      case 0x0002, 0x0008, 0x0010, 0x0012, 0x0018, 0x0020, 0x0028, 0x0032, 0x0038, 0xFFFA, 0xFFFC -> false;
      default -> true;
    };
  }

  private void elements(DataSet dataSet, List<TagPath.Step> steps) {
    for (var element : dataSet) {
      var path = new TagPath(steps, element.tag());
      if (!wanted.test(path)) continue;
      var nested = element.items();
      for (int i = 0; i < nested.size(); i++) {
        var below = new ArrayList<>(steps);
        below.add(new TagPath.Step(element.tag(), i));
        elements(nested.get(i), below);
      }
      if (isText(element)) text(dataSet, element, path);
    }
  }

  private static boolean isText(DataElement element) {
    if (element.tag().equals(SPECIFIC_CHARACTER_SET) || !(element.value() instanceof Value.Bytes)) return false;
    boolean isCode = element.tag().group() == CODE_GROUP && (element.tag().element() == 0x0100 || element.tag().element() == 0x0102 || element.tag().element() == 0x0103);
    return !isCode && switch (element.vr()) {
      case LO, LT, PN, SH, ST, UC, UR, UT -> true;
      default -> false;
    };
  }

  private void text(DataSet home, DataElement element, TagPath path) {
    var sets = element.vr().usesCharacterSet() ? home.characterSets() : umbra.dicom.text.CharacterSets.DEFAULT;
    var text = String.join(element.vr() == VR.PN ? " \\ " : "\\", Text.values(element, sets)).strip();
    if (!text.isEmpty()) items.add(new TextItem(path, name(element.tag()), text));
  }

  /// The dictionary's name of a Tag, or the Tag itself.
  public static String name(Tag tag) {
    return Dictionary.standard().find(tag).map(Dictionary.Entry::name).filter(n -> !n.isEmpty()).orElse(tag.toString());
  }
}

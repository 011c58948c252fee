package umbra.workspace.curate;

import java.util.Locale;
import java.util.stream.Collectors;
import umbra.catalog.decision.TextPlace;
import umbra.deid.value.TextValue;
import umbra.dicom.Tag;
import umbra.dicom.TagPath;

/// Places of texts without what changes from file to file: item numbers and blocks of private elements.
final class TextPlaces {
  private TextPlaces() {}

  static TextPlace of(TextValue value) {
    return new TextPlace(pattern(value.where()), value.privateCreator().orElse(""), value.vr().name(), value.text());
  }

  static String pattern(TagPath path) {
    return path.items().stream().map(s -> open(s.sequence()) + ".").collect(Collectors.joining()) + open(path.tag());
  }

  private static String open(Tag tag) {
    if (!tag.isPrivate() || tag.element() < 0x1000) return tag.toString();
    return String.format(Locale.ROOT, "(%04X,xx%02X)", tag.group(), tag.element() & 0xFF);
  }
}

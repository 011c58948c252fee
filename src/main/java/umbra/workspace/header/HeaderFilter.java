package umbra.workspace.header;

import java.util.function.Predicate;
import umbra.dicom.TagPath;
import umbra.dicom.VR;
import umbra.dicom.Value;
import umbra.workspace.header.HeaderNode.Element;

/// A choice of elements that are looked at together.
///
/// @param title as it stands on its button
/// @param hint one line that says what passes
public record HeaderFilter(String title, String hint, Predicate<Element> passes) {
  public static final HeaderFilter PRIVATE = new HeaderFilter("Private", "Only private elements, and what stands inside them", HeaderFilter::isPrivate);
  public static final HeaderFilter TEXT = new HeaderFilter("Text", "Only text that a person may have typed, unknown bytes that read as text included", HeaderFilter::isText);
  public static final HeaderFilter DATES = new HeaderFilter("Dates", "Only dates and times", e -> switch (e.element().vr()) {
    case DA, DT, TM -> true;
    default -> false;
  });
  public static final HeaderFilter UIDS = new HeaderFilter("UIDs", "Only unique identifiers", e -> e.element().vr() == VR.UI);
  public static final HeaderFilter NAMES = new HeaderFilter("Names", "Only names of persons", e -> e.element().vr() == VR.PN);

  private static final int LOOKED_AT = 256;

  /// A filter by place alone, such as what a profile would change.
  public static HeaderFilter ofPaths(String title, String hint, Predicate<TagPath> passes) {
    return new HeaderFilter(title, hint, e -> passes.test(e.key().path()));
  }

  private static boolean isPrivate(Element e) {
    return e.key().path().tag().isPrivate() || e.key().path().items().stream().anyMatch(s -> s.sequence().isPrivate());
  }

  private static boolean isText(Element e) {
    return switch (e.element().vr()) {
      case LO, LT, PN, SH, ST, UC, UR, UT, AE -> !e.element().isEmpty();
      case UN, OB -> readsAsText(e.element().value());
      default -> false;
    };
  }

  /// Three characters or more, all printable, padding aside.
  private static boolean readsAsText(Value value) {
    if (!(value instanceof Value.Bytes(var raw, _)) || raw.length() < 3) return false;
    int length = (int) Math.min(raw.length(), LOOKED_AT);
    while (length > 0 && raw.u8(length - 1) == 0) length--;
    for (int i = 0; i < length; i++) {
      int b = raw.u8(i);
      if (b < ' ' && b != '\r' && b != '\n' && b != '\t' || b == 0x7F) return false;
    }
    return length >= 3;
  }
}

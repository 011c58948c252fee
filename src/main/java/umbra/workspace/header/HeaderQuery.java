package umbra.workspace.header;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import umbra.dicom.Tag;
import umbra.dicom.TagPath;
import umbra.dicom.Text;
import umbra.dicom.Value;
import umbra.dicom.dict.Dictionary;
import umbra.dicom.dict.TagPaths;
import umbra.dicom.text.CharacterSets;
import umbra.workspace.header.HeaderNode.Element;

/// What somebody typed to find elements: words of a name, a keyword or a value, a tag in any notation, or a tag path.
///
/// All words have to be found, in any order and place. Not for several threads at once.
public final class HeaderQuery {
  private static final int MOST_SEARCHED = 1 << 20;
  private static final int FEWEST_IN_BYTES = 3;
  private static final int PIXEL_GROUP = 0x7FE0;

  private final List<String> words;
  private final String tagDigits;
  private final boolean onlyTag;
  private final Optional<TagPath> path;
  private final Map<Tag, String> names = new HashMap<>();

  private HeaderQuery(List<String> words, String tagDigits, boolean onlyTag, Optional<TagPath> path) {
    this.words = words;
    this.tagDigits = tagDigits;
    this.onlyTag = onlyTag;
    this.path = path;
  }

  public static HeaderQuery of(String typed) {
    var text = typed.strip().toLowerCase(Locale.ROOT);
    var digits = text.replaceAll("[(), |]|0?x", "");
    boolean hex = digits.length() >= 4 && digits.length() <= 8 && digits.chars().allMatch(HexFormat::isHexDigit) && digits.chars().anyMatch(Character::isDigit);
    boolean marked = text.matches("\\(.*|[0-9a-f]{4},[0-9a-f]{0,4}\\)?|0x[0-9a-f]+.*|[0-9a-f]{4} ?\\| ?[0-9a-f]{0,4}");
    return new HeaderQuery(text.isEmpty() ? List.of() : Arrays.asList(text.split("\\s+")), hex ? digits : "", hex && marked, path(typed.strip()));
  }

  private static Optional<TagPath> path(String typed) {
    if (typed.indexOf('[') < 0) return Optional.empty();
    try {
      return Optional.of(TagPaths.parse(typed));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  public boolean isEmpty() {
    return words.isEmpty();
  }

  public boolean matches(Element e) {
    if (path.isPresent()) return e.key().path().equals(path.get());
    var tag = e.element().tag();
    if (!tagDigits.isEmpty() && HexFormat.of().toHexDigits(tag.packed()).startsWith(tagDigits)) return true;
    if (onlyTag) return false;
    var name = tag.isPrivate() ? ElementText.name(e.home(), tag).toLowerCase(Locale.ROOT) : names.computeIfAbsent(tag, HeaderQuery::nameAndKeyword);
    var left = words.stream().filter(w -> !name.contains(w)).toList();
    return left.isEmpty() || valueHolds(e, left);
  }

  private static String nameAndKeyword(Tag tag) {
    return Dictionary.standard().find(tag).map(d -> (d.name() + "\n" + d.keyword()).toLowerCase(Locale.ROOT)).orElse("unknown");
  }

  private static boolean valueHolds(Element e, List<String> wanted) {
    var element = e.element();
    if (!(element.value() instanceof Value.Bytes(var raw, var order)) || raw.isEmpty()) {
      return Gloss.of(element, CharacterSets.DEFAULT).map(g -> holdsAll(g, wanted)).orElse(false);
    }
    return switch (element.vr()) {
      case OB, OW, OD, OF, OL, OV, UN -> element.tag().group() != PIXEL_GROUP && bytesHold(raw.slice(0, Math.min(raw.length(), MOST_SEARCHED)).toArray(), wanted);
      case AT, FD, FL, SL, SS, SV, UL, US, UV, SQ, UI -> holdsAll(ElementText.value(element, CharacterSets.DEFAULT), wanted);
      case DA, DT -> holdsAll(ElementText.value(element, CharacterSets.DEFAULT) + " " + Gloss.of(element, CharacterSets.DEFAULT).orElse(""), wanted);
      default -> {
        var start = raw.length() <= MOST_SEARCHED ? element
            : new umbra.dicom.DataElement(element.tag(), element.vr(), new Value.Bytes(raw.slice(0, MOST_SEARCHED), order));
        yield holdsAll(String.join("\\", Text.values(start, e.home().characterSets())), wanted);
      }
    };
  }

  private static boolean holdsAll(String text, List<String> wanted) {
    var lower = text.toLowerCase(Locale.ROOT);
    return wanted.stream().allMatch(lower::contains);
  }

  /// The words as text in bytes: one byte a character, or two in either order. Short words would be found by chance.
  private static boolean bytesHold(byte[] bytes, List<String> wanted) {
    if (wanted.stream().anyMatch(w -> w.length() < FEWEST_IN_BYTES)) return false;
    var single = new String(bytes, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
    return wanted.stream().allMatch(w -> single.contains(latin(w.getBytes(StandardCharsets.UTF_8)))
        || single.contains(latin(w.getBytes(StandardCharsets.UTF_16LE))) || single.contains(latin(w.getBytes(StandardCharsets.UTF_16BE))));
  }

  private static String latin(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}

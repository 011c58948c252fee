package umbra.workspace.header;

import java.util.List;
import java.util.Optional;
import umbra.dicom.DataElement;
import umbra.dicom.DataSet;
import umbra.dicom.Numbers;
import umbra.dicom.Tag;
import umbra.dicom.Text;
import umbra.dicom.VR;
import umbra.dicom.Value;
import umbra.dicom.dict.Dictionary;
import umbra.dicom.dict.PrivateDictionary;
import umbra.dicom.dict.UidNames;
import umbra.dicom.text.CharacterSets;
import umbra.io.ByteSlice;

/// What people read of a Data Element: its VR, length, name and value, the same in the window and on the command line.
///
/// Long values are cut, and of very long ones only the start is looked at.
public final class ElementText {
  /// Characters of a value that are shown.
  public static final int LONGEST_VALUE = 256;
  private static final int LONGEST_DECODED = 1 << 16;
  private static final int DECODED_START = 4096;
  private static final int MOST_NUMBERS = 32;
  private static final int MOST_BYTES = 16;

  private ElementText() {}

  /// The VR in use; with that of the file behind it where they differ.
  public static String vr(DataElement element) {
    int code = element.encoded().vrCode();
    if (!element.encoded().isVerbatim() || code == 0 || code == element.vr().code()) return element.vr().name();
    return element.vr().name() + " (as " + visible("" + (char) (code >> 8) + (char) (code & 0xFF)) + ")";
  }

  /// Bytes of a Value Field, or the number of Items or fragments.
  public static String length(DataElement element) {
    return switch (element.value()) {
      case Value.Bytes(var raw, _) -> Long.toString(raw.length());
      case Value.Items(var items) -> items.size() == 1 ? "1 Item" : items.size() + " Items";
      case Value.Fragments(_, var rest) -> rest.size() == 1 ? "1 frag" : rest.size() + " frags";
    };
  }

  /// The dictionary's name; for a private element with the creator of its block.
  public static String name(DataSet home, Tag tag) {
    if (!tag.isPrivate()) {
      if (tag.isGroupLength() && tag.group() != 2) return "Group Length";
      return Dictionary.standard().find(tag).map(Dictionary.Entry::name).filter(n -> !n.isEmpty()).orElse("unknown");
    }
    if (tag.isPrivateCreator()) return "Private Creator";
    if (tag.isGroupLength()) return "Group Length";
    return creator(home, tag).map(c -> PrivateDictionary.standard().find(c, tag).map(PrivateDictionary.Entry::name).filter(n -> !n.isEmpty()).orElse("unknown")
        + " [" + visible(c) + "]").orElse("private, no creator");
  }

  /// Who reserved the block that a private element stands in.
  static Optional<String> creator(DataSet home, Tag tag) {
    return !tag.isPrivate() || tag.element() < 0x1000 ? Optional.empty() : home.text(tag.privateCreator());
  }

  /// The value in one line, with control characters by name; empty for Items, fragments and no value.
  ///
  /// @param sets in force where the element stands
  public static String value(DataElement element, CharacterSets sets) {
    if (!(element.value() instanceof Value.Bytes(var raw, _)) || raw.isEmpty()) return "";
    return switch (element.vr()) {
      case OB, OW, OD, OF, OL, OV, UN -> hex(raw, MOST_BYTES);
      case AT, FD, FL, SL, SS, SV, UL, US, UV -> numbers(element);
      case UI -> clipped(Text.values(start(element), CharacterSets.DEFAULT).stream().map(ElementText::uid).toList(), raw);
      case SQ -> raw.length() + " bytes that are no Items";
      default -> clipped(texts(element, sets), raw);
    };
  }

  /// The values of a text element; of a very long one only the start.
  static List<String> texts(DataElement element, CharacterSets sets) {
    return Text.values(start(element), element.vr().usesCharacterSet() ? sets : CharacterSets.DEFAULT);
  }

  /// The element with a value short enough to decode it for a glance.
  private static DataElement start(DataElement element) {
    if (!(element.value() instanceof Value.Bytes(var raw, var order)) || raw.length() <= LONGEST_DECODED) return element;
    return new DataElement(element.tag(), element.vr(), new Value.Bytes(raw.slice(0, DECODED_START), order));
  }

  private static String uid(String uid) {
    return uid + UidNames.standard().name(uid).map(n -> " = " + n).orElse("");
  }

  private static String hex(ByteSlice raw, int most) {
    var text = new StringBuilder();
    for (int i = 0; i < Math.min(most, raw.length()); i++) text.append(String.format(i == 0 ? "%02X" : " %02X", raw.u8(i)));
    return raw.length() > most ? text.append(" …").toString() : text.toString();
  }

  private static String numbers(DataElement element) {
    long count = Numbers.count(element);
    var text = new StringBuilder();
    for (int i = 0; i < Math.min(count, MOST_NUMBERS); i++) {
      if (i > 0) text.append('\\');
      if (element.vr() == VR.AT) text.append(new Tag((int) Numbers.binary(element, i)));
      else if (element.vr() == VR.FL) text.append((float) Numbers.decimal(element, i).orElseThrow());
      else if (element.vr() == VR.FD) text.append(Numbers.decimal(element, i).orElseThrow());
      else text.append(Numbers.binary(element, i));
    }
    return count > MOST_NUMBERS ? text + " … (" + count + " values)" : text.toString();
  }

  private static String clipped(List<String> values, ByteSlice raw) {
    var text = visible(String.join("\\", values));
    if (raw.length() > LONGEST_DECODED) return text.substring(0, Math.min(LONGEST_VALUE, text.length())) + " … (" + raw.length() + " bytes)";
    return text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE) + " … (" + text.length() + " characters)";
  }

  /// A value must not steer the terminal or break a row: control characters are written by name.
  public static String visible(String text) {
    var shown = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\r' -> shown.append("\\r");
        case '\n' -> shown.append("\\n");
        case '\t' -> shown.append("\\t");
        default -> {
          if (Character.isISOControl(c)) shown.append(String.format("\\x%02X", (int) c));
          else shown.append(c);
        }
      }
    }
    return shown.toString();
  }
}

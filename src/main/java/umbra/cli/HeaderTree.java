package umbra.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import umbra.dicom.DataElement;
import umbra.dicom.DataSet;
import umbra.dicom.DicomFile;
import umbra.dicom.Numbers;
import umbra.dicom.Tag;
import umbra.dicom.Text;
import umbra.dicom.VR;
import umbra.dicom.Value;
import umbra.dicom.dict.Dictionary;
import umbra.dicom.dict.PrivateDictionary;
import umbra.dicom.dict.TagPaths;
import umbra.dicom.dict.UidNames;
import umbra.dicom.text.CharacterSets;

/// A Data Set as lines: Tag, VR, length in bytes, name, value; Items indented below their Sequence.
final class HeaderTree {
  private static final int LONGEST_VALUE = 256;
  private static final int MOST_NUMBERS = 32;
  private static final int MOST_BYTES = 16;

  private final PrintWriter out;

  HeaderTree(PrintWriter out) {
    this.out = out;
  }

  void print(DicomFile file) {
    out.println(file.source().name() + ": " + file.source().size() + " bytes, " + file.transferSyntax().title()
        + " (" + file.transferSyntax().uid() + ")");
    if (!file.fileMeta().isEmpty()) {
      out.println();
      out.println("File Meta Information");
      elements(file.fileMeta(), "  ");
    }
    out.println();
    out.println("Data Set");
    elements(file.dataSet(), "  ");
    if (!file.trailing().isEmpty()) {
      out.println();
      out.println("Bytes after the last element: " + file.trailing().length() + " at offset " + file.trailing().offset());
    }
    notes(file);
  }

  private void notes(DicomFile file) {
    if (file.notes().isEmpty()) return;
    out.println();
    out.println("Tolerated while reading");
    for (var note : file.notes()) {
      out.println("  " + note.kind().text() + ", offset " + note.offset() + note.path().map(p -> ", " + TagPaths.print(p)).orElse(""));
    }
  }

  private void elements(DataSet dataSet, String indent) {
    var sets = dataSet.characterSets();
    for (var element : dataSet) {
      out.printf("%s%s %s %8s  %s%s%n", indent, element.tag(), vr(element), length(element), name(dataSet, element.tag()), value(element, sets));
      int item = 0;
      for (var nested : element.items()) {
        out.printf("%s  Item %d%n", indent, ++item);
        elements(nested, indent + "    ");
      }
    }
  }

  /// The VR in use; with that of the file behind it where they differ.
  private static String vr(DataElement element) {
    int code = element.encoded().vrCode();
    if (!element.encoded().isVerbatim() || code == 0 || code == element.vr().code()) return element.vr().name();
    return element.vr().name() + " (as " + visible("" + (char) (code >> 8) + (char) (code & 0xFF)) + ")";
  }

  private static String length(DataElement element) {
    return switch (element.value()) {
      case Value.Bytes(var raw, _) -> Long.toString(raw.length());
      case Value.Items(var items) -> items.size() == 1 ? "1 Item" : items.size() + " Items";
      case Value.Fragments(_, var rest) -> rest.size() == 1 ? "1 frag" : rest.size() + " frags";
    };
  }

  private static String name(DataSet dataSet, Tag tag) {
    if (!tag.isPrivate()) {
      if (tag.isGroupLength() && tag.group() != 2) return "Group Length";
      return Dictionary.standard().find(tag).map(Dictionary.Entry::name).filter(n -> !n.isEmpty()).orElse("unknown");
    }
    if (tag.isPrivateCreator()) return "Private Creator";
    if (tag.isGroupLength()) return "Group Length";
    var creator = tag.element() < 0x1000 ? Optional.<String>empty() : dataSet.text(tag.privateCreator());
    return creator.map(c -> PrivateDictionary.standard().find(c, tag).map(PrivateDictionary.Entry::name).filter(n -> !n.isEmpty()).orElse("unknown")
        + " [" + visible(c) + "]").orElse("private, no creator");
  }

  private String value(DataElement element, CharacterSets sets) {
    if (!(element.value() instanceof Value.Bytes(var raw, _)) || raw.isEmpty()) return "";
    return ": " + switch (element.vr()) {
      case OB, OW, OD, OF, OL, OV, UN -> hex(element);
      case AT, FD, FL, SL, SS, SV, UL, US, UV -> numbers(element);
      case UI -> clipped(Text.values(element, CharacterSets.DEFAULT).stream().map(HeaderTree::uid).toList());
      case SQ -> raw.length() + " bytes that are no Items";
      default -> clipped(Text.values(element, element.vr().usesCharacterSet() ? sets : CharacterSets.DEFAULT));
    };
  }

  private static String uid(String uid) {
    return uid + UidNames.standard().name(uid).map(n -> " = " + n).orElse("");
  }

  private static String hex(DataElement element) {
    var raw = ((Value.Bytes) element.value()).raw();
    var text = new StringBuilder();
    for (int i = 0; i < Math.min(MOST_BYTES, raw.length()); i++) text.append(String.format(i == 0 ? "%02X" : " %02X", raw.u8(i)));
    return raw.length() > MOST_BYTES ? text.append(" …").toString() : text.toString();
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

  private static String clipped(List<String> values) {
    var text = visible(String.join("\\", values));
    return text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE) + " … (" + text.length() + " characters)";
  }

  /// A value must not steer the terminal: control characters are printed by name.
  private static String visible(String text) {
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

package umbra.deid.substitute;

import java.util.ArrayList;
import java.util.List;
import umbra.deid.table.AttributeType;
import umbra.deid.table.TypeNode;
import umbra.dicom.DataElement;
import umbra.dicom.DataSet;
import umbra.dicom.Tag;
import umbra.dicom.VR;
import umbra.dicom.Value;
import umbra.dicom.dict.Dictionary;

/// An Item that is valid where a Sequence may not be empty: what the IOD requires, and nothing told by it.
public final class DummyItem {
  private static final int CONTENT_SEQUENCE = 0x0040_A730;
  private static final int GRAPHIC_ANNOTATION_SEQUENCE = 0x0070_0001;
  /// An annotation of a waveform says something in words or in codes (PS3.3 C.10.10).
  private static final int UNFORMATTED_TEXT = 0x0070_0006;
  private static final int WAVEFORM_CHANNELS = 0x0040_A0B0;
  private static final int CODE_VALUE = 0x0008_0100;
  private static final int CODE_MEANING = 0x0008_0104;
  private static final int DEEPEST = 8;

  private DummyItem() {}

  /// @param types of the Items of the Sequence
  public static DataSet of(Tag sequence, TypeNode types) {
    return switch (sequence.packed()) {
      case CONTENT_SEQUENCE -> content();
      case GRAPHIC_ANNOTATION_SEQUENCE -> annotation();
      default -> item(types, 0);
    };
  }

  /// A comment that says only that something was there.
  private static DataSet content() {
    return DataSet.of(DataElement.ofAscii(Tag.of(0x0040, 0xA010), VR.CS, "CONTAINS"), DataElement.ofAscii(Tag.of(0x0040, 0xA040), VR.CS, "TEXT"),
        DataElement.ofItems(Tag.of(0x0040, 0xA043), List.of(code("121106", "DCM", "Comment"))), DataElement.ofAscii(Tag.of(0x0040, 0xA160), VR.UT, Dummies.TEXT));
  }

  /// A text in the corner that says only that something was there: one text or graphic there has to be (PS3.3 C.10.5).
  private static DataSet annotation() {
    var text = DataSet.of(DataElement.ofAscii(Tag.of(0x0070, 0x0004), VR.CS, "DISPLAY"), DataElement.ofAscii(Tag.of(0x0070, 0x0006), VR.ST, Dummies.TEXT),
        DataElement.ofBytes(Tag.of(0x0070, 0x0014), VR.FL, new byte[8]), DataElement.ofAscii(Tag.of(0x0070, 0x0015), VR.CS, "N"));
    return DataSet.of(DataElement.ofAscii(Tag.of(0x0070, 0x0002), VR.CS, Dummies.TEXT), DataElement.ofItems(Tag.of(0x0070, 0x0008), List.of(text)));
  }

  /// A coded entry (PS3.3 8.8).
  public static DataSet code(String value, String scheme, String meaning) {
    return DataSet.of(DataElement.ofAscii(new Tag(CODE_VALUE), VR.SH, value), DataElement.ofAscii(Tag.of(0x0008, 0x0102), VR.SH, scheme),
        DataElement.ofAscii(new Tag(CODE_MEANING), VR.LO, meaning));
  }

  /// A code that means nothing.
  public static DataSet removedCode() {
    return code("REMOVED", "99UMBRA", "Removed");
  }

  private static DataSet item(TypeNode types, int depth) {
    var elements = new ArrayList<DataElement>();
    if (types.type(UNFORMATTED_TEXT).isPresent() && types.type(WAVEFORM_CHANNELS).isPresent()) elements.add(DataElement.ofAscii(new Tag(UNFORMATTED_TEXT), VR.ST, Dummies.TEXT));
    if (types.type(CODE_MEANING).isPresent() && types.type(CODE_VALUE).isPresent()) removedCode().forEach(elements::add);
    types.types().forEach((packed, type) -> {
      boolean there = elements.stream().anyMatch(e -> e.tag().packed() == packed);
      if (!there && (type == AttributeType.ONE || type == AttributeType.TWO)) elements.add(element(new Tag(packed), type, types, depth));
    });
    return DataSet.of(elements.toArray(DataElement[]::new));
  }

  private static DataElement element(Tag tag, AttributeType type, TypeNode types, int depth) {
    var entry = Dictionary.standard().find(tag);
    var vr = Dictionary.standard().implicitVr(tag.packed());
    boolean empty = type == AttributeType.TWO || depth >= DEEPEST;
    if (vr == VR.SQ) return DataElement.ofItems(tag, empty ? List.of() : List.of(item(types.child(tag.packed()), depth + 1)));
    if (empty) return new DataElement(tag, vr, Value.EMPTY);
    return DataElement.ofBytes(tag, vr, Dummies.bytes(tag, vr, entry.map(e -> Dummies.leastCount(e.vm())).orElse(1)));
  }
}

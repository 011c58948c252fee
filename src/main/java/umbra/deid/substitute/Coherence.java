package umbra.deid.substitute;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import umbra.dicom.DataElement;
import umbra.dicom.DataSet;
import umbra.dicom.Tag;
import umbra.dicom.Tags;
import umbra.dicom.VR;
import umbra.dicom.Value;

/// Elements that speak of others, made to fit what was left of those.
public final class Coherence {
  private static final Tag REFERENCED_SERIES = Tag.of(0x0008, 0x1115);
  private static final Tag OTHER_STUDIES = Tag.of(0x0008, 0x1200);
  private static final int REFERENCED_INSTANCE = 0x0008_1155;
  private static final String PRESENTATION_STATES = "1.2.840.10008.5.1.4.1.1.11.";
  private static final Tag DOCUMENT = Tag.of(0x0042, 0x0011);
  private static final Tag DOCUMENT_LENGTH = Tag.of(0x0042, 0x0015);

  private Coherence() {}

  /// @param left what is left of the source
  public static DataSet of(DataSet left, DataSet source) {
    return documentLength(withoutIdleReferences(left, source), source);
  }

  /// Common Instance Reference lists what the instance refers to elsewhere (PS3.3 C.12.2): where all of that went, it says nothing.
  /// A presentation state has no other place for what it presents.
  private static DataSet withoutIdleReferences(DataSet left, DataSet source) {
    if (!left.contains(REFERENCED_SERIES) && !left.contains(OTHER_STUDIES)) return left;
    if (left.text(Tags.SOP_CLASS_UID).filter(uid -> uid.startsWith(PRESENTATION_STATES)).isPresent() || refersOutsideOfLists(left) || !refersOutsideOfLists(source)) return left;
    return left.without(REFERENCED_SERIES).without(OTHER_STUDIES);
  }

  private static boolean refersOutsideOfLists(DataSet dataSet) {
    for (var element : dataSet) {
      boolean list = element.tag().equals(REFERENCED_SERIES) || element.tag().equals(OTHER_STUDIES);
      if (!list && refers(element)) return true;
    }
    return false;
  }

  private static boolean refers(DataElement element) {
    if (element.tag().packed() == REFERENCED_INSTANCE) return !element.isEmpty();
    for (var item : element.items()) for (var inner : item) if (refers(inner)) return true;
    return false;
  }

  /// Encapsulated Document Length is that of the document without its padding (PS3.3 C.24.2).
  private static DataSet documentLength(DataSet left, DataSet source) {
    var document = left.find(DOCUMENT);
    if (document.isEmpty() || !left.contains(DOCUMENT_LENGTH) || source.find(DOCUMENT).filter(document.get()::equals).isPresent()) return left;
    if (!(document.get().value() instanceof Value.Bytes(var raw, _))) return left;
    int length = DummyDocument.bytes(left.text(DummyDocument.MIME_TYPE).orElse("")).length;
    if (raw.length() - length > 1 || length > raw.length()) length = (int) raw.length();
    return left.with(DataElement.ofBytes(DOCUMENT_LENGTH, VR.UL, ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(length).array()));
  }
}

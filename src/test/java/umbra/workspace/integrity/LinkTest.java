package umbra.workspace.integrity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import umbra.dicom.DataElement;
import umbra.dicom.DataSet;
import umbra.dicom.Tag;
import umbra.dicom.VR;
import umbra.workspace.integrity.Reference.Kind;

class LinkTest {
  private static final Tag SOURCES = Tag.of(0x0008, 0x2112);

  private static DataElement text(int group, int element, VR vr, String value) {
    return DataElement.ofAscii(Tag.of(group, element), vr, value);
  }

  private static DataElement number(int group, int element, int value) {
    return DataElement.ofBytes(Tag.of(group, element), VR.US, new byte[] {(byte) value, 0});
  }

  private static DataSet object(String sop, String study, DataSet... items) {
    return DataSet.of(text(0x0008, 0x0018, VR.UI, sop), DataElement.ofItems(SOURCES, List.of(items)), text(0x0020, 0x000D, VR.UI, study));
  }

  private static DataSet source(String uid) {
    return DataSet.of(text(0x0008, 0x1155, VR.UI, uid), text(0x0008, 0x1160, VR.IS, "2\\5"));
  }

  private static Link link(Kind kind, String before, String after, int number) {
    return new Link(new Reference(kind, before, number), new Reference(kind, after, number));
  }

  @Test
  void framesAreNamedWithTheInstanceTheyBelongTo() {
    assertEquals(Set.of(link(Kind.INSTANCE, "1.2", "2.25.7", 0), link(Kind.FRAME, "1.2", "2.25.7", 2), link(Kind.FRAME, "1.2", "2.25.7", 5)),
        Link.between(object("1.1", "1.9", source("1.2")), object("2.25.1", "2.25.9", source("2.25.7"))));
  }

  @Test
  void aSegmentNumberBesideNoInstanceIsOneOfItsOwn() {
    var own = DataSet.of(number(0x0062, 0x000B, 3));

    assertEquals(Set.of(link(Kind.SEGMENT, "1.1", "2.25.1", 3)), Link.between(object("1.1", "1.9", own), object("2.25.1", "2.25.9", own)));
  }

  @Test
  void theStudyItselfIsNoInstance() {
    assertEquals(Set.of(), Link.between(object("1.1", "1.9", source("1.9")), object("2.25.1", "2.25.9", source("2.25.9"))));
  }

  @Test
  void whatWasRemovedOrReplacedByADummyIsGone() {
    var before = object("1.1", "1.9", DataSet.of(text(0x0008, 0x1155, VR.UI, "1.2")));
    var gone = Set.of(new Link(new Reference(Kind.INSTANCE, "1.2", 0), Reference.GONE));

    assertEquals(gone, Link.between(before, DataSet.of(text(0x0008, 0x0018, VR.UI, "2.25.1"))), "its sequence was removed");
    assertEquals(gone, Link.between(before, object("2.25.1", "2.25.9", DataSet.of(text(0x0008, 0x1155, VR.UI, "2.25.0")))));
  }

  @Test
  void framesOfReferenceAreNamedAtAnyDepth() {
    var before = object("1.1", "1.9", DataSet.of(text(0x0020, 0x0052, VR.UI, "1.5")), DataSet.of(text(0x3006, 0x0024, VR.UI, "1.6")));
    var after = object("2.25.1", "2.25.9", DataSet.of(text(0x0020, 0x0052, VR.UI, "2.25.5")), DataSet.of(text(0x3006, 0x0024, VR.UI, "2.25.6")));

    assertEquals(Set.of(link(Kind.FRAME_OF_REFERENCE, "1.5", "2.25.5", 0), link(Kind.FRAME_OF_REFERENCE, "1.6", "2.25.6", 0)), Link.between(before, after));
  }
}

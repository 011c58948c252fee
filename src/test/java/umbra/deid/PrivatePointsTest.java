package umbra.deid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static umbra.deid.Fixture.ct;
import static umbra.deid.Fixture.element;
import static umbra.deid.Fixture.planner;
import static umbra.deid.Fixture.text;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import umbra.dicom.DataElement;
import umbra.dicom.DataSet;
import umbra.dicom.Tag;
import umbra.dicom.VR;

/// Private elements (docs/hard-points.md, part E).
class PrivatePointsTest {
  private static final String PHILIPS = "Philips Imaging DD 001";
  private static final Tag STACKS = Tag.of(0x2001, 0x105F);

  private static DataElement number(int packed) {
    return element(packed, VR.FL, "\0\0\0\0");
  }

  private static DataSet result(DataElement... elements) throws Exception {
    return planner("midi-research").plan(ct(elements), Facts.NONE).result();
  }

  @Test
  void twoCreatorsInOneGroupHaveTheirOwnBlocks() throws Exception {
    var left = result(element(0x2001_0010, VR.LO, "SOMEBODY ELSE"), element(0x2001_0012, VR.LO, PHILIPS), number(0x2001_1003), number(0x2001_1203));
    assertFalse(left.contains(Tag.of(0x2001, 0x1003)));
    assertTrue(left.contains(Tag.of(0x2001, 0x1203)), "blocks are not renumbered");
    assertFalse(left.contains(Tag.of(0x2001, 0x0010)));
    assertEquals(Optional.of(PHILIPS), left.text(Tag.of(0x2001, 0x0012)));
  }

  @Test
  void aCreatorThatIsInNoListGoesWithWhatWasWrittenIntoIt() throws Exception {
    var left = result(element(0x2001_0010, VR.LO, PHILIPS + " of Qzname"), number(0x2001_1003), element(0x2001_0011, VR.LO, "Qzname"), element(0x0029_0010, VR.LO, "Qzname"));
    assertFalse(text(left).contains("Qzname"));
    assertFalse(left.contains(Tag.of(0x2001, 0x1003)));
  }

  @Test
  void noPrivateElementStaysWithoutItsCreator() throws Exception {
    var left = result(number(0x2001_1003), element(0x2001_0090, VR.LO, PHILIPS), number(0x2001_9003));
    for (var element : left) {
      if (element.tag().isPrivate() && !element.tag().isPrivateCreator()) assertTrue(left.contains(element.tag().privateCreator()), element.tag().toString());
    }
    assertFalse(left.contains(Tag.of(0x2001, 0x1003)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"midi-research", "tcia"})
  void aSafeSequenceIsLookedInto(String profile) throws Exception {
    var item = DataSet.of(element(0x0010_0010, VR.PN, "Qzname^X"), element(0x0010_0020, VR.LO, "Qzid"), element(0x0008_0050, VR.SH, "Qznumber"), element(0x0008_0020, VR.DA, "20190102"),
        element(0x2001_0010, VR.LO, PHILIPS), number(0x2001_102D), element(0x2001_1036, VR.CS, "PARALLEL"), element(0x2001_1099, VR.LO, "Qzunknown"));
    var left = planner(profile).plan(ct(element(0x2001_0010, VR.LO, PHILIPS), DataElement.ofItems(STACKS, List.of(item))), Facts.NONE).result();
    assertTrue(left.contains(STACKS));
    assertFalse(text(left).contains("Qz"));
    assertFalse(text(left).contains("20190102"));
  }

  @Test
  void aSequenceThatIsNotKnownToBeSafeGoesWithAllInIt() throws Exception {
    var item = DataSet.of(element(0x0010_0020, VR.LO, "Qzid"));
    var left = result(element(0x2005_0010, VR.LO, "Qzmaker"), DataElement.ofItems(Tag.of(0x2005, 0x100F), List.of(item)));
    assertFalse(text(left).contains("Qz"));
  }

  private static DataElement words(String creator, String status, int... harmless) {
    var item = DataSet.of(element(0x0008_0301, VR.US, "\u0011\0"), element(0x0008_0302, VR.LO, creator), element(0x0008_0303, VR.CS, status));
    var bytes = new byte[2 * harmless.length];
    for (int i = 0; i < harmless.length; i++) bytes[2 * i] = (byte) harmless[i];
    if (harmless.length > 0) item = item.with(DataElement.ofBytes(Tag.of(0x0008, 0x0304), VR.US, bytes));
    return DataElement.ofItems(Tag.of(0x0008, 0x0300), List.of(item));
  }

  @Test
  void aMakersOwnWordIsHeardAndNotCarriedOn() throws Exception {
    var creator = element(0x0011_0010, VR.LO, "A MAKER");
    var block = new DataElement[] {creator, element(0x0011_1001, VR.SH, "harmless"), element(0x0011_1002, VR.SH, "other")};
    assertFalse(result(block).contains(Tag.of(0x0011, 0x1001)), "nobody says that it is safe");
    var safe = planner("midi-research").plan(ct(block).with(words("A MAKER", "SAFE")), Facts.NONE).result();
    assertTrue(safe.contains(Tag.of(0x0011, 0x1001)));
    assertFalse(safe.contains(Tag.of(0x0008, 0x0300)), "it would speak of blocks that are gone");
    var mixed = planner("midi-research").plan(ct(block).with(words("A MAKER", "MIXED", 0x01)), Facts.NONE).result();
    assertTrue(mixed.contains(Tag.of(0x0011, 0x1001)));
    assertFalse(mixed.contains(Tag.of(0x0011, 0x1002)));
    assertFalse(planner("ps315-basic").plan(ct(block).with(words("A MAKER", "SAFE")), Facts.NONE).result().contains(Tag.of(0x0011, 0x1001)), "the option is off");
    assertFalse(planner("strict").plan(ct(block).with(words("A MAKER", "SAFE")), Facts.NONE).result().contains(Tag.of(0x0011, 0x1001)));
  }

  @Test
  void unsafeByItsMakerBeatsTheListOfTheStandard() throws Exception {
    var item = DataSet.of(element(0x0008_0301, VR.US, "\u0001\u0020"), element(0x0008_0302, VR.LO, PHILIPS), element(0x0008_0303, VR.CS, "UNSAFE"));
    var left = result(element(0x2001_0010, VR.LO, PHILIPS), number(0x2001_1003), DataElement.ofItems(Tag.of(0x0008, 0x0300), List.of(item)));
    assertFalse(left.contains(Tag.of(0x2001, 0x1003)));
  }

  @Test
  void whatTheListsDisagreeAboutIsToldAndNotKept() throws Exception {
    var plan = planner("midi-research").plan(ct(element(0x2001_0010, VR.LO, PHILIPS), element(0x2001_1004, VR.CS, "X")), Facts.NONE);
    assertFalse(plan.result().contains(Tag.of(0x2001, 0x1004)));
    assertTrue(plan.remarks().stream().anyMatch(r -> r.kind() == Remark.Kind.SOURCES_DISAGREE));
    assertEquals("private, safe by ps3.15 but deleted by tcia",
        planner("midi-research").explain(ct(element(0x2001_0010, VR.LO, PHILIPS)), umbra.dicom.TagPath.of(Tag.of(0x2001, 0x1004))).rule().text());
  }

  /// A block that a rule keeps stays only while nothing in it names somebody.
  @Test
  void aKeptBlockOfAMakerIsReadForIdentifiers() throws Exception {
    var block = new DataElement[] {element(0x0043_0010, VR.LO, "A MAKER"), element(0x0043_1001, VR.OB, "coil = head 32\nmode = plain ")};
    var own = new DataElement[] {element(0x0043_0010, VR.LO, "A MAKER"), element(0x0043_1001, VR.OB, "coil = head 32\nname = of Zwetsloot")};
    var word = DataElement.ofItems(Tag.of(0x0008, 0x0300), List.of(DataSet.of(element(0x0008_0301, VR.US, "\u0043\0"), element(0x0008_0302, VR.LO, "A MAKER"), element(0x0008_0303, VR.CS, "SAFE"))));
    assertTrue(planner("midi-research").plan(ct(block).with(word), Facts.NONE).result().contains(Tag.of(0x0043, 0x1001)));
    var plan = planner("midi-research").plan(ct(own).with(word), Facts.NONE);
    assertFalse(plan.result().contains(Tag.of(0x0043, 0x1001)));
    assertTrue(plan.remarks().stream().anyMatch(r -> r.kind() == Remark.Kind.IDENTIFIER_IN_TEXT));
  }
}

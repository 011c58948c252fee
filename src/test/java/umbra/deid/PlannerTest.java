package umbra.deid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static umbra.deid.Fixture.ct;
import static umbra.deid.Fixture.element;
import static umbra.deid.Fixture.planner;

import java.io.IOException;
import java.security.InvalidKeyException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import umbra.deid.rule.ProfileOption;
import umbra.deid.value.TextDecision;
import umbra.dicom.DataElement;
import umbra.dicom.DataSet;
import umbra.dicom.Tag;
import umbra.dicom.Tags;
import umbra.dicom.VR;

class PlannerTest {
  private static final Tag COMMENTS = Tag.of(0x0020, 0x4000);
  private static final Tag STUDY_DATE = Tag.of(0x0008, 0x0020);

  private static DataSet result(String profile, DataElement... elements) throws IOException, InvalidKeyException {
    return planner(profile).plan(ct(elements), Facts.NONE).result();
  }

  @Test
  void theTypeInTheIodChooses() throws Exception {
    var left = result("ps315-basic", element(0x0008_0020, VR.DA, "20190102"), element(0x0008_0080, VR.LO, "Veldrum"), element(0x0008_0050, VR.SH, "A77"));
    assertTrue(left.find(STUDY_DATE).orElseThrow().isEmpty(), "Z of a Type 2");
    assertFalse(left.contains(Tag.of(0x0008, 0x0080)), "X/Z/D of a Type 3");
    assertTrue(left.find(Tag.of(0x0008, 0x0050)).orElseThrow().isEmpty());
  }

  @Test
  void theSameUidGivesTheSameUidAtEveryDepthAndClassesStay() throws Exception {
    var item = DataSet.of(element(0x0008_1150, VR.UI, Fixture.CT), element(0x0008_1155, VR.UI, "1.3.6.1.4.1.9.77.5"));
    var left = result("midi-research", DataElement.ofItems(Tag.of(0x0008, 0x1140), List.of(item)), element(0x0020_0052, VR.UI, "1.2.840.10008.1.4.1.1"));
    var reference = left.items(Tag.of(0x0008, 0x1140)).getFirst();
    assertEquals(left.text(Tags.SOP_INSTANCE_UID), reference.text(Tag.of(0x0008, 0x1155)));
    assertEquals(Optional.of(Fixture.CT), reference.text(Tag.of(0x0008, 0x1150)));
    assertEquals(Optional.of("1.2.840.10008.1.4.1.1"), left.text(Tag.of(0x0020, 0x0052)), "a well-known frame of reference");
    assertTrue(left.text(Tags.SOP_INSTANCE_UID).orElseThrow().startsWith("2.25."));
  }

  @Test
  void datesGoByOneOffsetAndTimesOfDayStay() throws Exception {
    var left = result("midi-research", element(0x0008_0020, VR.DA, "20190102"), element(0x0008_0030, VR.TM, "235000"), element(0x0008_002A, VR.DT, "20190103002000+0100"));
    var study = java.time.LocalDate.parse(left.text(STUDY_DATE).orElseThrow(), java.time.format.DateTimeFormatter.BASIC_ISO_DATE);
    var acquired = left.text(Tag.of(0x0008, 0x002A)).orElseThrow();
    assertEquals(study.plusDays(1).format(java.time.format.DateTimeFormatter.BASIC_ISO_DATE) + "002000+0100", acquired);
    assertEquals(Optional.of("235000"), left.text(Tag.of(0x0008, 0x0030)));
    assertNotEquals("20190102", left.text(STUDY_DATE).orElseThrow());
    assertEquals(Optional.of("MODIFIED"), left.text(Tag.of(0x0028, 0x0303)));
  }

  @Test
  void aDateThatIsNoneIsNotKeptAndIsReported() throws Exception {
    var plan = planner("midi-research").plan(ct(element(0x0008_0020, VR.DA, "20190231")), Facts.NONE);
    assertTrue(plan.result().find(STUDY_DATE).orElseThrow().isEmpty());
    assertTrue(plan.remarks().contains(new Remark(umbra.dicom.TagPath.of(STUDY_DATE), Remark.Kind.BAD_DATE)));
  }

  @Test
  void textNobodyDecidedFallsBackToTheBasicProfile() throws Exception {
    var source = ct(element(0x0020_4000, VR.LT, "seen twice"));
    var plan = planner("midi-research").plan(source, Facts.NONE);
    assertFalse(plan.result().contains(COMMENTS));
    assertTrue(plan.remarks().stream().anyMatch(r -> r.kind() == Remark.Kind.UNDECIDED_TEXT));
    var kept = planner("midi-research").plan(source, new Facts(_ -> TextDecision.KEEP, Facts.Pixels.NOT_LOOKED_AT, Facts.Pixels.NOT_LOOKED_AT));
    assertEquals(Optional.of("seen twice"), kept.result().text(COMMENTS));
  }

  @Test
  void safePrivateElementsAreKnownByCreatorNotByBlock() throws Exception {
    var left = result("midi-research", element(0x2001_0010, VR.LO, "Philips Imaging DD 001"), element(0x2001_1003, VR.FL, "\0\0\0\0"),
        element(0x2001_0090, VR.LO, "Philips Imaging DD 001"), element(0x2001_9003, VR.FL, "\0\0\0\0"), element(0x2001_2003, VR.FL, "\0\0\0\0"));
    assertTrue(left.contains(Tag.of(0x2001, 0x1003)));
    assertTrue(left.contains(Tag.of(0x2001, 0x9003)));
    assertFalse(left.contains(Tag.of(0x2001, 0x2003)), "no creator is in force");
    assertTrue(left.contains(Tag.of(0x2001, 0x0010)));
  }

  @Test
  void creatorsDoNotReachIntoItems() throws Exception {
    var item = DataSet.of(element(0x2001_1003, VR.FL, "\0\0\0\0"));
    var left = result("midi-research", element(0x2001_0010, VR.LO, "Philips Imaging DD 001"), DataElement.ofItems(Tag.of(0x0008, 0x1140), List.of(item)));
    assertFalse(left.items(Tag.of(0x0008, 0x1140)).getFirst().contains(Tag.of(0x2001, 0x1003)));
    assertFalse(left.contains(Tag.of(0x2001, 0x0010)), "nothing of its block stayed");
  }

  @Test
  void theBasicProfileKeepsNothingPrivateNorUnknown() throws Exception {
    var left = result("ps315-basic", element(0x2001_0010, VR.LO, "Philips Imaging DD 001"), element(0x2001_1003, VR.FL, "\0\0\0\0"), element(0x0018_7FFE, VR.LO, "odd"),
        element(0x0008_0000, VR.UL, "\0\0\0\0"), element(0xFFFC_FFFC, VR.OB, "pad!"), element(0x6000_0010, VR.US, "\1\0"));
    for (var tag : List.of(0x2001_0010, 0x2001_1003, 0x0018_7FFE, 0x0008_0000, 0xFFFC_FFFC, 0x6000_0010)) assertFalse(left.contains(new Tag(tag)), new Tag(tag).toString());
  }

  @Test
  void theMarksTellWhatWasDone() throws Exception {
    var left = result("midi-research", element(0x0028_0301, VR.CS, "YES"));
    assertEquals(Optional.of("YES"), left.text(Tag.of(0x0012, 0x0062)));
    var codes = left.items(Tag.of(0x0012, 0x0064)).stream().map(i -> i.text(Tag.of(0x0008, 0x0100)).orElse("")).toList();
    assertEquals(List.of("113100", "113103", "113104", "113105", "113107", "113108", "113109", "113111"), codes, "no 113101: nobody cleaned pixels");
    assertEquals(Optional.of("YES"), left.text(Tag.of(0x0028, 0x0301)));
  }

  @Test
  void aSecondPassAddsToTheMarks() throws Exception {
    var once = planner("ps315-basic").plan(ct(element(0x0012_0063, VR.LO, "Somebody else")), Facts.NONE).result();
    var twice = planner("ps315-basic").plan(once, Facts.NONE);
    var methods = twice.result().texts(Tag.of(0x0012, 0x0063));
    assertEquals("Somebody else", methods.getFirst());
    assertTrue(methods.contains("Earlier codes: 113100"));
    assertEquals(1, twice.result().items(Tag.of(0x0018, 0xA001)).size());
    assertTrue(twice.remarks().stream().anyMatch(r -> r.kind() == Remark.Kind.MARKED_BEFORE));
  }

  @Test
  void calibrationDatesAreMovedThoughDeviceIdentityIsRetained() throws Exception {
    var left = result("midi-research", element(0x0018_1200, VR.DA, "20180505"));
    assertNotEquals(Optional.of("20180505"), left.text(Tag.of(0x0018, 0x1200)));
    assertTrue(left.contains(Tag.of(0x0018, 0x1200)));
    var device = Fixture.profile("ps315-basic").withOptions(Set.of(ProfileOption.RETAIN_DEVICE_IDENTITY));
    assertEquals(Optional.of("20180505"), planner(device).plan(ct(element(0x0018_1200, VR.DA, "20180505")), Facts.NONE).result().text(Tag.of(0x0018, 0x1200)));
  }

  @Test
  void agesAreCappedAndBirthDateIsEmptied() throws Exception {
    var left = result("midi-research", element(0x0010_1010, VR.AS, "094Y"), element(0x0010_0030, VR.DA, "19250101"));
    assertEquals(Optional.of("090Y"), left.text(Tag.of(0x0010, 0x1010)));
    assertTrue(left.find(Tag.of(0x0010, 0x0030)).orElseThrow().isEmpty());
  }
}

package umbra.deid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static umbra.deid.Fixture.ct;
import static umbra.deid.Fixture.element;
import static umbra.deid.Fixture.planner;
import static umbra.deid.Fixture.text;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import umbra.deid.rule.ProfileOption;
import umbra.deid.value.TextDecision;
import umbra.dicom.DataElement;
import umbra.dicom.DataSet;
import umbra.dicom.Tag;
import umbra.dicom.VR;

/// Dates, times and ages (docs/hard-points.md, part D).
class DatePointsTest {
  private static final Tag TEMPORAL = Tag.of(0x0028, 0x0303);
  private static final Facts ALL_KEPT = new Facts(_ -> TextDecision.KEEP, Facts.Pixels.NOT_LOOKED_AT, Facts.Pixels.NOT_LOOKED_AT);

  @Test
  void whatWasDoneToDatesIsSaidInEveryFile() throws Exception {
    var basic = Fixture.profile("ps315-basic");
    assertEquals(Optional.of("REMOVED"), planner(basic).plan(ct(), Facts.NONE).result().text(TEMPORAL));
    assertEquals(Optional.of("UNMODIFIED"), planner(basic.withOptions(Set.of(ProfileOption.RETAIN_FULL_DATES))).plan(ct(), Facts.NONE).result().text(TEMPORAL));
    assertEquals(Optional.of("MODIFIED"), planner(basic.withOptions(Set.of(ProfileOption.RETAIN_MODIFIED_DATES))).plan(ct(), Facts.NONE).result().text(TEMPORAL));
  }

  @Test
  void intervalsOverMidnightAreTheSameInEveryObjectOfASubject() throws Exception {
    var injection = DataSet.of(element(0x0018_1072, VR.TM, "235000"), element(0x0018_1078, VR.DT, "20190228235000"));
    var scan = ct(element(0x0008_0022, VR.DA, "20190301"), element(0x0008_0032, VR.TM, "002000"), element(0x0008_002A, VR.DT, "20190301002000.5"),
        DataElement.ofItems(Tag.of(0x0054, 0x0016), List.of(injection)));
    var left = planner("midi-research").plan(scan, Facts.NONE).result();
    var item = left.items(Tag.of(0x0054, 0x0016)).getFirst();
    assertEquals(Duration.ofMinutes(30), Duration.between(time(item.text(Tag.of(0x0018, 0x1078)).orElseThrow()), time(left.text(Tag.of(0x0008, 0x002A)).orElseThrow().substring(0, 14))));
    assertEquals(Optional.of("235000"), item.text(Tag.of(0x0018, 0x1072)));
    assertEquals(Optional.of("002000"), left.text(Tag.of(0x0008, 0x0032)));
    assertEquals(left.text(Tag.of(0x0008, 0x0022)).orElseThrow(), left.text(Tag.of(0x0008, 0x002A)).orElseThrow().substring(0, 8));
    assertNotEquals("20190301", left.text(Tag.of(0x0008, 0x0022)).orElseThrow());

    var report = planner("midi-research").plan(ct(element(0x0008_0016, VR.UI, "1.2.840.10008.5.1.4.1.1.88.22"), element(0x0008_0023, VR.DA, "20190301"), DataElement.ofItems(Tag.of(0x0040, 0xA730),
        List.of(DataSet.of(element(0x0040_A040, VR.CS, "DATE"), element(0x0040_A121, VR.DA, "20190301"))))), Facts.NONE).result();
    assertEquals(left.text(Tag.of(0x0008, 0x0022)), report.text(Tag.of(0x0008, 0x0023)));
    assertEquals(left.text(Tag.of(0x0008, 0x0022)), report.items(Tag.of(0x0040, 0xA730)).getFirst().text(Tag.of(0x0040, 0xA121)));
  }

  private static LocalDateTime time(String text) {
    return LocalDateTime.parse(text, DateTimeFormatter.ofPattern("yyyyMMddHHmmss"));
  }

  @ParameterizedTest
  @CsvSource({"seen 19640229 first", "born 29 Feb 1964", "born 02/29/1964", "born 1964-02-29", "on 29.02.1964"})
  void aDateWithinTextMovesWithTheOthersOrGoes(String text) throws Exception {
    var moved = planner("midi-research").plan(ct(element(0x0020_4000, VR.LT, text)), ALL_KEPT).result().text(Tag.of(0x0020, 0x4000)).orElseThrow();
    assertFalse(moved.equals(text));
    assertTrue(moved.matches(".*196[0-3].*|.*195\\d.*"), moved);
    assertFalse(planner("ps315-basic").plan(ct(element(0x0018_1250, VR.SH, text)), ALL_KEPT).result().text(Tag.of(0x0018, 0x1250)).filter(text::equals).isPresent());
  }

  @Test
  void aTimeStampInAPrivateNumberMovesWhereItsKindIsKnown() throws Exception {
    var blob = List.of(element(0x0009_0010, VR.LO, "GEMS_IDEN_01"), element(0x0009_1027, VR.SL, "\0\0\0\u0004"));
    var left = planner("tcia").plan(ct(blob.toArray(DataElement[]::new)), Facts.NONE).result();
    assertTrue(left.find(Tag.of(0x0009, 0x1027)).filter(e -> e.value().equals(blob.get(1).value())).isEmpty(), "moved or gone, never as it was");
    assertFalse(planner("midi-research").plan(ct(blob.toArray(DataElement[]::new)), Facts.NONE).result().contains(Tag.of(0x0009, 0x1027)));
  }

  @Test
  void theZoneThatTellsThePlaceGoes() throws Exception {
    assertFalse(planner("ps315-basic").plan(ct(element(0x0008_0201, VR.SH, "+0545")), Facts.NONE).result().contains(Tag.of(0x0008, 0x0201)));
    assertFalse(planner("midi-research").plan(ct(element(0x0008_0201, VR.SH, "+0545")), ALL_KEPT).result().contains(Tag.of(0x0008, 0x0201)));
  }

  @Test
  void timesThatCountFromATriggerStay() throws Exception {
    assertEquals(Optional.of("312.5"), planner("ps315-basic").plan(ct(element(0x0018_1060, VR.DS, "312.5")), Facts.NONE).result().text(Tag.of(0x0018, 0x1060)));
  }

  @Test
  void anAgeOverEightyNineIsCappedAndNothingGivesItBack() throws Exception {
    var left = planner("midi-research").plan(ct(element(0x0010_1010, VR.AS, "094Y"), element(0x0010_0030, VR.DA, "19250101"), element(0x0010_0032, VR.TM, "101112"),
        element(0x0010_0033, VR.LO, "B.E. 2468"), element(0x0008_0020, VR.DA, "20190102"), element(0x0020_4000, VR.LT, "born 1925-01-01")), ALL_KEPT).result();
    assertEquals(Optional.of("090Y"), left.text(Tag.of(0x0010, 0x1010)));
    assertTrue(left.find(Tag.of(0x0010, 0x0030)).orElseThrow().isEmpty());
    assertFalse(left.contains(Tag.of(0x0010, 0x0032)));
    assertFalse(text(left).contains("1925") || text(left).contains("2468"));
    assertEquals(Optional.of("011D"), planner("midi-research").plan(ct(element(0x0010_1010, VR.AS, "011D")), Facts.NONE).result().text(Tag.of(0x0010, 0x1010)));
    assertFalse(planner("ps315-basic").plan(ct(element(0x0010_1010, VR.AS, "094Y")), Facts.NONE).result().contains(Tag.of(0x0010, 0x1010)), "no option allows it");
  }
}

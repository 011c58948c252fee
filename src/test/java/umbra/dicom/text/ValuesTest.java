package umbra.dicom.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import umbra.dicom.Uid;

class ValuesTest {
  @Test
  void aNameHasThreeGroupsOfFiveComponents() {
    var name = PersonName.of("Yamada^Tarou^M^Dr^Jr=山田^太郎=やまだ");

    assertEquals(new PersonName.Group("Yamada", "Tarou", "M", "Dr", "Jr"), name.alphabetic());
    assertEquals(List.of("山田", "太郎"), name.ideographic().components());
    assertEquals("やまだ", name.phonetic().family());
  }

  @Test
  void nothingOfAnOverlongNameIsLost() {
    var name = PersonName.of("A^B^C^D^E^F=G=H=I");

    assertEquals("E^F", name.alphabetic().suffix());
    assertEquals("H=I", name.phonetic().family());
    assertEquals("A^B^C^D^E^F=G=H=I", name.raw());
  }

  @Test
  void anEmptyAlphabeticGroupLeavesTheNextOnePreferred() {
    assertEquals("山田", PersonName.of("=山田").preferred().orElseThrow().family());
    assertEquals(Optional.empty(), PersonName.of("^^^^").preferred());
  }

  @ParameterizedTest
  @CsvSource({"19980704,,true", "1998.07.04,.,false", "1998-07-04,-,false"})
  void datesOfAllFormsAreRead(String value, String separator, boolean standard) {
    var date = DicomDate.parse(value).orElseThrow();

    assertEquals(LocalDate.of(1998, 7, 4), date.date());
    assertEquals(standard, date.isStandard());
    assertEquals(value.replace("04", "05"), date.plusDays(1).orElseThrow().raw());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1998", "19980230", "19981301", "19980704-19980705", "1998.0704", "ABCDEFGH", "00000101"})
  void whatIsNoDateIsEmpty(String value) {
    assertTrue(DicomDate.parse(value).filter(d -> d.date().getYear() > 0).isEmpty());
  }

  @Test
  void shiftedDatesPassLeapDaysAndStopAtTheEndOfTime() {
    assertEquals("20240301", DicomDate.parse("20240229").orElseThrow().plusDays(1).orElseThrow().raw());
    assertEquals("18991231", DicomDate.parse("19000101").orElseThrow().plusDays(-1).orElseThrow().raw());
    assertEquals(Optional.empty(), DicomDate.parse("99991231").orElseThrow().plusDays(1));
  }

  @ParameterizedTest
  @CsvSource({"07,7,-1,-1,''", "0709,7,9,-1,''", "070907,7,9,7,''", "070907.0705,7,9,7,0705", "07:09:07.5,7,9,7,5", "235960,23,59,60,''"})
  void timesOfAllPrecisionsAreRead(String value, int hour, int minute, int second, String fraction) {
    var time = DicomTime.parse(value).orElseThrow();

    assertEquals(hour, time.hour());
    assertEquals(minute < 0 ? OptionalInt.empty() : OptionalInt.of(minute), time.minute());
    assertEquals(second < 0 ? OptionalInt.empty() : OptionalInt.of(second), time.second());
    assertEquals(fraction, time.fraction());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "7", "2400", "0760", "070961", "07:0907", "070907.", "noon"})
  void whatIsNoTimeIsEmpty(String value) {
    assertEquals(Optional.empty(), DicomTime.parse(value));
  }

  @Test
  void aTimeCountsMicrosecondsFromMidnight() {
    assertEquals(25_747_070_500L, DicomTime.parse("070907.0705").orElseThrow().microOfDay());
  }

  @ParameterizedTest
  @CsvSource({"20190704,20190705", "2019070410,2019070510", "20191231235959.25+0100,20200101235959.25+0100", "20240228-0500,20240229-0500"})
  void dateTimesKeepPrecisionAndZoneWhenShifted(String value, String next) {
    assertEquals(next, DicomDateTime.parse(value).orElseThrow().plusDays(1).orElseThrow().raw());
  }

  @Test
  void aDateTimeWithoutADayCannotBeShiftedByDays() {
    assertEquals(Optional.empty(), DicomDateTime.parse("201907").orElseThrow().plusDays(1));
    assertEquals("2019", DicomDateTime.parse("2019").orElseThrow().digits());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "20190", "20191301", "20190230", "2019070425", "20190704.5", "20190704+2500"})
  void whatIsNoDateTimeIsEmpty(String value) {
    assertEquals(Optional.empty(), DicomDateTime.parse(value));
  }

  @ParameterizedTest
  @CsvSource({"045Y,45", "018M,1", "003D,0", "104W,2", "94Y,94"})
  void agesAreRead(String value, int years) {
    assertEquals(years, AgeString.parse(value).orElseThrow().years());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "45", "Y", "1045Y", "45 Y", "-1Y"})
  void whatIsNoAgeIsEmpty(String value) {
    assertEquals(Optional.empty(), AgeString.parse(value));
  }

  @Test
  void numbersKeepAllTheirDigits() {
    assertEquals("0.10", NumberString.parse(" 0.10 ").orElseThrow().number().toString());
    assertEquals(Optional.empty(), NumberString.parse("1e999999999"));
    assertEquals(Optional.empty(), NumberString.parse("1A"));
    assertFalse(NumberString.parse("1.2345678901234567").orElseThrow().isStandardDecimal());
    assertTrue(NumberString.parse("-2147483648").orElseThrow().isStandardInteger());
    assertFalse(NumberString.parse("2147483648").orElseThrow().isStandardInteger());
  }

  @Test
  void uidsAreTrimmedAndJudged() {
    assertEquals("1.2.3", Uid.of("1.2.3\0").text());
    assertTrue(Uid.of("2.25.0").isValid());
    assertFalse(Uid.of("1.02").isValid());
    assertFalse(Uid.of("1." + "2".repeat(63)).isValid());
    assertFalse(Uid.of("").isValid());
    assertTrue(Uid.of("1.2.840.10008.1.2").isOfTheStandard());
    assertFalse(Uid.of("1.2.840.100081.2").isOfTheStandard());
  }
}

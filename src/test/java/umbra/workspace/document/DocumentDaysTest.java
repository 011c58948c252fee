package umbra.workspace.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import umbra.deid.Planner;
import umbra.deid.profile.ProfileStore;
import umbra.deid.rule.ProfileOption;
import umbra.deid.value.Pseudonyms;
import umbra.deid.value.SourceSubject;
import umbra.deid.value.Subject;
import umbra.deid.value.TextDecision;
import umbra.dicom.DataElement;
import umbra.dicom.DataSet;
import umbra.dicom.Tag;
import umbra.dicom.VR;
import umbra.object.document.EncapsulatedDocument;

/// Points in time inside a CDA: the subject of the tests is moved by ten days back.
class DocumentDaysTest {
  private static final Pseudonyms TEN_BACK = new Pseudonyms() {
    @Override
    public Subject subject(SourceSubject source) {
      return new Subject("S-1", "S-1", -10);
    }

    @Override
    public String uid(String original) {
      return "2.25.1";
    }
  };

  /// Dates are moved back by ten days.
  static Planner planner(ProfileOption... without) throws IOException {
    var profile = ProfileStore.read(Path.of("profiles/midi-research.yaml"));
    var options = EnumSet.copyOf(profile.options());
    for (var option : without) options.remove(option);
    return new Planner(profile.withOptions(options), TEN_BACK);
  }

  private static DataSet source(String studyDate, DataElement... more) {
    var dataSet = DataSet.of(DataElement.ofAscii(Tag.of(0x0008, 0x0020), VR.DA, studyDate), DataElement.ofAscii(Tag.of(0x0010, 0x0020), VR.LO, "1"));
    for (var element : more) dataSet = dataSet.with(element);
    return dataSet;
  }

  @ParameterizedTest
  @CsvSource({"20200115,20200105", "202001,202001", "2020,2020", "20200105113059.1234-0500,20191226113059.1234-0500", "202001051130,201912261130"})
  void theyMoveWithTheSubjectAndKeepTheirPrecision(String before, String after) throws IOException {
    assertEquals(Optional.of(after), new DocumentDays(planner(), source("20200101")).moved(before));
  }

  @Test
  void theyGoWithoutTheOptionAndWhereTheyAreNone() throws IOException {
    assertEquals(Optional.empty(), new DocumentDays(planner(ProfileOption.RETAIN_MODIFIED_DATES), source("20200101")).moved("20200115"));
    assertEquals(Optional.empty(), new DocumentDays(planner(), source("20200101")).moved("last Tuesday"));
  }

  @ParameterizedTest
  @CsvSource({"20200101,19600111,19600101", "20200101,19300102,19291223", "20200101,19300101,", "20200101,1930,", ",19600101,", "20200101,sometime,"})
  void aBirthStaysUnlessTheAgeIsCappedOrUnknown(String study, String birth, String after) throws IOException {
    assertEquals(Optional.ofNullable(after), new DocumentDays(planner(), source(study == null ? "" : study)).birth(birth));
    assertEquals(Optional.empty(), new DocumentDays(planner(ProfileOption.RETAIN_PATIENT_CHARACTERISTICS), source("20200101")).birth("19600101"));
  }

  @Test
  void theDocumentThatLeavesHasThem() throws IOException {
    var cda = "<ClinicalDocument><effectiveTime value=\"20200115\"/><recordTarget><patientRole><patient><birthTime value=\"19600111\"/></patient></patientRole></recordTarget></ClinicalDocument>";
    var bytes = (cda.length() % 2 == 0 ? cda : cda + " ").getBytes(StandardCharsets.US_ASCII);
    var source = source("20200115", DataElement.ofAscii(Tag.of(0x0042, 0x0012), VR.LO, "text/xml"), DataElement.ofBytes(EncapsulatedDocument.DOCUMENT, VR.OB, bytes));

    var outcome = new DocumentCleaning(planner(), _ -> new TextDecision.Undecided()).of(source, new DocumentBoxes(java.util.List.of(), java.util.List.of(), java.util.Set.of()), false);

    var made = new String(((DocumentCleaning.Outcome.Cleaned) outcome).bytes(), StandardCharsets.UTF_8);
    assertTrue(made.contains("<effectiveTime value=\"20200105\">") && made.contains("<birthTime value=\"19600101\">"), made);
    assertFalse(made.contains("20200115") || made.contains("19600111"), made);
  }
}

package umbra.workspace.document;

import java.util.Optional;
import umbra.deid.Planner;
import umbra.deid.rule.ProfileOption;
import umbra.deid.substitute.DateShift;
import umbra.deid.value.SourceSubject;
import umbra.dicom.DataSet;
import umbra.dicom.Tag;
import umbra.dicom.VR;

/// What becomes of points in time inside a document: under Modified Dates they move as all dates of the subject, else they go.
record DocumentDays(Planner planner, DataSet source) {
  private static final Tag STUDY_DATE = Tag.of(0x0008, 0x0020);
  private static final int YEAR = 4;
  private static final int DAY = 8;

  /// With the precision it has; empty if it may not stay, or is no time.
  Optional<String> moved(String value) {
    if (!planner.profile().has(ProfileOption.RETAIN_MODIFIED_DATES)) return Optional.empty();
    return new DateShift(planner.pseudonyms().subject(SourceSubject.of(source)).offsetDays()).moved(VR.DT, value);
  }

  /// A birth tells the age: it stays only where ages do, and if the age is not one that the profile caps.
  Optional<String> birth(String value) {
    var profile = planner.profile();
    if (!profile.has(ProfileOption.RETAIN_PATIENT_CHARACTERISTICS) || profile.ages().stepYears() > 1) return Optional.empty();
    int cap = profile.ages().capYears();
    return cap == 0 || age(value) < cap ? moved(value) : Optional.empty();
  }

  /// At most, in years; without end if it cannot be told.
  private int age(String birth) {
    var now = source.text(STUDY_DATE).map(String::strip).orElse("");
    if (!now.matches("\\d{8}") || !birth.matches("\\d{4}.*")) return Integer.MAX_VALUE;
    int years = Integer.parseInt(now, 0, YEAR, 10) - Integer.parseInt(birth, 0, YEAR, 10);
    boolean isBeforeBirthday = birth.matches("\\d{8}.*") && now.substring(YEAR).compareTo(birth.substring(YEAR, DAY)) < 0;
    return isBeforeBirthday ? years - 1 : years;
  }
}

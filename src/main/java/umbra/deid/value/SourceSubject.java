package umbra.deid.value;

import umbra.dicom.DataSet;
import umbra.dicom.Tag;
import umbra.dicom.Tags;

/// Whom an instance says that it is about, as it stands in the source.
///
/// @param patientId (0010,0020), empty if it has none
/// @param issuer (0010,0021), empty if it has none: the same ID of two issuers means two people
/// @param patientName (0010,0010) as it stands, empty if it has none
/// @param birthDate (0010,0030), which tells people of one name apart who have no ID
/// @param study (0020,000D), which tells people apart who have no name either
public record SourceSubject(String patientId, String issuer, String patientName, String birthDate, String study) {
  private static final Tag BIRTH_DATE = Tag.of(0x0010, 0x0030);
  private static final Tag STUDY = Tag.of(0x0020, 0x000D);
  private static final Tag ISSUER_OF_PATIENT_ID = Tag.of(0x0010, 0x0021);

  /// One who has an ID.
  public SourceSubject(String patientId, String issuer, String patientName) {
    this(patientId, issuer, patientName, "", "");
  }

  /// Birth date and study are read only where they are needed.
  public static SourceSubject of(DataSet dataSet) {
    var id = dataSet.text(Tags.PATIENT_ID).orElse("");
    var name = dataSet.text(Tags.PATIENT_NAME).orElse("");
    if (!id.isEmpty()) return new SourceSubject(id, dataSet.text(ISSUER_OF_PATIENT_ID).orElse(""), name);
    return new SourceSubject(id, "", name, dataSet.text(BIRTH_DATE).orElse("").strip(), dataSet.text(STUDY).orElse("").strip());
  }

  /// The number of characters, not the values: these have no place in messages.
  @Override
  public String toString() {
    return "SourceSubject of " + patientId.length() + " characters";
  }
}

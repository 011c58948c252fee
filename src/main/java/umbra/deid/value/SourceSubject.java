package umbra.deid.value;

import umbra.dicom.DataSet;
import umbra.dicom.Tag;
import umbra.dicom.Tags;

/// Whom an instance says that it is about, as it stands in the source.
///
/// @param patientId (0010,0020), empty if it has none
/// @param issuer (0010,0021), empty if it has none: the same ID of two issuers means two people
/// @param patientName (0010,0010) as it stands, empty if it has none
public record SourceSubject(String patientId, String issuer, String patientName) {
  private static final Tag ISSUER_OF_PATIENT_ID = Tag.of(0x0010, 0x0021);

  public static SourceSubject of(DataSet dataSet) {
    return new SourceSubject(dataSet.text(Tags.PATIENT_ID).orElse(""), dataSet.text(ISSUER_OF_PATIENT_ID).orElse(""), dataSet.text(Tags.PATIENT_NAME).orElse(""));
  }

  /// The number of characters, not the values: these have no place in messages.
  @Override
  public String toString() {
    return "SourceSubject of " + patientId.length() + " characters";
  }
}

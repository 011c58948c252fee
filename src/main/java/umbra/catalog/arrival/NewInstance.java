package umbra.catalog.arrival;

import java.util.Map;
import java.util.OptionalInt;

/// What intake learned of one instance from its header.
///
/// @param subject what tells one subject from another: the Patient ID, or name and birth date
/// @param constants attributes that must be the same throughout a study, by keyword
/// @param attributes the lines the search looks through; see `series_header`
public record NewInstance(String subject, String patientId, String patientName, String studyInstanceUid, String studyDate, String studyDescription,
    Map<String, String> constants, String seriesInstanceUid, OptionalInt seriesNumber, String modality, String seriesDescription, String attributes,
    String sopInstanceUid, String sopClassUid, String transferSyntaxUid, int instanceNumber, double slicePosition, int frames, int rows, int columns,
    boolean hasPixels, String notes) {

  public NewInstance {
    constants = Map.copyOf(constants);
  }
}

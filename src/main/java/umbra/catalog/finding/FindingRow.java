package umbra.catalog.finding;

/// A finding with its row and where it belongs.
///
/// @param isBoxed nobody decided it: boxes hide all of it, and it is to be redacted for as long as they are there
public record FindingRow(long id, long instance, String patientId, String studyInstanceUid, String seriesInstanceUid, String sopInstanceUid, FindingState state,
    Finding finding, boolean isBoxed) {

  public FindingRow(long id, long instance, String patientId, String studyInstanceUid, String seriesInstanceUid, String sopInstanceUid, FindingState state, Finding finding) {
    this(id, instance, patientId, studyInstanceUid, seriesInstanceUid, sopInstanceUid, state, finding, false);
  }

  FindingRow boxed() {
    return new FindingRow(id, instance, patientId, studyInstanceUid, seriesInstanceUid, sopInstanceUid, FindingState.REDACT, finding, true);
  }
}

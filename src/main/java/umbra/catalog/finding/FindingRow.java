package umbra.catalog.finding;

/// A finding with its row and where it belongs.
public record FindingRow(long id, long instance, String patientId, String studyInstanceUid, String seriesInstanceUid, String sopInstanceUid, FindingState state,
    Finding finding) {}

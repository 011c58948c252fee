package umbra.catalog;

import java.util.OptionalInt;

/// A series of one study.
///
/// @param noted instances the reader had notes on
/// @param variants instances whose SOP Instance UID another instance with different content has too
public record SeriesRow(long id, long studyId, String seriesInstanceUid, OptionalInt number, String modality, String description, long instances, long frames,
    long noted, long variants, long revision) {}

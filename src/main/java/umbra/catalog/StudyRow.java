package umbra.catalog;

import java.util.List;

/// A study of one subject.
///
/// @param date as stored (DA), may be empty
/// @param conflicts what contradicts itself within this Study Instance UID: keywords of patient attributes with more
///     than one value, and `PatientID` if the study also lies under another subject
public record StudyRow(long id, long subjectId, String studyInstanceUid, String date, String description, List<String> modalities, long series,
    long instances, List<String> conflicts, long revision) {}

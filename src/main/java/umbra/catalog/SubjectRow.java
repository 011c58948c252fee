package umbra.catalog;

/// A subject of the collection.
///
/// @param sortKey where it stands among the others; with `id`, the key of a page
/// @param revision grows with each change of the row or of what is below it
public record SubjectRow(long id, String patientId, String patientName, String sortKey, long instances, long revision) {}

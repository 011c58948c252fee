package umbra.deid.value;

/// A subject of the collection as the world will see it.
///
/// @param patientId new (0010,0020)
/// @param patientName new (0010,0010)
/// @param offsetDays added to every date of the subject when dates are modified
public record Subject(String patientId, String patientName, int offsetDays) {}

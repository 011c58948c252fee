package umbra.workspace.tally;

/// What a plan does to one value that is really there. Holds values of patients: for the window only, never for a record.
///
/// @param instance row of the instance it was seen in
public record Example(String before, String after, long instance) {}

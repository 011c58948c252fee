package umbra.app.deidentify.plan;

import umbra.workspace.export.Prepared;
import umbra.workspace.release.ReleaseChoice;

/// A plan as it was made.
///
/// @param sequence of the newest row of the audit trail before
/// @param label of the profile with its options and its file's hash
public record MadePlan(ReleaseChoice choice, String label, Prepared prepared, long sequence) {}

package umbra.workspace.intake;

import umbra.catalog.Totals;
import umbra.catalog.arrival.Arrivals;

/// What an import did, and what the collection holds now.
///
/// @param files looked at, members of archives included
/// @param unchanged of those, known from before with the same size and time, and left alone
public record IntakeReport(long files, long unchanged, Arrivals.Result found, Totals totals) {}

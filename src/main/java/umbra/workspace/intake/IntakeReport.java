package umbra.workspace.intake;

import umbra.catalog.Totals;
import umbra.catalog.arrival.Arrivals;

/// What an import did, and what the collection holds now.
///
/// @param files looked at, members of archives included
/// @param unchanged of those, known from before with the same size and time, and left alone
/// @param stillQuarantined of the unchanged, those that are in quarantine
/// @param unreachable known from before but not readable now; what the catalogue knows of them stays
public record IntakeReport(long files, long unchanged, long stillQuarantined, long unreachable, Arrivals.Result found, Totals totals) {

  /// Some of the files that were looked at cannot be used as they are.
  public boolean hasFaults() {
    return found.quarantined() + stillQuarantined + unreachable > 0;
  }
}

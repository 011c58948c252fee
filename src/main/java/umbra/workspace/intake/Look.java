package umbra.workspace.intake;

import umbra.catalog.SourceRow.Outcome;
import umbra.catalog.arrival.Arrivals.Arrival;

/// What looking at one file brought.
sealed interface Look {
  record Found(Arrival arrival) implements Look {}

  /// Known from before, and nothing about it has changed.
  record Unchanged(Outcome outcome) implements Look {}

  /// Known from before, but it cannot be read now: no reason to forget it.
  record Unreachable() implements Look {}
}

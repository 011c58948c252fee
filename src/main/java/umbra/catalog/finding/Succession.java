package umbra.catalog.finding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What becomes of an instance's findings when a detector has looked again. A finding seen again stays the same row, so that what was decided can still be
/// undone. Redact and unsure stay whatever is seen now, even nothing; harmless only where the very same text is seen.
///
/// @param kept rows that stay as they are, though nothing seen now takes their place
record Succession(List<FindingRow> kept, List<Successor> seen) {
  Succession {
    kept = List.copyOf(kept);
    seen = List.copyOf(seen);
  }

  /// @param id of the row whose place it takes; 0 for a new one
  record Successor(long id, FindingState state, Finding finding) {}

  /// @param before with the states stored at the findings themselves, whatever a rule says
  static Succession of(List<FindingRow> before, List<Finding> seen) {
    var taken = new HashSet<Long>();
    var successors = new ArrayList<Successor>();
    for (var now : seen) {
      var there = before.stream().filter(b -> b.finding().isAt(now)).toList();
      var state = state(there, now);
      var row = continued(there, now, state, taken);
      row.ifPresent(r -> taken.add(r.id()));
      successors.add(new Successor(row.map(FindingRow::id).orElse(0L), state, now));
    }
    return new Succession(before.stream().filter(b -> !taken.contains(b.id()) && stays(b, successors)).toList(), successors);
  }

  private static FindingState state(List<FindingRow> there, Finding now) {
    if (there.stream().anyMatch(b -> b.state() == FindingState.REDACT && b.finding().saysAs(now))) return FindingState.REDACT;
    if (there.stream().anyMatch(b -> b.state() == FindingState.HARMLESS && b.finding().clears(now))) return FindingState.HARMLESS;
    for (var state : new FindingState[] {FindingState.REDACT, FindingState.UNSURE}) if (there.stream().anyMatch(b -> b.state() == state)) return state;
    return FindingState.OPEN;
  }

  /// A row to be redacted only goes on as one that covers it all.
  private static Optional<FindingRow> continued(List<FindingRow> there, Finding now, FindingState state, Set<Long> taken) {
    return there.stream().filter(b -> b.state() == state && !taken.contains(b.id())).filter(b -> switch (state) {
      case REDACT -> now.covers(b.finding());
      case UNSURE -> true;
      case OPEN, HARMLESS -> b.finding().saysAs(now);
    }).min(Comparator.comparing(b -> !b.finding().saysAs(now)));
  }

  private static boolean stays(FindingRow row, List<Successor> seen) {
    return switch (row.state()) {
      case REDACT -> seen.stream().noneMatch(s -> s.state() == FindingState.REDACT && s.finding().covers(row.finding()));
      case UNSURE -> seen.stream().noneMatch(s -> row.finding().isAt(s.finding()));
      case OPEN, HARMLESS -> false;
    };
  }
}

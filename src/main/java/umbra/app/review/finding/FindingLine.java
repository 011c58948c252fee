package umbra.app.review.finding;

import java.util.List;
import umbra.catalog.finding.FindingRow;
import umbra.catalog.finding.FindingState;
import umbra.catalog.finding.Severity;

/// A line of the list of findings.
public sealed interface FindingLine {
  /// Begins the findings of a series that are equally suspicious.
  record Head(Severity severity, String seriesInstanceUid, String patientId, int open, int all) implements FindingLine {}

  /// Findings of one series that say the same.
  record Text(List<FindingRow> rows) implements FindingLine {
    public Text {
      rows = List.copyOf(rows);
    }

    public FindingRow first() {
      return rows.getFirst();
    }

    public long open() {
      return rows.stream().filter(r -> r.state() == FindingState.OPEN).count();
    }

    public boolean holds(long id) {
      return rows.stream().anyMatch(r -> r.id() == id);
    }

    /// The state of all, if they have the same one; else open.
    public FindingState state() {
      return rows.stream().allMatch(r -> r.state() == first().state()) ? first().state() : FindingState.OPEN;
    }
  }
}

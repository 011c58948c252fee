package umbra.catalog.audit;

import java.util.List;

/// What a look at the whole chain found.
///
/// @param rows how many were read
/// @param head the newest row, or the start of an empty chain
public record AuditCheck(long rows, AuditHead head, List<Fault> faults) {
  public AuditCheck {
    faults = List.copyOf(faults);
  }

  public boolean isWhole() {
    return faults.isEmpty();
  }

  /// @param sequence of the row at which it shows
  public record Fault(long sequence, Kind kind) {
    @Override
    public String toString() {
      return "row " + sequence + ": " + kind.text;
    }
  }

  public enum Kind {
    ALTERED("its content is not what its hash says"),
    BROKEN("does not follow the row before it: one was inserted, exchanged or put elsewhere"),
    MISSING("rows before it are missing"),
    UNREADABLE("holds an action no Umbra wrote"),
    CUT("was printed or recorded once, but the trail ends before it"),
    REWRITTEN("has another hash than the one that was printed or recorded once");

    private final String text;

    Kind(String text) {
      this.text = text;
    }
  }
}

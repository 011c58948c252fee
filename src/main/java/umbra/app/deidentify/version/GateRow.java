package umbra.app.deidentify.version;

import java.util.List;
import umbra.workspace.export.Gate;
import umbra.workspace.export.Prepared;

/// One thing the gate asks for.
///
/// @param count how many are open; 0 if it is settled
/// @param passed the reason a person gave
/// @param places where they are, the first few hundred
public record GateRow(Gate.Kind kind, long count, String passed, List<Prepared.Open> places) {
  public boolean isClosed() {
    return count > 0 && passed.isEmpty();
  }

  public String state() {
    return count == 0 ? "settled" : passed.isEmpty() ? "open" : "passed";
  }
}

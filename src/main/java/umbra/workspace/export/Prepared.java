package umbra.workspace.export;

import java.util.List;
import java.util.Map;
import java.util.Set;
import umbra.catalog.InstanceRow;
import umbra.deid.Planner;
import umbra.deid.Retention;
import umbra.verify.Identifier;
import umbra.workspace.integrity.Ledger;
import umbra.workspace.integrity.ReferenceMeter;

/// What a look through all headers found: who leaves, what is known of each subject, what is open.
///
/// @param leaving by person, in the order of the catalogue
/// @param known identifiers of each subject, UIDs left out
/// @param withheld instances that stay here, with the reason
public record Prepared(Planner planner, List<Leaving> leaving, Map<Long, Set<Identifier>> known, Map<Long, String> withheld, List<PlanLine> lines, Retention retention,
    List<Gate> gates, Map<String, Long> sopClasses, ReferenceMeter.Result references, Ledger ledger) {

  /// An instance that may leave.
  ///
  /// @param subject the row that the person is named after
  /// @param looked whether a detector looked at its pixels and nothing is open
  public record Leaving(InstanceRow row, long subject, boolean looked) {}

  public List<Gate> closed() {
    return Gate.closed(gates);
  }
}

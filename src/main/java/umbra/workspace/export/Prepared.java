package umbra.workspace.export;

import java.util.List;
import java.util.Map;
import java.util.Set;
import umbra.catalog.InstanceRow;
import umbra.deid.Planner;
import umbra.deid.Retention;
import umbra.deid.identifier.Identifier;
import umbra.workspace.integrity.Ledger;
import umbra.workspace.integrity.ReferenceMeter;
import umbra.workspace.tally.PlanLine;
import umbra.workspace.tally.PlanTally;

/// What a look through all headers found: who leaves, what is known of each subject, what is open.
///
/// @param leaving by person, in the order of the catalogue
/// @param known identifiers of each subject, UIDs left out
/// @param open the first few hundred of each gate
/// @param withheld instances that stay here, with the reason
/// @param planned sequence of the newest row of the audit trail before
/// @param references asked again when it is known who stayed back while writing, as is the ledger
public record Prepared(Planner planner, List<Leaving> leaving, Map<Long, Set<Identifier>> known, Map<Long, String> withheld, PlanTally.Sum tally, List<Gate> gates,
    List<Open> open, Map<String, Long> sopClasses, ReferenceMeter references, Ledger ledger, long planned) {

  /// An instance that may leave.
  ///
  /// @param subject the row that the person is named after
  /// @param looked whether a detector looked at its pixels and nothing is open
  /// @param as without its new names until the header was read
  public record Leaving(InstanceRow row, long subject, boolean looked, As as) {
    Leaving as(As identity) {
      return new Leaving(row, subject, looked, identity);
    }
  }

  /// Whom an instance leaves as.
  ///
  /// @param subject the row of its source subject, merged or not
  /// @param patientId new
  /// @param sop new SOP Instance UID
  public record As(long subject, String patientId, String sop) {}

  /// Something that is open, and where. For the window only: it may hold values of patients.
  ///
  /// @param instance 0 where the whole series is meant
  public record Open(Gate.Kind kind, long series, long instance, String what) {}

  public List<PlanLine> lines() {
    return tally.lines();
  }

  public Retention retention() {
    return tally.retention();
  }

  /// The same with the gates as they are passed now.
  ///
  /// @param passed reasons by the word of the gate
  public Prepared withPasses(Map<String, String> passed) {
    return withGates(gates.stream().map(g -> new Gate(g.kind(), g.count(), passed.getOrDefault(g.kind().word(), ""))).toList());
  }

  Prepared withGates(List<Gate> now) {
    return new Prepared(planner, leaving, known, withheld, tally, now, open, sopClasses, references, ledger, planned);
  }

  public List<Gate> closed() {
    return Gate.closed(gates);
  }
}

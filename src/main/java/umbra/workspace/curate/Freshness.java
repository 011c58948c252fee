package umbra.workspace.curate;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import umbra.catalog.audit.AuditAction;
import umbra.catalog.audit.AuditLog;
import umbra.catalog.audit.AuditRow;

/// Whether a plan still speaks of the collection as it is: the audit trail tells what came after it.
public final class Freshness {
  private static final int PAGE = 500;
  private static final Set<AuditAction> DECISIONS = EnumSet.of(AuditAction.FINDING, AuditAction.REGION, AuditAction.VALUE, AuditAction.VERDICT, AuditAction.MERGE, AuditAction.UNDO, AuditAction.REDO);
  private static final Set<AuditAction> OTHERS = EnumSet.of(AuditAction.IMPORT, AuditAction.SCAN, AuditAction.NOTES, AuditAction.PROFILE);

  private Freshness() {}

  /// The first thing that changed what a plan depends on. Passing a gate does not, nor does what an export notes of itself.
  ///
  /// @param planned sequence of the newest row when planning began
  public static Optional<AuditRow> changedSince(AuditLog audit, long planned) {
    return first(audit, planned, row -> DECISIONS.contains(row.event().action()) || OTHERS.contains(row.event().action()));
  }

  /// The first decision since that files which are being written may or may not know.
  public static Optional<AuditRow> decidedSince(AuditLog audit, long begun) {
    return first(audit, begun, row -> DECISIONS.contains(row.event().action()));
  }

  /// The first row that passes, of those that can change a plan.
  static Optional<AuditRow> first(AuditLog audit, long from, Predicate<AuditRow> wanted) {
    long after = from;
    for (var page = audit.rows(after, PAGE); !page.isEmpty(); page = audit.rows(after, PAGE)) {
      for (var row : page) if (wanted.test(row) && !isBeside(row.event().object())) return Optional.of(row);
      after = page.getLast().sequence();
    }
    return Optional.empty();
  }

  private static boolean isBeside(String object) {
    return object.startsWith("gate ") || object.startsWith("version ") || object.equals("texts of headers");
  }
}

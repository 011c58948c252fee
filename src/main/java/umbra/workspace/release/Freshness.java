package umbra.workspace.release;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import umbra.catalog.audit.AuditAction;
import umbra.catalog.audit.AuditLog;
import umbra.catalog.audit.AuditRow;

/// Whether a plan still speaks of the collection as it is: the audit trail tells what came after it.
public final class Freshness {
  private static final int PAGE = 500;
  private static final Set<AuditAction> MATTERS = EnumSet.of(AuditAction.IMPORT, AuditAction.SCAN, AuditAction.FINDING, AuditAction.REGION, AuditAction.VALUE, AuditAction.VERDICT, AuditAction.MERGE,
      AuditAction.NOTES, AuditAction.PROFILE, AuditAction.UNDO, AuditAction.REDO);

  private Freshness() {}

  /// The first thing that changed what a plan depends on. Passing a gate does not.
  ///
  /// @param planned sequence of the newest row when planning began
  public static Optional<AuditRow> changedSince(AuditLog audit, long planned) {
    long after = planned;
    for (var page = audit.rows(after, PAGE); !page.isEmpty(); page = audit.rows(after, PAGE)) {
      for (var row : page) {
        if (MATTERS.contains(row.event().action()) && !row.event().object().startsWith("gate ") && !row.event().object().equals("texts of headers")) return Optional.of(row);
      }
      after = page.getLast().sequence();
    }
    return Optional.empty();
  }
}

package umbra.workspace.curate;

import java.util.Set;
import umbra.catalog.audit.AuditAction;
import umbra.workspace.Workspace;

/// What a plan stood on beside its profile: the collection, and the last thing that changed a decision. A plan whose basis is no
/// longer that of the workspace is stale.
///
/// @param revision of the collection
/// @param decided sequence of the newest row of the audit trail that can change a plan
public record PlanBasis(long revision, long decided) {
  private static final Set<AuditAction> CHANGING = Set.of(AuditAction.IMPORT, AuditAction.SCAN, AuditAction.FINDING, AuditAction.REGION, AuditAction.VALUE, AuditAction.VERDICT, AuditAction.MERGE,
      AuditAction.NOTES, AuditAction.GATE, AuditAction.UNDO, AuditAction.REDO);

  /// As it is now; cheap enough to be asked again and again.
  public static PlanBasis of(Workspace workspace) {
    return new PlanBasis(workspace.catalog().revision(), workspace.audit().newest(CHANGING));
  }

  public boolean isStaleIn(Workspace workspace) {
    return !equals(of(workspace));
  }
}

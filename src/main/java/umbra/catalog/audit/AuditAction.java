package umbra.catalog.audit;

/// What can stand in the trail: everything that changes a decision or leaves the building.
public enum AuditAction {
  IMPORT,
  SCAN,
  FINDING,
  REGION,
  VALUE,
  VERDICT,
  MERGE,
  NOTES,
  PROFILE,
  GATE,
  PLAN,
  RISK,
  UNDO,
  REDO,
  EXPORT_BEGUN,
  EXPORT_FINISHED,
  EXPORT_REFUSED,
  EXPORT_STOPPED,
  CROSSWALK,
  VERIFIED
}

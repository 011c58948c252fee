package umbra.catalog.audit;

import java.util.Objects;

/// Something that happened, before it has its place in the chain.
///
/// @param object what it happened to, by the numbers of the catalogue (`series 12`), never by an identifier of the patient
/// @param why the reason a person gave, or counts
/// @param profileHash of the rules in force; empty where none are
public record AuditEvent(AuditAction action, String object, String why, String profileHash) {
  public AuditEvent {
    Objects.requireNonNull(action);
    Objects.requireNonNull(object);
    Objects.requireNonNull(why);
    Objects.requireNonNull(profileHash);
  }

  public static AuditEvent of(AuditAction action, String object, String why) {
    return new AuditEvent(action, object, why, "");
  }
}

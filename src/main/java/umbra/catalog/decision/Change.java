package umbra.catalog.decision;

import java.util.Objects;
import java.util.Optional;

/// One row that an edit changes: what stood there, and what stands there after.
///
/// @param kind name of the [ChangeKind] that can write it
/// @param object which row, in words of that kind (`series 12`); goes into the audit trail, so never an identifier of a patient
/// @param before empty if there was nothing
/// @param after empty if there is nothing any more
@SuppressWarnings("OptionalUsedAsFieldOrParameterType") // both ends of a change may be nothing
public record Change(String kind, String object, Optional<String> before, Optional<String> after) {
  public Change {
    Objects.requireNonNull(kind);
    Objects.requireNonNull(object);
    Objects.requireNonNull(before);
    Objects.requireNonNull(after);
  }

  public Change inverse() {
    return new Change(kind, object, after, before);
  }

  public boolean changesNothing() {
    return before.equals(after);
  }
}

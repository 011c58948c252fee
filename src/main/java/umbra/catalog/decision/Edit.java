package umbra.catalog.decision;

import java.util.List;
import umbra.catalog.audit.AuditAction;

/// What a person decided at one stroke: data that can be shown, stored, applied and turned around.
///
/// A package adds a decision of its own by a [ChangeKind] with a name nobody has, which is given to the one [EditHistory]
/// where the program is put together; it needs no class of edits.
///
/// @param title in a few words, as the menu says "Undo …"; without values of patients
/// @param why the reason the person gave; may be empty
public record Edit(AuditAction action, String title, String why, List<Change> changes) {
  public Edit {
    changes = changes.stream().filter(c -> !c.changesNothing()).toList();
  }

  public boolean changesNothing() {
    return changes.isEmpty();
  }

  /// Takes everything back, last change first.
  public Edit inverse() {
    return new Edit(action, title, why, changes.reversed().stream().map(Change::inverse).toList());
  }
}

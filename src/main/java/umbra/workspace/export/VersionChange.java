package umbra.workspace.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import umbra.catalog.version.ReleasedRow;
import umbra.catalog.version.VersionRow;

/// What a version has other than the one before it, by new SOP Instance UIDs.
///
/// @param renamed those of `changed` that left under another Patient ID or SOP Instance UID before: as they are called now
public record VersionChange(String previous, List<String> added, List<String> changed, List<String> renamed, List<String> withdrawn) {

  static VersionChange between(VersionRow previous, Map<Long, ReleasedRow> before, Map<Long, ReleasedRow> now) {
    var added = new ArrayList<String>();
    var changed = new ArrayList<String>();
    var renamed = new ArrayList<String>();
    var withdrawn = new ArrayList<String>();
    now.forEach((id, row) -> {
      if (!row.isWritten()) return;
      var old = before.get(id);
      if (old == null || !old.isWritten()) added.add(sop(row));
      else if (!old.sha256().equals(row.sha256())) {
        changed.add(sop(row));
        if (!identity(old).equals(identity(row))) renamed.add(sop(row));
      }
    });
    before.forEach((id, row) -> {
      if (row.isWritten() && (!now.containsKey(id) || !now.get(id).isWritten())) withdrawn.add(sop(row));
    });
    for (var list : List.of(added, changed, renamed, withdrawn)) list.sort(null);
    return new VersionChange(previous.name(), List.copyOf(added), List.copyOf(changed), List.copyOf(renamed), List.copyOf(withdrawn));
  }

  private static List<String> identity(ReleasedRow row) {
    var line = ManifestLine.ofStored(row.line());
    return List.of(line.patientId(), line.sop());
  }

  private static String sop(ReleasedRow row) {
    return ManifestLine.ofStored(row.line()).sop();
  }
}

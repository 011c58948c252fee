package umbra.workspace.export;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.stream.Collectors;
import umbra.catalog.audit.AuditAction;
import umbra.catalog.version.ReleasedRow;
import umbra.catalog.version.VersionRow;
import umbra.catalog.version.Versions;
import umbra.workspace.Workspace;
import umbra.workspace.curate.Freshness;

/// What an export that was stopped left in its folder, and may no longer be there: files made before something changed, and files of
/// instances that stay now.
record Leftovers(Workspace workspace, VersionRow version, Path out) {
  private static final int PAGE = 500;

  /// Only files that are as they were written are taken away.
  ///
  /// @param name of the version in the audit trail
  void clear(Prepared prepared, String name) throws IOException {
    var versions = new Versions(workspace.catalog());
    long begun = begun(workspace, name);
    boolean isOld = begun > 0 && Freshness.changedSince(workspace.audit(), begun).isPresent();
    var leaving = prepared.leaving().stream().map(l -> l.row().id()).collect(Collectors.toSet());
    var gone = new ArrayList<Long>();
    for (var row : versions.released(version.id()).values()) {
      if (leaving.contains(row.instance()) && !(isOld && row.isWritten())) continue;
      if (row.isWritten()) delete(row);
      gone.add(row.instance());
    }
    versions.remove(version.id(), gone);
  }

  /// The sequence at which the version was begun last; 0 if it never was.
  static long begun(Workspace workspace, String name) {
    long begun = 0;
    long after = 0;
    for (var page = workspace.audit().rows(after, PAGE); !page.isEmpty(); page = workspace.audit().rows(after, PAGE)) {
      for (var row : page) if (row.event().action() == AuditAction.EXPORT_BEGUN && row.event().object().equals(name)) begun = row.sequence();
      after = page.getLast().sequence();
    }
    return begun;
  }

  private void delete(ReleasedRow row) throws IOException {
    var file = out.resolve(row.path());
    if (!Files.isRegularFile(file) || !InstanceExport.sha256(file).equals(row.sha256())) return;
    Files.delete(file);
    try {
      for (var folder = file.getParent(); !folder.equals(out); folder = folder.getParent()) Files.delete(folder);
    } catch (DirectoryNotEmptyException _) {
      // others are in it
    }
  }
}

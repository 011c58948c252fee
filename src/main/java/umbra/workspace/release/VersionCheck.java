package umbra.workspace.release;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import umbra.catalog.audit.AuditAction;
import umbra.catalog.audit.AuditEvent;
import umbra.catalog.version.ReleasedRow;
import umbra.catalog.version.Versions;
import umbra.job.JobContext;
import umbra.workspace.Workspace;
import umbra.workspace.export.check.LeakLook;
import umbra.workspace.export.check.Verification;
import umbra.workspace.source.SourceFiles;

/// Checks an export from outside, and with its workspace also that no original identifier is left in it.
public final class VersionCheck {
  private final Path out;

  public VersionCheck(Path out) {
    this.out = out;
  }

  /// From the export alone.
  ///
  /// @throws NoSuchFileException if there is no manifest
  public Verification.Report alone(JobContext context) throws IOException {
    needsManifest();
    return new Verification(out, (_, _) -> List.of()).run(context);
  }

  /// With the workspace it came from, whose audit trail notes the outcome.
  ///
  /// @throws NoSuchFileException if there is no manifest
  public Verification.Report with(Workspace workspace, SourceFiles files, JobContext context) throws IOException {
    needsManifest();
    var look = LeakLook.of(workspace, files, released(workspace), context);
    var more = new ArrayList<Verification.Problem>();
    for (var path : look.unreadable()) more.add(new Verification.Problem(path, "its source cannot be read now, so its identifiers were not searched for"));
    for (var record : List.of("manifest.csv", "collection.json", "method.html")) {
      if (Files.exists(out.resolve(record))) look.in(said(record), record).forEach(p -> more.add(new Verification.Problem(record, p)));
    }
    var report = new Verification(out, look).run(context);
    more.addAll(0, report.problems());
    workspace.audit().append(AuditEvent.of(AuditAction.VERIFIED, "an export", report.files() + " files, " + more.size() + " problems"));
    return new Verification.Report(report.files(), report.references(), report.outside(), List.copyOf(more));
  }

  private void needsManifest() throws NoSuchFileException {
    if (!Files.isRegularFile(out.resolve("manifest.csv"))) throw new NoSuchFileException(out.resolve("manifest.csv").toString());
  }

  /// Without the names of the columns, which are words of every export.
  private String said(String record) throws IOException {
    var text = Files.readString(out.resolve(record), StandardCharsets.UTF_8);
    return record.equals("manifest.csv") ? text.substring(text.indexOf('\n') + 1) : text;
  }

  /// All files that any version wrote: the export says itself which it holds.
  private static List<ReleasedRow> released(Workspace workspace) {
    var versions = new Versions(workspace.catalog());
    return versions.all().stream().flatMap(v -> versions.released(v.id()).values().stream()).toList();
  }
}

package umbra.cli.release;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import umbra.catalog.audit.AuditAction;
import umbra.catalog.audit.AuditEvent;
import umbra.catalog.version.ReleasedRow;
import umbra.catalog.version.Versions;
import umbra.cli.ExitCode;
import umbra.cli.FormOption;
import umbra.cli.JobLine;
import umbra.cli.Table;
import umbra.workspace.Workspace;
import umbra.workspace.export.check.LeakLook;
import umbra.workspace.export.check.Verification;
import umbra.workspace.source.SourceFiles;

/// `umbra verify`: checks an export from outside.
@Command(name = "verify", description = "Check an export: hashes, manifest, files, identifiers, method; with the workspace also that no original identifier is left.", mixinStandardHelpOptions = true)
public final class VerifyCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "OUT", description = "The folder of the export.")
  private Path out;

  @Option(names = "--workspace", paramLabel = "W", description = "The workspace it was made from.")
  private Path workspace;

  @Option(names = "--passphrase-file", paramLabel = "F", description = "File whose first line is the passphrase of the workspace.")
  private Path passphrase;

  @Option(names = "--quiet", description = "No progress.")
  private boolean quiet;

  @Mixin
  private FormOption form;

  @Spec
  private CommandSpec spec;

  private final SourceFiles files;

  public VerifyCommand(SourceFiles files) {
    this.files = files;
  }

  @Override
  public Integer call() throws Exception {
    if (!Files.isRegularFile(out.resolve("manifest.csv"))) throw new java.nio.file.NoSuchFileException(out.resolve("manifest.csv").toString());
    if (workspace == null) return print(JobLine.run(spec, "verifying", quiet, context -> new Verification(out, (_, _) -> List.of()).run(context)), List.of());
    Optional<String> secret = passphrase == null ? Optional.empty() : Optional.of(Files.readString(passphrase, StandardCharsets.UTF_8).lines().findFirst().orElse(""));
    try (var open = Workspace.openExisting(workspace, secret)) {
      return withWorkspace(open);
    }
  }

  private int withWorkspace(Workspace open) throws Exception {
    var more = new ArrayList<Verification.Problem>();
    var report = JobLine.run(spec, "verifying", quiet, context -> {
      var look = LeakLook.of(open, files, released(open), context);
      for (var path : look.unreadable()) more.add(new Verification.Problem(path, "its source cannot be read now, so its identifiers were not searched for"));
      for (var record : List.of("manifest.csv", "collection.json", "method.html")) {
        if (Files.exists(out.resolve(record))) look.in(said(record), record).forEach(p -> more.add(new Verification.Problem(record, p)));
      }
      return new Verification(out, look).run(context);
    });
    open.audit().append(AuditEvent.of(AuditAction.VERIFIED, "an export", report.files() + " files, " + (report.problems().size() + more.size()) + " problems"));
    return print(report, more);
  }

  /// Without the names of the columns, which are words of every export.
  private String said(String record) throws java.io.IOException {
    var text = Files.readString(out.resolve(record), StandardCharsets.UTF_8);
    return record.equals("manifest.csv") ? text.substring(text.indexOf('\n') + 1) : text;
  }

  /// All files that any version wrote: the export says itself which it holds.
  private static List<ReleasedRow> released(Workspace open) {
    var versions = new Versions(open.catalog());
    return versions.all().stream().flatMap(v -> versions.released(v.id()).values().stream()).toList();
  }

  private int print(Verification.Report report, List<Verification.Problem> more) throws Exception {
    var table = new Table(form.form(), "path", "problem");
    for (var problem : report.problems()) table.row(problem.path(), problem.problem());
    for (var problem : more) table.row(problem.path(), problem.problem());
    table.print(spec.commandLine().getOut());
    int count = report.problems().size() + more.size();
    spec.commandLine().getErr().println("umbra: " + report.files() + " files, " + count + (count == 1 ? " problem, " : " problems, ") + report.outside() + " references to instances outside the export");
    return count == 0 ? ExitCode.DONE : ExitCode.FOUND;
  }
}

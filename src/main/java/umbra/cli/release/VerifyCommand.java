package umbra.cli.release;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import umbra.cli.AccessOption;
import umbra.cli.ExitCode;
import umbra.cli.FormOption;
import umbra.cli.JobOption;
import umbra.cli.Table;
import umbra.words.Counts;
import umbra.workspace.export.check.Verification;
import umbra.workspace.release.VersionCheck;
import umbra.workspace.source.SourceFiles;

/// `umbra verify`: checks an export from outside.
@Command(name = "verify", description = "Check an export: hashes, manifest, files, identifiers, method; with the workspace also that no original identifier is left.")
public final class VerifyCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "OUT", description = "The folder of the export.")
  private Path out;

  @Option(names = "--workspace", paramLabel = "W", description = "The workspace it was made from.")
  private Path workspace;

  @Mixin
  private AccessOption access;

  @Mixin
  private JobOption job;

  @Option(names = "--references", description = "Print references among objects instead of problems: before as collection.json states them, after as the files have them.")
  private boolean references;

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
    var check = new VersionCheck(out);
    if (workspace == null) return print(job.run("verifying", check::alone));
    try (var open = access.openExisting(workspace)) {
      return print(job.run("verifying", context -> check.with(open, files, context)));
    }
  }

  private int print(Verification.Report report) throws Exception {
    var err = spec.commandLine().getErr();
    (references ? ReferenceTable.of(form.form(), report.references()) : problems(report)).print(spec.commandLine().getOut());
    if (!references) {
      for (var line : report.references()) err.printf("umbra: references %s -> %s, %s: %d before, %d now, %d broken by the export%n", line.from(), line.to(), line.kind().words(), line.before(), line.after(), line.broken());
    }
    int count = report.problems().size();
    err.println("umbra: " + Counts.of(report.files(), "file") + ", " + Counts.of(count, "problem") + ", " + Counts.of(report.outside(), "reference") + " to instances outside the export");
    return count == 0 ? ExitCode.DONE : ExitCode.FOUND;
  }

  private Table problems(Verification.Report report) {
    var table = new Table(form.form(), "path", "problem");
    for (var problem : report.problems()) table.row(problem.path(), problem.problem());
    return table;
  }
}

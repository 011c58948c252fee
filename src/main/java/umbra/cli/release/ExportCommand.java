package umbra.cli.release;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import umbra.cli.ExitCode;
import umbra.cli.FormOption;
import umbra.cli.JobOption;
import umbra.cli.Table;
import umbra.cli.WorkspaceOption;
import umbra.pixel.redact.RedactionChoice;
import umbra.words.Counts;
import umbra.workspace.Workspace;
import umbra.workspace.export.Export;
import umbra.workspace.export.Gate;
import umbra.workspace.export.RefusedExportException;
import umbra.workspace.release.ReleaseParts;

/// `umbra export`: writes a version of a collection, or says what is open.
@Command(name = "export", description = "Write a version of a collection. Refuses (exit code 4) while the gate is closed. Begun again, it goes on where it was stopped.")
public final class ExportCommand implements Callable<Integer> {
  @Mixin
  private WorkspaceOption workspace;

  @Parameters(index = "1", paramLabel = "OUT", description = "A folder that does not exist yet, is empty, or holds the same version when it was stopped.")
  private Path out;

  @Option(names = "--collection", paramLabel = "NAME", required = true, description = "The name of the collection.")
  private String collection;

  @Option(names = "--version", paramLabel = "V", required = true, description = "The name of the version.")
  private String version;

  @Mixin
  private TermsOption terms;

  @Option(names = "--lossy", paramLabel = "WAY", defaultValue = "store-losslessly", description = "Images to be redacted that cannot be cut in their lossy form: store-losslessly or withhold; default: ${DEFAULT-VALUE}.")
  private String lossy;

  @Mixin
  private JobOption job;

  @Mixin
  private FormOption form;

  @Spec
  private CommandSpec spec;

  private final ReleaseParts parts;

  public ExportCommand(ReleaseParts parts) {
    this.parts = parts;
  }

  @Override
  public Integer call() throws Exception {
    var choice = switch (lossy) {
      case "store-losslessly" -> RedactionChoice.USUAL;
      case "withhold" -> RedactionChoice.CAREFUL;
      default -> throw new picocli.CommandLine.ParameterException(spec.commandLine(), "--lossy is store-losslessly or withhold");
    };
    try (var open = workspace.openExisting()) {
      return run(open, choice);
    } catch (RefusedExportException e) {
      if (e.open().isEmpty() || e.open().stream().anyMatch(g -> g.kind() == Gate.Kind.IDENTITY)) spec.commandLine().getErr().println("umbra: " + e.getMessage());
      GateLines.print(spec.commandLine().getErr(), e.open());
      if (!e.isBegun()) spec.commandLine().getErr().println("umbra: nothing was written");
      return ExitCode.REFUSED;
    }
  }

  private int run(Workspace open, RedactionChoice choice) throws Exception {
    var made = terms.terms(spec, open, parts, collection, version);
    var curation = ReleaseParts.curation(open);
    var prepared = job.run("planning", context -> parts.preparation(open, curation).run(made, context));
    var sources = parts.sources(open, curation, choice);
    var report = job.run("exporting", context -> new Export(open, parts.pool(), sources).run(made, prepared, out, context));
    var table = new Table(form.form(), "withheld", "reason");
    report.withheld().forEach(table::row);
    table.print(spec.commandLine().getOut());
    spec.commandLine().getErr().println("umbra: " + Counts.of(report.written() + report.unchanged(), "instance") + " in version " + version + ", " + report.withheld().size() + " withheld");
    return report.withheld().isEmpty() ? ExitCode.DONE : ExitCode.FOUND;
  }
}

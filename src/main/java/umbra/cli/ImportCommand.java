package umbra.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import umbra.catalog.SourceRow;
import umbra.catalog.SourceRow.Outcome;
import umbra.job.ComputePool;
import umbra.words.Counts;
import umbra.workspace.Workspace;
import umbra.workspace.intake.Intake;
import umbra.workspace.intake.IntakeReport;
import umbra.workspace.source.SourceFiles;

/// `umbra import`: takes files into a workspace.
@Command(name = "import", description = "Take folders, ZIP archives, DICOMDIR file-sets and single files into a workspace; makes the workspace if it is not there.")
public final class ImportCommand implements Callable<Integer> {
  @Mixin
  private WorkspaceOption workspace;

  @Parameters(index = "1..*", arity = "1..*", paramLabel = "PATH", description = "What to import. Files are opened read-only and stay where they are.")
  private List<Path> paths;

  @Mixin
  private FormOption form;

  @Mixin
  private JobOption job;

  @Spec
  private CommandSpec spec;

  private final SourceFiles files;
  private final ComputePool pool;

  public ImportCommand(SourceFiles files, ComputePool pool) {
    this.files = files;
    this.pool = pool;
  }

  @Override
  public Integer call() throws Exception {
    for (var path : paths) {
      if (!java.nio.file.Files.exists(path)) throw new java.nio.file.NoSuchFileException(path.toString());
    }
    try (var open = workspace.openOrMake()) {
      return print(open, imported(open));
    }
  }

  private IntakeReport imported(Workspace open) throws Exception {
    return job.run("importing", context -> new Intake(open, files, pool).run(paths, context));
  }

  private int print(Workspace open, IntakeReport report) throws Exception {
    var out = spec.commandLine().getOut();
    var totals = report.totals();
    switch (form.form()) {
      case CSV -> quarantine(open).print(out);
      case TEXT, JSON -> {
        var table = new Table(form.form() == Table.Form.JSON ? Table.Form.JSON : Table.Form.TEXT, "subjects", "studies", "series", "instances", "not_dicom", "duplicates",
            "quarantined", "added", "unchanged");
        table.row(totals.subjects(), totals.studies(), totals.series(), totals.instances(), totals.notDicom(), totals.duplicates(), totals.quarantined(),
            report.found().added(), report.unchanged());
        table.print(out);
        if (report.found().variants() > 0) {
          spec.commandLine().getErr().println("umbra: " + Counts.of(report.found().variants(), "instance shares", "instances share") + " a SOP Instance UID with other content; both are kept");
        }
      }
    }
    if (report.unreachable() > 0) {
      spec.commandLine().getErr().println("umbra: " + Counts.of(report.unreachable(), "file") + " known from before cannot be read now; what the workspace knows stays");
    }
    return report.hasFaults() ? ExitCode.FOUND : ExitCode.DONE;
  }

  private static Table quarantine(Workspace open) {
    var table = new Table(Table.Form.CSV, "path", "bytes", "reason");
    long after = 0;
    for (List<SourceRow> page = page(open, after); !page.isEmpty(); page = page(open, after)) {
      for (var row : page) table.row(row.place(), row.bytes(), row.reason());
      after = page.getLast().id();
    }
    return table;
  }

  private static List<SourceRow> page(Workspace open, long after) {
    return open.catalog().sources().withOutcome(Outcome.QUARANTINED, after, 1000);
  }
}

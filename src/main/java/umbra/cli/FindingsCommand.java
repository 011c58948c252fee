package umbra.cli;

import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import umbra.catalog.finding.FindingRow;
import umbra.catalog.finding.Findings;

/// `umbra findings`: what the detectors saw.
@Command(name = "findings", description = "List what the detectors saw, with the values as read.")
public final class FindingsCommand implements Callable<Integer> {
  private static final int PAGE = 1000;

  @Mixin
  private WorkspaceOption workspace;

  @Mixin
  private FormOption form;

  @Spec
  private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    try (var open = workspace.openExisting()) {
      var findings = new Findings(open.catalog());
      var table = new Table(form.form(), "id", "kind", "severity", "state", "patient_id", "study_instance_uid", "series_instance_uid", "sop_instance_uid", "frame", "x", "y",
          "width", "height", "tag_path", "text", "why", "confidence");
      for (var page = findings.page(0, PAGE); !page.isEmpty(); page = findings.page(page.getLast().id(), PAGE)) page.forEach(row -> add(table, row));
      table.print(spec.commandLine().getOut());
      return ExitCode.DONE;
    }
  }

  private static void add(Table table, FindingRow row) {
    var f = row.finding();
    var frame = f.firstFrame() == f.lastFrame() ? String.valueOf(f.firstFrame() + 1) : f.firstFrame() + 1 + "-" + (f.lastFrame() + 1);
    table.row(row.id(), f.kind(), lower(f.severity()), lower(row.state()), row.patientId(), row.studyInstanceUid(), row.seriesInstanceUid(), row.sopInstanceUid(), frame, f.x(),
        f.y(), f.width(), f.height(), f.tagPath(), f.text(), f.why(), f.confidence());
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}

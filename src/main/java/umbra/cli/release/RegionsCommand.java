package umbra.cli.release;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import umbra.catalog.finding.FindingState;
import umbra.catalog.finding.Findings;
import umbra.catalog.finding.RegionRow;
import umbra.catalog.finding.Regions;
import umbra.cli.ExitCode;
import umbra.cli.FormOption;
import umbra.cli.Table;
import umbra.cli.WorkspaceOption;
import umbra.workspace.Workspace;

/// `umbra regions`: all boxes that will be black, those of findings to be redacted included.
@Command(name = "regions", description = "List the boxes to blacken: drawn ones, and those applied from findings.", mixinStandardHelpOptions = true)
public final class RegionsCommand implements Callable<Integer> {
  static final String[] COLUMNS = {"series_instance_uid", "sop_instance_uid", "frame_first", "frame_last", "x", "y", "width", "height", "state", "author", "reason"};
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
      var table = new Table(form.form(), COLUMNS);
      drawn(open, table);
      applied(open, table);
      table.print(spec.commandLine().getOut());
      return ExitCode.DONE;
    }
  }

  private static void drawn(Workspace open, Table table) {
    var regions = new Regions(open.catalog());
    var collection = open.catalog().collection();
    for (var page = regions.page(0, PAGE); !page.isEmpty(); page = regions.page(page.getLast().id(), PAGE)) {
      for (var row : page) {
        var series = collection.findSeries(row.series()).map(s -> s.seriesInstanceUid()).orElse("");
        var instance = row.instance() == 0 ? "" : collection.findInstance(row.instance()).map(i -> i.sopInstanceUid()).orElse("");
        add(table, series, instance, row, "drawn");
      }
    }
  }

  private static void applied(Workspace open, Table table) {
    var findings = new Findings(open.catalog());
    for (var page = findings.page(0, PAGE); !page.isEmpty(); page = findings.page(page.getLast().id(), PAGE)) {
      for (var row : page) {
        var f = row.finding();
        if (row.state() != FindingState.REDACT || f.width() < 1 || f.height() < 1 || !f.tagPath().isEmpty()) continue;
        var box = new RegionRow(0, 0, row.instance(), f.firstFrame() + 1, f.lastFrame() + 1, f.x(), f.y(), f.width(), f.height(), "", "finding " + row.id());
        add(table, row.seriesInstanceUid(), row.sopInstanceUid(), box, "applied");
      }
    }
  }

  private static void add(Table table, String series, String instance, RegionRow row, String state) {
    boolean all = row.frameFirst() == 0;
    table.row(series, instance, all ? "" : row.frameFirst(), all ? "" : row.frameLast(), row.x(), row.y(), row.width(), row.height(), state, row.author(), row.reason());
  }
}

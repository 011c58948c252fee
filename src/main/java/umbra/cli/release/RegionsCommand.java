package umbra.cli.release;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import umbra.catalog.finding.FindingState;
import umbra.catalog.finding.Findings;
import umbra.catalog.finding.RegionRow;
import umbra.catalog.finding.Regions;
import umbra.catalog.finding.ReviewKinds;
import umbra.cli.ExitCode;
import umbra.cli.FormOption;
import umbra.cli.Table;
import umbra.cli.WorkspaceOption;
import umbra.words.Counts;
import umbra.workspace.Workspace;
import umbra.workspace.curate.Curation;
import umbra.workspace.curate.Review;
import umbra.workspace.source.SourceFiles;
import umbra.workspace.template.Learning;
import umbra.workspace.template.Template;

/// `umbra regions`: all boxes that will be black, those of findings to be redacted included.
@Command(name = "regions", description = "List the boxes to blacken: drawn ones, and those applied from findings.")
public final class RegionsCommand implements Callable<Integer> {
  static final String[] COLUMNS = {"series_instance_uid", "sop_instance_uid", "frame_first", "frame_last", "x", "y", "width", "height", "state", "author", "reason"};
  private static final int PAGE = 1000;

  @Mixin
  private WorkspaceOption workspace;

  @Option(names = "--learn", paramLabel = "SERIES_UID", description = "Make a device template of the boxes of this series (with --to): `umbra scan` suggests them for all images of the same kind of device.")
  private Optional<String> learn = Optional.empty();

  @Option(names = "--to", paramLabel = "F.yaml", description = "The file of templates to add to; best below profiles/devices of your configuration.")
  private Optional<Path> to = Optional.empty();

  @Mixin
  private FormOption form;

  @Spec
  private CommandSpec spec;

  private final SourceFiles files;

  public RegionsCommand(SourceFiles files) {
    this.files = files;
  }

  @Override
  public Integer call() throws Exception {
    if (learn.isPresent() != to.isPresent()) throw new ParameterException(spec.commandLine(), "--learn and --to go together");
    try (var open = workspace.openExisting()) {
      if (learn.isPresent()) return learned(open, learn.get(), to.get());
      var table = new Table(form.form(), COLUMNS);
      drawn(open, table);
      applied(open, table);
      table.print(spec.commandLine().getOut());
      return ExitCode.DONE;
    }
  }

  private int learned(Workspace open, String uid, Path file) throws Exception {
    var collection = open.catalog().collection();
    var learning = new Learning(new Review(open, new Curation(open, ReviewKinds.ALL)), files);
    long after = 0;
    for (var page = collection.allSeries(after, PAGE); !page.isEmpty(); page = collection.allSeries(after, PAGE)) {
      for (var series : page) {
        if (!series.seriesInstanceUid().equals(uid)) continue;
        for (var instance : collection.instances(series.id())) {
          var template = instance.hasPixels() ? learning.learn(instance, "learned from boxes of a curator") : Optional.<Template>empty();
          if (template.isEmpty()) continue;
          Learning.keep(template.get(), file);
          spec.commandLine().getOut().println(Counts.of(template.get().boxes().size(), "box", "boxes") + " learned for " + template.get().device().manufacturer() + " " + template.get().device().model());
          return ExitCode.DONE;
        }
      }
      after = page.getLast().id();
    }
    spec.commandLine().getErr().println("umbra: no instance of this series has a box and a header that names manufacturer and model");
    return ExitCode.FOUND;
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

package umbra.cli.release;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import umbra.catalog.finding.RegionRow;
import umbra.catalog.finding.ReviewKinds;
import umbra.cli.ExitCode;
import umbra.cli.RegionFile;
import umbra.cli.WorkspaceOption;
import umbra.words.Counts;
import umbra.workspace.curate.Curation;
import umbra.workspace.curate.Review;

/// `umbra redact`: draws the boxes of a file at one stroke, which is undone at one stroke too. Nothing is drawn unless every row is right.
@Command(name = "redact", description = "Draw the boxes of a CSV file, as `umbra regions --csv` prints it.")
public final class RedactCommand implements Callable<Integer> {
  @Mixin
  private WorkspaceOption workspace;

  @Option(names = "--regions", required = true, paramLabel = "F", description = "Columns series_instance_uid,sop_instance_uid,frame_first,frame_last,x,y,width,height and, if wanted,"
      + " state,author,reason; an empty instance means the whole series, empty frames mean all.")
  private Path file;

  @Spec
  private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    try (var open = workspace.openExisting()) {
      var review = new Review(open, new Curation(open, ReviewKinds.ALL));
      var known = new RegionRows(open.catalog().collection());
      var wanted = new RegionFile(spec, file, "nothing was drawn").rows(known::of).stream().flatMap(List::stream).toList();
      var fresh = new LinkedHashMap<RegionRow, RegionRow>();
      wanted.forEach(box -> fresh.putIfAbsent(place(box), box));
      wanted.stream().map(RegionRow::series).distinct().forEach(series -> review.regions().ofSeries(series).forEach(box -> fresh.remove(place(box))));
      if (!fresh.isEmpty()) review.draw(List.copyOf(fresh.values()), "from a file of regions");
      spec.commandLine().getOut().println(Counts.of(fresh.size(), "box", "boxes") + " drawn, " + (wanted.size() - fresh.size()) + " as before");
      return ExitCode.DONE;
    }
  }

  /// A box is the same wherever it came from.
  private static RegionRow place(RegionRow row) {
    return new RegionRow(0, row.series(), row.instance(), row.frameFirst(), row.frameLast(), row.x(), row.y(), row.width(), row.height(), "", "");
  }
}

package umbra.workspace.template;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import umbra.catalog.InstanceRow;
import umbra.catalog.finding.Finding;
import umbra.catalog.finding.Findings;
import umbra.catalog.finding.Severity;
import umbra.job.JobContext;
import umbra.workspace.Workspace;
import umbra.workspace.source.SourceFiles;
import umbra.workspace.source.SourcePlace;

/// Suggests the known regions of each image's device. A suggestion is a finding like any other: nothing is black until a person says so,
/// and nothing leaves until a person said something.
public final class TemplateScan {
  /// The detector's name.
  public static final String DETECTOR = "template";
  private static final int PAGE = 500;

  private final Workspace workspace;
  private final SourceFiles files;
  private final Templates templates;
  private final Findings findings;

  public TemplateScan(Workspace workspace, SourceFiles files, Templates templates) {
    this.workspace = workspace;
    this.files = files;
    this.templates = templates;
    this.findings = new Findings(workspace.catalog());
  }

  /// @param looked images whose header was read now
  /// @param suggested boxes
  /// @param unreadable images whose file cannot be read now; they are tried again the next time
  public record Report(long looked, long suggested, long unreadable) {}

  /// What the same templates were held against before is passed over.
  public Report run(JobContext context) {
    var report = new Report(0, 0, 0);
    long total = workspace.catalog().collection().totals().series();
    long done = 0;
    long after = 0;
    for (var page = workspace.catalog().collection().allSeries(after, PAGE); !page.isEmpty(); page = workspace.catalog().collection().allSeries(after, PAGE)) {
      for (var series : page) {
        context.checkCancelled();
        for (var instance : workspace.catalog().collection().instances(series.id())) report = instance(instance, report);
        context.progress(++done, total);
      }
      after = page.getLast().id();
    }
    return report;
  }

  private Report instance(InstanceRow instance, Report before) {
    var version = Optional.of(templates.fingerprint());
    boolean isKnown = !instance.hasPixels() || templates.all().isEmpty() && findings.engine(instance.id(), DETECTOR).isEmpty()
        || findings.engine(instance.id(), DETECTOR).equals(version);
    if (isKnown) return before;
    try (var header = files.openHeader(new SourcePlace(Path.of(instance.path()), instance.member()))) {
      var found = findings(instance, Device.of(header.dataSet()));
      findings.replace(instance.id(), DETECTOR, version, found);
      return new Report(before.looked() + 1, before.suggested() + found.size(), before.unreadable());
    } catch (IOException _) {
      return new Report(before.looked(), before.suggested(), before.unreadable() + 1);
    }
  }

  private List<Finding> findings(InstanceRow instance, Device device) {
    var found = new ArrayList<Finding>();
    for (var template : templates.of(device)) {
      for (var b : template.boxes()) {
        found.add(new Finding("device-region", Severity.SUSPECT, 0, Math.max(0, instance.frames() - 1), b.x(), b.y(), b.width(), b.height(), "", "",
            "devices of this kind burn text in here: " + template.name(), 1));
      }
    }
    return found;
  }
}

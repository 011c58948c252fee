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
import umbra.dicom.DataSet;
import umbra.job.JobContext;
import umbra.pixel.redact.region.Box;
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
      var found = findings(instance, header.dataSet());
      findings.replace(instance.id(), DETECTOR, version, found);
      return new Report(before.looked() + 1, before.suggested() + found.size(), before.unreadable());
    } catch (IOException _) {
      return new Report(before.looked(), before.suggested(), before.unreadable() + 1);
    }
  }

  /// The boxes of a template are equal texts, so that they are accepted or ignored together, in one image or in the whole series.
  private List<Finding> findings(InstanceRow instance, DataSet header) {
    var device = Device.of(header);
    var found = new ArrayList<Finding>();
    for (var template : templates.of(header)) {
      var boxes = template.within(device.columns(), device.rows());
      var name = "Template of this device: " + template.name() + (boxes.size() == 1 ? ", 1 box" : ", " + boxes.size() + " boxes");
      for (var b : boxes) {
        if (found.stream().anyMatch(f -> holds(f, b))) continue;
        found.removeIf(f -> holds(b, f));
        found.add(new Finding("device-region", Severity.SUSPECT, 0, Math.max(0, instance.frames() - 1), b.x(), b.y(), b.width(), b.height(), "", name,
            "devices of this kind burn text in here" + (template.source().isEmpty() ? "" : "; source: " + template.source()), 1));
      }
    }
    return found;
  }

  private static boolean holds(Finding f, Box b) {
    return f.x() <= b.x() && f.y() <= b.y() && f.x() + f.width() >= b.right() && f.y() + f.height() >= b.bottom();
  }

  private static boolean holds(Box b, Finding f) {
    return b.x() <= f.x() && b.y() <= f.y() && b.right() >= f.x() + f.width() && b.bottom() >= f.y() + f.height();
  }
}

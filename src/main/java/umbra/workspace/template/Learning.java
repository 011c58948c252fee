package umbra.workspace.template;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import umbra.catalog.InstanceRow;
import umbra.catalog.finding.RegionRow;
import umbra.pixel.redact.region.Box;
import umbra.workspace.curate.Review;
import umbra.workspace.source.SourceFiles;
import umbra.workspace.source.SourcePlace;

/// Makes a template of the boxes of an instance, for all that come from a device of its kind with images of its size.
public final class Learning {
  private final Review review;
  private final SourceFiles files;

  public Learning(Review review, SourceFiles files) {
    this.review = review;
    this.files = files;
  }

  /// The boxes drawn and those of findings to be redacted, of all frames together.
  ///
  /// @return empty if there are no boxes, or the header does not name its device
  /// @throws IOException if the file cannot be read now
  public Optional<Template> learn(InstanceRow instance, String name) throws IOException {
    try (var header = files.openHeader(new SourcePlace(Path.of(instance.path()), instance.member()))) {
      var device = Device.of(header.dataSet());
      var boxes = new LinkedHashSet<Box>();
      for (RegionRow row : review.boxes(instance.seriesId(), instance.id())) {
        new Box(row.x(), row.y(), row.width(), row.height()).within(device.columns(), device.rows()).ifPresent(boxes::add);
      }
      return boxes.isEmpty() || !device.isNamed() ? Optional.empty() : Optional.of(new Template(name, "", device, Fit.EXACT, List.copyOf(boxes)));
    }
  }

  /// Adds a template to a file, in the place of one for the same device; the file is made if it is not there.
  public static void keep(Template learned, Path file) throws IOException {
    var all = new ArrayList<Template>();
    if (Files.exists(file)) all.addAll(TemplateFile.read(file));
    else Files.createDirectories(file.toAbsolutePath().getParent());
    all.removeIf(t -> t.device().equals(learned.device()) && t.fit().equals(learned.fit()));
    all.add(learned);
    TemplateFile.write(file, all);
  }
}

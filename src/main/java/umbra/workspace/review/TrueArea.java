package umbra.workspace.review;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import umbra.catalog.InstanceRow;
import umbra.catalog.finding.RegionRow;
import umbra.pixel.redact.Redaction;
import umbra.pixel.redact.RedactionChoice;
import umbra.pixel.redact.RedactionPlan;
import umbra.workspace.curate.Review;
import umbra.workspace.source.SourceFiles;
import umbra.workspace.source.SourcePlace;

/// What boxes will really blacken in an instance: grown to what its codec can cut. Nothing is decoded.
public final class TrueArea {
  private final SourceFiles files;
  private final Redaction redaction;

  public TrueArea(SourceFiles files, Redaction redaction) {
    this.files = files;
    this.redaction = redaction;
  }

  public RedactionPlan of(InstanceRow instance, List<RegionRow> boxes) {
    if (boxes.isEmpty()) return new RedactionPlan.Impossible("there is no box");
    try (var file = files.open(new SourcePlace(Path.of(instance.path()), instance.member()))) {
      return redaction.plan(file, Review.regions(boxes), RedactionChoice.USUAL);
    } catch (IOException _) {
      return new RedactionPlan.Impossible("the file cannot be read now");
    }
  }
}

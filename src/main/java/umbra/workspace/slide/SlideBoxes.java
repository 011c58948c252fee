package umbra.workspace.slide;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import umbra.catalog.InstanceRow;
import umbra.catalog.finding.RegionRow;
import umbra.dicom.DataSet;
import umbra.dicom.Tag;
import umbra.pixel.redact.region.Region;
import umbra.workspace.Workspace;
import umbra.workspace.curate.Review;
import umbra.workspace.source.SourceFiles;
import umbra.workspace.source.SourcePlace;

/// What is blackened on an image of a slide. Label and overview are struck out as a whole unless a person drew boxes on them; what is
/// blackened on one level is blackened on all others and on the thumbnail. For several threads.
public final class SlideBoxes {
  private static final Tag LABEL_IN_IMAGE = Tag.of(0x0048, 0x0010);

  private final Workspace workspace;
  private final SourceFiles files;
  private final Review review;

  public SlideBoxes(Workspace workspace, SourceFiles files, Review review) {
    this.workspace = workspace;
    this.files = files;
    this.review = review;
  }

  /// Instances that show a label and on which nobody drew a box.
  public Set<Long> struckOut(List<InstanceRow> instances) {
    var struck = new HashSet<Long>();
    for (var row : instances) {
      if (!SlideLevel.isSlide(row.sopClassUid())) continue;
      try (var file = files.openHeader(place(row))) {
        if (isStruckOut(row, file.dataSet())) struck.add(row.id());
      } catch (IOException _) {
        // the plan says that it cannot be read
      }
    }
    return struck;
  }

  public boolean isStruckOut(InstanceRow row, DataSet header) {
    var level = SlideLevel.of(header);
    if (level.isEmpty() || !row.hasPixels()) return false;
    boolean showsLabel = level.get().flavour().equals("LABEL") || level.get().flavour().equals("OVERVIEW")
        || !level.get().isVolume() && header.text(LABEL_IN_IMAGE).filter(t -> t.strip().equals("YES")).isPresent();
    return showsLabel && review.regions().ofSeries(row.seriesId()).stream().noneMatch(r -> r.isOn(row.id()));
  }

  /// Whether a struck-out image may say that no label is in it. One of the flavour LABEL or OVERVIEW must say YES (PS3.3 C.8.12.4), whatever it shows.
  public boolean isLabelDenied(InstanceRow row, DataSet header) {
    return isStruckOut(row, header) && SlideLevel.of(header).filter(l -> l.flavour().isEmpty()).isPresent();
  }

  /// All that is to be blackened on an image, frames from 1.
  public List<Region> of(InstanceRow row, DataSet header, List<Region> own) {
    var level = SlideLevel.of(header);
    if (level.isEmpty()) return own;
    if (isStruckOut(row, header)) return List.of(new Region(1, Region.LAST, 0, 0, level.get().tileColumns(), level.get().tileRows()));
    if (!level.get().isVolume()) return own;
    var all = new ArrayList<>(own);
    for (var other : workspace.catalog().collection().instances(row.seriesId())) {
      if (other.id() == row.id() || !SlideLevel.isSlide(other.sopClassUid())) continue;
      var boxes = review.boxes(row.seriesId(), other.id()).stream().filter(b -> b.instance() != 0).toList();
      if (!boxes.isEmpty()) all.addAll(carried(other, boxes, level.get()));
    }
    return List.copyOf(all);
  }

  private List<Region> carried(InstanceRow from, List<RegionRow> boxes, SlideLevel to) {
    try (var file = files.openHeader(place(from))) {
      var level = SlideLevel.of(file.dataSet());
      if (level.isEmpty() || !level.get().isVolume() || !level.get().frameOfReference().equals(to.frameOfReference())) return List.of();
      var regions = new ArrayList<Region>();
      for (var b : boxes) {
        int last = b.frameLast() == 0 ? level.get().offsets().size() : b.frameLast();
        for (var area : level.get().areas(Math.max(1, b.frameFirst()), last, b.x(), b.y(), b.width(), b.height())) regions.addAll(to.regions(area));
      }
      return regions;
    } catch (IOException _) {
      return List.of(); // the level itself cannot leave, and the plan says so
    }
  }

  private static SourcePlace place(InstanceRow row) {
    return new SourcePlace(Path.of(row.path()), row.member());
  }
}

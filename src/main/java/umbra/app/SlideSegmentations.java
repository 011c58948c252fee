package umbra.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import umbra.app.object.slide.SlideContent;
import umbra.app.object.slide.SlideContent.Found;
import umbra.catalog.InstanceRow;
import umbra.catalog.SeriesRow;
import umbra.io.LostSourceException;
import umbra.object.segmentation.SegmentTiles;
import umbra.pixel.Checkpoint;
import umbra.workspace.related.DrawnKind;
import umbra.workspace.related.RelatedObjects;
import umbra.workspace.source.SourceFiles;
import umbra.workspace.source.SourcePlace;

/// The tiled segmentations among the objects that belong over a slide; one that cannot be read is left out.
record SlideSegmentations(RelatedObjects related, SourceFiles files) implements SlideContent.Segmentations {
  @Override
  public List<Found> of(SeriesRow series, List<InstanceRow> rows, Checkpoint checkpoint) {
    var found = new ArrayList<Found>();
    for (var row : related.over(series, rows, checkpoint)) {
      if (DrawnKind.of(row.sopClassUid()).equals(Optional.of(DrawnKind.SEGMENTATION))) tiles(row).ifPresent(t -> found.add(new Found(row, t)));
    }
    return found;
  }

  private Optional<SegmentTiles> tiles(InstanceRow row) {
    try (var file = files.openHeader(new SourcePlace(Path.of(row.path()), row.member()))) {
      return SegmentTiles.of(file.dataSet());
    } catch (IOException | LostSourceException _) {
      return Optional.empty();
    }
  }
}

package umbra.app.object.slide;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import umbra.catalog.InstanceRow;
import umbra.object.segmentation.SegmentTiles;
import umbra.object.slide.SlideViewport;
import umbra.workspace.source.SourcePlace;
import umbra.workspace.stack.Slice;

/// A tiled segmentation over a slide, and which of its segments are seen.
final class SegmentLayer {
  private static final double USUAL_OPACITY = 0.5;

  private final InstanceRow row;
  private final SegmentTiles tiles;
  private final Set<Integer> hidden = new HashSet<>();
  private double opacity = USUAL_OPACITY;

  SegmentLayer(InstanceRow row, SegmentTiles tiles) {
    this.row = row;
    this.tiles = tiles;
  }

  InstanceRow row() {
    return row;
  }

  SegmentTiles tiles() {
    return tiles;
  }

  double opacity() {
    return opacity;
  }

  void setOpacity(double share) {
    opacity = share;
  }

  void setSeen(int segment, boolean seen) {
    if (seen) hidden.remove(segment);
    else hidden.add(segment);
  }

  boolean isSeen(int segment) {
    return !hidden.contains(segment);
  }

  /// Pixels of the largest level of the slide to one of the segmentation.
  private double reduction(SlideStack slide) {
    return (double) slide.levels().getFirst().columns() / tiles.image().columns();
  }

  /// The tiles in view of the segments that are seen.
  ///
  /// @param most no more are looked for
  List<TilePlace> places(SlideStack slide, SlideViewport view, int most) {
    var places = new ArrayList<TilePlace>();
    double reduction = reduction(slide);
    var image = tiles.image();
    var place = new SourcePlace(Path.of(row.path()), row.member());
    var unseen = Set.copyOf(hidden);
    for (var tile : tiles.within(view.left() / reduction, view.top() / reduction, view.right() / reduction, view.bottom() / reduction, unseen, most)) {
      places.add(new TilePlace(new Slice(row.id(), place, tile.frame(), row.frames()), tile.x() * reduction, tile.y() * reduction, (tile.x() + image.tileColumns()) * reduction,
          (tile.y() + image.tileRows()) * reduction, Optional.of(new TilePlace.Wash(tiles.segments(), tile.segment(), unseen, opacity))));
    }
    return places;
  }
}

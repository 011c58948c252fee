package umbra.object.segmentation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import umbra.dicom.DataSet;
import umbra.dicom.Tag;
import umbra.dicom.Tags;
import umbra.object.slide.SlideImage;
import umbra.pixel.place.FunctionalGroups;

/// A segmentation that is tiled as a slide is: which frame shows which part of the Total Pixel Matrix, for which segment
/// (PS3.3 C.7.6.17.3: a full tiling goes through all tiles of one segment after the other).
public final class SegmentTiles {
  private static final Tag TOTAL_COLUMNS = Tag.of(0x0048, 0x0006);
  private static final Tag SEGMENT_IDENTIFICATION = Tag.of(0x0062, 0x000A);
  private static final Tag SEGMENT_NUMBER = Tag.of(0x0062, 0x000B);

  /// A tile of one segment, or of all segments of a label map.
  ///
  /// @param frame index from 0
  /// @param segment its number; 0 in a label map
  /// @param x of its left edge in the Total Pixel Matrix of the segmentation, from 0
  public record Tile(int frame, int segment, int x, int y) {}

  private final SlideImage image;
  private final Segments segments;
  private final int frames;
  /// Of a sparse tiling, by frame; empty for a full one.
  private final int[] segmentOf;

  private SegmentTiles(DataSet d) {
    image = SlideImage.of(d);
    segments = Segments.of(d);
    frames = Math.max(1, d.integer(Tags.NUMBER_OF_FRAMES).orElse(1));
    segmentOf = new int[image.tiles().isFull() ? 0 : frames];
    for (int i = 0; i < segmentOf.length; i++) segmentOf[i] = FunctionalGroups.macro(d, i, SEGMENT_IDENTIFICATION).integer(SEGMENT_NUMBER).orElse(0);
  }

  /// Empty for a segmentation that is not tiled.
  public static Optional<SegmentTiles> of(DataSet d) {
    return d.contains(TOTAL_COLUMNS) ? Optional.of(new SegmentTiles(d)) : Optional.empty();
  }

  /// Its Total Pixel Matrix and tiles.
  public SlideImage image() {
    return image;
  }

  public Segments segments() {
    return segments;
  }

  /// The tiles that touch a part of the matrix; edges in pixels of the segmentation, the lower ones left out.
  public List<Tile> within(double left, double top, double right, double bottom) {
    var found = new ArrayList<Tile>();
    for (var tile : image.tiles().within(left, top, right, bottom)) {
      if (segmentOf.length > 0) found.add(new Tile(tile.frame(), segments.isLabelMap() ? 0 : segmentOf[tile.frame()], tile.x(), tile.y()));
      else for (int s = 0; s < planes(); s++) found.add(new Tile(s * image.tiles().size() + tile.frame(), segments.isLabelMap() ? 0 : segments.parts().get(s).number(), tile.x(), tile.y()));
    }
    return found;
  }

  private int planes() {
    int whole = frames / Math.max(1, image.tiles().size());
    return segments.isLabelMap() ? Math.min(1, whole) : Math.min(whole, segments.parts().size());
  }
}

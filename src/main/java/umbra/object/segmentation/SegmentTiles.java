package umbra.object.segmentation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
    segmentOf = new int[image.tiles().isFull() ? 0 : Math.min(frames, d.items(Tags.PER_FRAME_FUNCTIONAL_GROUPS).size())];
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
  ///
  /// @param hidden segments that are left out; of no matter in a label map
  /// @param most no more are looked for
  public List<Tile> within(double left, double top, double right, double bottom, Set<Integer> hidden, int most) {
    var found = new ArrayList<Tile>();
    var map = image.tiles();
    for (var tile : map.within(left, top, right, bottom, map.isFull() ? most : Integer.MAX_VALUE)) {
      for (int plane = 0; plane < (map.isFull() ? planes() : 1) && found.size() < most; plane++) {
        int segment = segment(plane, tile.frame());
        if (segments.isLabelMap() || !hidden.contains(segment)) found.add(new Tile(plane * map.size() + tile.frame(), segment, tile.x(), tile.y()));
      }
    }
    return found;
  }

  private int segment(int plane, int frame) {
    if (segments.isLabelMap()) return 0;
    return image.tiles().isFull() ? segments.parts().get(plane).number() : segmentOf[frame];
  }

  private int planes() {
    int whole = frames / Math.max(1, image.tiles().size());
    return segments.isLabelMap() ? Math.min(1, whole) : Math.min(whole, segments.parts().size());
  }
}

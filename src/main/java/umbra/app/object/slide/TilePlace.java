package umbra.app.object.slide;

import java.util.Optional;
import java.util.Set;
import umbra.object.segmentation.Segments;
import umbra.pixel.FrameKey;
import umbra.pixel.Raster;
import umbra.pixel.render.Picture;
import umbra.workspace.stack.Slice;

/// A tile that is to be shown.
///
/// @param left edges in pixels of the largest level
/// @param wash of a segmentation that lies over the slide; empty for the slide itself
record TilePlace(Slice slice, double left, double top, double right, double bottom, Optional<Wash> wash) {
  /// How the samples of a segmentation are coloured.
  ///
  /// @param segment of the frame; of no matter in a label map
  /// @param hidden segments that are not to be seen
  /// @param opacity of the strongest colour, 0 to 1
  record Wash(Segments segments, int segment, Set<Integer> hidden, double opacity) {
    Picture picture(Raster raster) {
      var argb = new int[raster.rows() * raster.columns()];
      for (int i = 0; i < argb.length; i++) argb[i] = segments.colour(raster.values().at(i), segment, hidden);
      return new Picture(raster.columns(), raster.rows(), argb);
    }
  }

  /// Of the slide itself.
  TilePlace(Slice slice, double left, double top, double right, double bottom) {
    this(slice, left, top, right, bottom, Optional.empty());
  }

  FrameKey key() {
    return slice.key();
  }
}

package umbra.app.object.slide;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import umbra.app.object.slide.SlideStack.Piece;
import umbra.app.object.slide.SlideViewModel.Painted;
import umbra.object.slide.SlideViewport;
import umbra.pixel.Checkpoint;
import umbra.pixel.render.Picture;
import umbra.workspace.stack.FrameSource;
import umbra.workspace.stack.Slice;

/// All of a small image of a slide, reduced to a small picture.
final class SmallPicture {
  private static final int MOST_TILES = 64;

  private SmallPicture() {}

  /// Empty if it has too many tiles to read, or none that can be decoded.
  ///
  /// @param most pixels across and down
  static Optional<Picture> of(List<Piece> pieces, int most, FrameSource source, Checkpoint checkpoint) {
    if (pieces.stream().mapToInt(p -> p.image().tiles().size()).sum() > MOST_TILES) return Optional.empty();
    var image = pieces.getFirst().image();
    double scale = Math.min(1, (double) most / Math.max(image.columns(), image.rows()));
    int width = (int) Math.max(1, Math.round(image.columns() * scale));
    int height = (int) Math.max(1, Math.round(image.rows() * scale));
    var view = SlideViewport.fit(image.columns(), image.rows(), width, height);
    var painted = new ArrayList<Painted>();
    for (var piece : pieces) {
      for (var tile : piece.image().tiles().within(0, 0, image.columns(), image.rows(), MOST_TILES)) {
        checkpoint.check();
        var slice = new Slice(piece.row().id(), piece.place(), tile.frame(), piece.row().frames());
        try {
          painted.add(new Painted(new TilePlace(slice, tile.x(), tile.y(), tile.x() + image.tileColumns(), tile.y() + image.tileRows()), source.picture(slice, checkpoint)));
        } catch (IOException _) {
          // its place stays empty
        }
      }
    }
    if (painted.isEmpty()) return Optional.empty();
    var argb = new int[width * height];
    SlidePainter.paint(painted, view, argb);
    return Optional.of(new Picture(width, height, argb));
  }
}

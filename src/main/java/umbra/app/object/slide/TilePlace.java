package umbra.app.object.slide;

import umbra.pixel.FrameKey;
import umbra.workspace.stack.Slice;

/// A tile that is to be shown.
///
/// @param left edges in pixels of the largest level
record TilePlace(Slice slice, double left, double top, double right, double bottom) {
  FrameKey key() {
    return slice.key();
  }
}

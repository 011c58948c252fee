package umbra.app.review.box;

import java.util.Optional;
import umbra.pixel.redact.region.Box;

/// One of the eight places by which a box is resized.
///
/// @param across -1 at the left edge, 1 at the right one, 0 in the middle
/// @param down -1 at the top edge, 1 at the bottom one
record Handle(int across, int down) {

  /// That under a point, if any.
  static Optional<Handle> at(Box box, double x, double y, double tolerance) {
    for (int down = -1; down <= 1; down++) {
      for (int across = -1; across <= 1; across++) {
        var handle = new Handle(across, down);
        if ((across != 0 || down != 0) && Math.abs(handle.x(box) - x) <= tolerance && Math.abs(handle.y(box) - y) <= tolerance) return Optional.of(handle);
      }
    }
    return Optional.empty();
  }

  double x(Box box) {
    return box.x() + (across + 1) * box.width() / 2.0;
  }

  double y(Box box) {
    return box.y() + (down + 1) * box.height() / 2.0;
  }

  /// The box with this edge or corner at a point inside the image.
  Box drag(Box box, double x, double y, int columns, int rows) {
    double left = across < 0 ? x : box.x();
    double right = across > 0 ? x : box.right();
    double top = down < 0 ? y : box.y();
    double bottom = down > 0 ? y : box.bottom();
    return between(left, top, right, bottom, columns, rows);
  }

  /// The pixels that a rectangle between two points touches, within the image; at least one.
  static Box between(double x1, double y1, double x2, double y2, int columns, int rows) {
    int left = (int) Math.clamp(Math.floor(Math.min(x1, x2)), 0, columns - 1);
    int top = (int) Math.clamp(Math.floor(Math.min(y1, y2)), 0, rows - 1);
    int right = (int) Math.clamp(Math.ceil(Math.max(x1, x2)), left + 1, columns);
    int bottom = (int) Math.clamp(Math.ceil(Math.max(y1, y2)), top + 1, rows);
    return new Box(left, top, right - left, bottom - top);
  }
}

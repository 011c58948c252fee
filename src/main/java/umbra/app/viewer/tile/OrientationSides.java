package umbra.app.viewer.tile;

import umbra.pixel.view.ViewTransform;
import umbra.workspace.stack.Orientation;

/// The patient's sides at the edges of the screen.
record OrientationSides(String left, String right, String top, String bottom) {

  static OrientationSides of(Orientation stored, ViewTransform view) {
    var right = towards(stored, view, 1, 0);
    var bottom = towards(stored, view, 0, 1);
    return new OrientationSides(Orientation.opposite(right), right, Orientation.opposite(bottom), bottom);
  }

  /// The letters in a direction of the screen.
  private static String towards(Orientation stored, ViewTransform view, double dx, double dy) {
    var from = view.toImage(0, 0);
    var to = view.toImage(dx, dy);
    double x = to.x() - from.x();
    double y = to.y() - from.y();
    if (Math.abs(x) > Math.abs(y)) return x > 0 ? stored.right() : Orientation.opposite(stored.right());
    return y > 0 ? stored.down() : Orientation.opposite(stored.down());
  }
}

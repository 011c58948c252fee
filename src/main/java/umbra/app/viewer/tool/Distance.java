package umbra.app.viewer.tool;

import java.util.List;
import umbra.pixel.view.ViewTransform.Point;
import umbra.workspace.stack.Spacing;

/// How long a line is.
///
/// @param length in millimetres, or in pixels where no spacing is known
/// @param attribute which attribute the spacing came from; empty for pixels
record Distance(double length, String attribute) {

  /// @param spacings the best first; one that does not hold for the whole line is passed over
  static Distance of(Point from, Point to, List<Spacing> spacings) {
    for (var s : spacings) {
      if (s.holdsFor(from.x(), from.y(), to.x(), to.y())) return new Distance(s.millimetres(from.x(), from.y(), to.x(), to.y()), s.attribute());
    }
    return new Distance(from.distance(to), "");
  }

  @Override
  public String toString() {
    return attribute.isEmpty() ? String.format("%.0f px", length) : String.format("%.1f mm  %s", length, attribute);
  }
}

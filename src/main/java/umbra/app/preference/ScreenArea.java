package umbra.app.preference;

/// The part of a screen that windows may cover, in the points of the toolkit.
public record ScreenArea(double x, double y, double width, double height) {
  double shared(WindowState window) {
    return Math.max(0, Math.min(x + width, window.x() + window.width()) - Math.max(x, window.x()))
        * Math.max(0, Math.min(y + height, window.y() + window.height()) - Math.max(y, window.y()));
  }
}

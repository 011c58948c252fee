package umbra.object.slide;

/// Which part of a slide is looked at, in pixels of its largest level.
///
/// @param centerX in the middle of the viewport
/// @param scale screen pixels to one of the largest level
/// @param width of the viewport in screen pixels; at least 1
public record SlideViewport(int columns, int rows, double centerX, double centerY, double scale, int width, int height) {
  /// The largest scale.
  public static final double MOST = 8;

  public SlideViewport {
    width = Math.max(1, width);
    height = Math.max(1, height);
  }

  /// All of it.
  public static SlideViewport fit(int columns, int rows, int width, int height) {
    return new SlideViewport(columns, rows, columns / 2.0, rows / 2.0, fitting(columns, rows, width, height), width, height);
  }

  private static double fitting(int columns, int rows, int width, int height) {
    return Math.min((double) Math.max(1, width) / columns, (double) Math.max(1, height) / rows);
  }

  public double left() {
    return centerX - width / scale / 2;
  }

  public double top() {
    return centerY - height / scale / 2;
  }

  public double right() {
    return centerX + width / scale / 2;
  }

  public double bottom() {
    return centerY + height / scale / 2;
  }

  /// Moved with the hand; the middle stays on the slide.
  public SlideViewport panned(double dx, double dy) {
    return at(centerX - dx / scale, centerY - dy / scale);
  }

  public SlideViewport at(double x, double y) {
    return new SlideViewport(columns, rows, Math.clamp(x, 0, columns), Math.clamp(y, 0, rows), scale, width, height);
  }

  /// Larger by a factor, with the point under (x, y) of the viewport where it was; from half of the fitted size to 8 screen pixels a pixel.
  public SlideViewport zoomed(double factor, double x, double y) {
    double least = fitting(columns, rows, width, height) / 2;
    double next = Math.clamp(scale * factor, Math.min(least, MOST), MOST);
    double keptX = left() + x / scale;
    double keptY = top() + y / scale;
    return new SlideViewport(columns, rows, centerX, centerY, next, width, height).at(keptX - (x - width / 2.0) / next, keptY - (y - height / 2.0) / next);
  }

  /// For a viewport of another size: the same middle and scale.
  public SlideViewport inView(int newWidth, int newHeight) {
    return new SlideViewport(columns, rows, centerX, centerY, scale, newWidth, newHeight);
  }
}

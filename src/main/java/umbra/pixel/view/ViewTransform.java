package umbra.pixel.view;

/// Where an image lies in a viewport.
///
/// Image coordinates are those of stored pixels: x to the right and y down from the top left corner, pixel (0, 0) covering
/// 0 to 1 on both axes. View coordinates are screen pixels from the top left of the viewport. The image's corner always
/// falls on a whole screen pixel, so that at scale 1 each pixel is one of the screen.
///
/// @param aspect height of a pixel divided by its width
/// @param turns quarter turns clockwise, 0 to 3, after flipping
/// @param flipped left and right of the stored image are exchanged
/// @param scale screen pixels to the width of an image pixel
/// @param centerX image coordinate in the middle of the viewport
/// @param fitted the whole image fills the viewport, whatever its size becomes
public record ViewTransform(int columns, int rows, double aspect, int viewWidth, int viewHeight, int turns, boolean flipped, double scale, double centerX,
    double centerY, boolean fitted) {
  public static final double MOST = 64;
  public static final double LEAST = 1.0 / 64;

  /// A point of either space.
  public record Point(double x, double y) {
    public double distance(Point other) {
      return Math.hypot(x - other.x, y - other.y);
    }
  }

  public ViewTransform {
    if (columns < 1 || rows < 1 || viewWidth < 1 || viewHeight < 1) throw new IllegalArgumentException("nothing to show, or nowhere");
    if (!(aspect > 0.02 && aspect < 50)) aspect = 1;
    turns &= 3;
  }

  /// The whole image in the viewport, neither turned nor flipped.
  public static ViewTransform fit(int columns, int rows, double aspect, int viewWidth, int viewHeight) {
    return new ViewTransform(columns, rows, aspect, Math.max(1, viewWidth), Math.max(1, viewHeight), 0, false, 1, 0, 0, true).fit();
  }

  public ViewTransform fit() {
    double wide = turns % 2 == 0 ? columns : rows * aspect;
    double high = turns % 2 == 0 ? rows * aspect : columns;
    double fit = Math.min(viewWidth / wide, viewHeight / high);
    return new ViewTransform(columns, rows, aspect, viewWidth, viewHeight, turns, flipped, Math.min(fit, MOST), columns / 2.0, rows / 2.0, true);
  }

  /// One stored pixel on one screen pixel, around the same middle.
  public ViewTransform actualSize() {
    return scaled(1, centerX, centerY);
  }

  private ViewTransform scaled(double newScale, double x, double y) {
    return new ViewTransform(columns, rows, aspect, viewWidth, viewHeight, turns, flipped, Math.max(LEAST, Math.min(newScale, MOST)), x, y, false);
  }

  /// Larger by a factor, with the point under (viewX, viewY) where it was.
  public ViewTransform zoomed(double factor, double viewX, double viewY) {
    var kept = toImage(viewX, viewY);
    var larger = scaled(scale * factor, centerX, centerY);
    var moved = larger.toImage(viewX, viewY);
    return larger.scaled(larger.scale, centerX + kept.x() - moved.x(), centerY + kept.y() - moved.y());
  }

  /// Moved with the hand.
  public ViewTransform panned(double viewDx, double viewDy) {
    var d = unturned(viewDx, viewDy);
    return scaled(scale, centerX - d.x(), centerY - d.y());
  }

  /// Turned clockwise as seen on the screen.
  public ViewTransform turned(int quarters) {
    return oriented(turns + quarters, flipped);
  }

  /// Left and right exchanged as seen on the screen.
  public ViewTransform flippedHorizontally() {
    return oriented(-turns, !flipped);
  }

  /// Top and bottom exchanged as seen on the screen.
  public ViewTransform flippedVertically() {
    return oriented(2 - turns, !flipped);
  }

  private ViewTransform oriented(int newTurns, boolean newFlipped) {
    var changed = new ViewTransform(columns, rows, aspect, viewWidth, viewHeight, newTurns, newFlipped, scale, centerX, centerY, fitted);
    return fitted ? changed.fit() : changed;
  }

  /// For a viewport of another size.
  public ViewTransform inView(int width, int height) {
    if (width == viewWidth && height == viewHeight || width < 1 || height < 1) return this;
    var changed = new ViewTransform(columns, rows, aspect, width, height, turns, flipped, scale, centerX, centerY, fitted);
    return fitted ? changed.fit() : changed;
  }

  /// For an image of another size: the same part of it, as large on the screen.
  public ViewTransform ofImage(int newColumns, int newRows, double newAspect) {
    if (newColumns == columns && newRows == rows && newAspect == aspect) return this;
    double ratio = (double) columns / newColumns;
    var changed = new ViewTransform(newColumns, newRows, newAspect, viewWidth, viewHeight, turns, flipped, scale * ratio, centerX / ratio,
        centerY * newRows / rows, fitted);
    return fitted ? changed.fit() : changed;
  }

  /// The same in logical pixels, of which each is `ratio` pixels of the screen wide.
  public ViewTransform logical(double ratio) {
    if (ratio == 1) return this;
    return new ViewTransform(columns, rows, aspect, (int) Math.round(viewWidth / ratio), (int) Math.round(viewHeight / ratio), turns, flipped, scale / ratio,
        centerX, centerY, false);
  }

  public Point toView(double x, double y) {
    double dx = flipped ? -x * scale : x * scale;
    double dy = y * scale * aspect;
    return new Point(originX() + turnedX(dx, dy), originY() + turnedY(dx, dy));
  }

  public Point toImage(double viewX, double viewY) {
    return unturned(viewX - originX(), viewY - originY());
  }

  /// Screen x of the image's stored top left corner: a whole number.
  double originX() {
    return Math.round(viewWidth / 2.0 - turnedX(flipped ? -centerX * scale : centerX * scale, centerY * scale * aspect));
  }

  double originY() {
    return Math.round(viewHeight / 2.0 - turnedY(flipped ? -centerX * scale : centerX * scale, centerY * scale * aspect));
  }

  private double turnedX(double dx, double dy) {
    return switch (turns) {
      case 0 -> dx;
      case 1 -> -dy;
      case 2 -> -dx;
      default -> dy;
    };
  }

  private double turnedY(double dx, double dy) {
    return switch (turns) {
      case 0 -> dy;
      case 1 -> dx;
      case 2 -> -dy;
      default -> -dx;
    };
  }

  /// From a vector on the screen to one in the image.
  private Point unturned(double vx, double vy) {
    double dx = switch (turns) {
      case 0 -> vx;
      case 1 -> vy;
      case 2 -> -vx;
      default -> -vy;
    };
    double dy = switch (turns) {
      case 0 -> vy;
      case 1 -> -vx;
      case 2 -> -vy;
      default -> vx;
    };
    return new Point((flipped ? -dx : dx) / scale, dy / (scale * aspect));
  }
}

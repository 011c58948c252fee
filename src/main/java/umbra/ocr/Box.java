package umbra.ocr;

/// A rectangle of whole pixels.
///
/// @param x left column from 0
/// @param y top row from 0
/// @param width at least 1
/// @param height at least 1
public record Box(int x, int y, int width, int height) {
  public Box {
    if (width < 1 || height < 1) throw new IllegalArgumentException("box without area");
  }

  /// The box that reaches from one corner up to, but not into, the other.
  public static Box between(int left, int top, int right, int bottom) {
    return new Box(left, top, right - left, bottom - top);
  }

  /// First column to the right of the box.
  public int right() {
    return x + width;
  }

  /// First row below the box.
  public int bottom() {
    return y + height;
  }

  public long area() {
    return (long) width * height;
  }

  /// Pixels that both boxes hold.
  public long shared(Box other) {
    long w = Math.min(right(), other.right()) - Math.max(x, other.x);
    long h = Math.min(bottom(), other.bottom()) - Math.max(y, other.y);
    return w > 0 && h > 0 ? w * h : 0;
  }

  /// The smallest box that holds both.
  public Box union(Box other) {
    return between(Math.min(x, other.x), Math.min(y, other.y), Math.max(right(), other.right()), Math.max(bottom(), other.bottom()));
  }

  /// Wider by as many pixels on all sides, cut to a picture of that size. A box outside is moved to the edge.
  public Box grown(int by, int pictureWidth, int pictureHeight) {
    int left = Math.clamp(x - by, 0, pictureWidth - 1);
    int top = Math.clamp(y - by, 0, pictureHeight - 1);
    return between(left, top, Math.clamp(right() + by, left + 1, pictureWidth), Math.clamp(bottom() + by, top + 1, pictureHeight));
  }

  public Box moved(int dx, int dy) {
    return new Box(x + dx, y + dy, width, height);
  }

  @Override
  public String toString() {
    return width + "x" + height + "+" + x + "+" + y;
  }
}

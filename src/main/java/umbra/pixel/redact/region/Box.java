package umbra.pixel.redact.region;

import java.util.Optional;

/// A rectangle of pixels, counted from 0 at the top left corner of the stored frame; it may stick out of the frame.
public record Box(int x, int y, int width, int height) {
  public Box {
    if (width < 1 || height < 1) throw new IllegalArgumentException("an empty box");
  }

  /// Column of the first pixel to the right of it.
  public int right() {
    return Math.addExact(x, width);
  }

  /// Row of the first pixel below it.
  public int bottom() {
    return Math.addExact(y, height);
  }

  public boolean touches(Box other) {
    return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
  }

  public boolean holds(Box other) {
    return x <= other.x && y <= other.y && other.right() <= right() && other.bottom() <= bottom();
  }

  /// The part of it that is inside an image; empty if there is none.
  public Optional<Box> within(int columns, int rows) {
    long right = Math.min((long) x + width, columns);
    long bottom = Math.min((long) y + height, rows);
    int left = Math.max(0, x);
    int top = Math.max(0, y);
    return left < right && top < bottom ? Optional.of(new Box(left, top, (int) right - left, (int) bottom - top)) : Optional.empty();
  }

  /// The whole cells of a codec that it touches, as far as they are inside the image. It has to be within the image itself.
  public Box grown(Cell cell, int columns, int rows) {
    int left = Math.max(0, x - cell.reachX()) / cell.width() * cell.width();
    int top = Math.max(0, y - cell.reachY()) / cell.height() * cell.height();
    int right = Math.min(columns, roundUp(right() + cell.reachX(), cell.width()));
    int bottom = Math.min(rows, roundUp(bottom() + cell.reachY(), cell.height()));
    return new Box(left, top, right - left, bottom - top);
  }

  private static int roundUp(int value, int to) {
    return (value + to - 1) / to * to;
  }
}

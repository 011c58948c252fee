package umbra.object.drawing;

import java.util.List;
import java.util.Optional;

/// What is drawn on one frame, in coordinates of its stored pixels: pixel (0, 0) covers 0 to 1.
///
/// @param cover what is laid opaque over the frame, such as a shutter; `wash` shines through
public record Drawing(List<Line> lines, List<Caption> captions, Optional<Wash> wash, Optional<Wash> cover) {
  public static final Drawing EMPTY = new Drawing(List.of(), List.of(), Optional.empty(), Optional.empty());

  public record Point(double x, double y) {}

  /// @param points x, y, x, y and so on
  /// @param part number of the part it belongs to
  public record Line(int part, double[] points, boolean closed, boolean filled, int rgb) {
    public int size() {
      return points.length / 2;
    }

    /// Whether a point lies inside, by the even-odd rule; never inside an open line.
    public boolean contains(double x, double y) {
      if (!closed) return false;
      boolean inside = false;
      for (int i = 0, j = points.length - 2; i < points.length; j = i, i += 2) {
        if (points[i + 1] > y != points[j + 1] > y && x < (points[j] - points[i]) * (y - points[i + 1]) / (points[j + 1] - points[i + 1]) + points[i]) inside = !inside;
      }
      return inside;
    }
  }

  /// Text at a point.
  public record Caption(int part, String text, double x, double y, int rgb) {}

  /// Colour on each pixel of the frame.
  ///
  /// @param argb row by row from the top left corner, not premultiplied; shared, not copied
  public record Wash(int width, int height, int[] argb) {
    public Wash {
      if ((long) width * height != argb.length) throw new IllegalArgumentException("pixels do not fill the wash");
    }
  }

  public Drawing {
    lines = List.copyOf(lines);
    captions = List.copyOf(captions);
  }

  public static Drawing of(List<Line> lines, List<Caption> captions) {
    return new Drawing(lines, captions, Optional.empty(), Optional.empty());
  }

  public boolean isEmpty() {
    return lines.isEmpty() && captions.isEmpty() && wash.isEmpty() && cover.isEmpty();
  }
}

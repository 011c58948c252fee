package umbra.workspace.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import umbra.dicom.DataSet;
import umbra.dicom.Tag;
import umbra.pixel.redact.region.Box;

/// The part of an ultrasound image that is kept when all around it goes: a polygon, mostly of four corners.
///
/// @param corners in stored pixels, in their order around it
public record Fan(List<Corner> corners) {
  private static final Tag REGIONS = Tag.of(0x0018, 0x6011);
  private static final Tag MIN_X = Tag.of(0x0018, 0x6018);
  private static final Tag MIN_Y = Tag.of(0x0018, 0x601A);
  private static final Tag MAX_X = Tag.of(0x0018, 0x601C);
  private static final Tag MAX_Y = Tag.of(0x0018, 0x601E);
  private static final int BLOCK = 8;
  private static final int MOST_STRIPS = 96;

  public record Corner(double x, double y) {}

  public Fan {
    corners = List.copyOf(corners);
    if (corners.size() < 3) throw new IllegalArgumentException("a fan has three corners or more");
  }

  public static Fan of(Box box) {
    return new Fan(List.of(new Corner(box.x(), box.y()), new Corner(box.right(), box.y()), new Corner(box.right(), box.bottom()), new Corner(box.x(), box.bottom())));
  }

  public Fan moved(int corner, double x, double y) {
    var other = new ArrayList<>(corners);
    other.set(corner, new Corner(x, y));
    return new Fan(other);
  }

  /// What the header says is image: the rectangle around all Sequence of Ultrasound Regions (PS3.3 C.8.5.5).
  public static Optional<Fan> stated(DataSet header) {
    int left = Integer.MAX_VALUE;
    int top = Integer.MAX_VALUE;
    int right = -1;
    int bottom = -1;
    for (var item : header.items(REGIONS)) {
      if (item.integer(MIN_X).isEmpty() || item.integer(MIN_Y).isEmpty() || item.integer(MAX_X).isEmpty() || item.integer(MAX_Y).isEmpty()) continue;
      left = Math.min(left, item.integer(MIN_X).getAsInt());
      top = Math.min(top, item.integer(MIN_Y).getAsInt());
      right = Math.max(right, item.integer(MAX_X).getAsInt());
      bottom = Math.max(bottom, item.integer(MAX_Y).getAsInt());
    }
    return right <= left || bottom <= top ? Optional.empty() : Optional.of(of(new Box(left, top, right - left + 1, bottom - top + 1)));
  }

  /// All around it as boxes: above, below, and strips left and right. No pixel of the polygon is in one; along a slanted edge, triangles no higher
  /// than a strip are left.
  public List<Box> outside(int columns, int rows) {
    int strip = Math.max(BLOCK, (rows / MOST_STRIPS + BLOCK - 1) / BLOCK * BLOCK);
    var boxes = new ArrayList<Box>();
    for (int y = 0; y < rows; y += strip) {
      int high = Math.min(strip, rows - y);
      double least = Double.MAX_VALUE;
      double most = -Double.MAX_VALUE;
      for (int i = 0; i < corners.size(); i++) {
        var a = corners.get(i);
        var b = corners.get((i + 1) % corners.size());
        for (double x : crossing(a, b, y, y + high)) {
          least = Math.min(least, x);
          most = Math.max(most, x);
        }
      }
      int left = (int) Math.clamp(Math.floor(least), 0, columns);
      int right = (int) Math.clamp(Math.ceil(most), 0, columns);
      if (left >= right) add(boxes, 0, y, columns, high);
      else {
        if (left > 0) add(boxes, 0, y, left, high);
        if (right < columns) add(boxes, right, y, columns - right, high);
      }
    }
    return List.copyOf(boxes);
  }

  /// Where an edge is leftmost and rightmost between two heights; nothing if it is not there.
  private static double[] crossing(Corner a, Corner b, double top, double bottom) {
    double low = Math.max(top, Math.min(a.y(), b.y()));
    double high = Math.min(bottom, Math.max(a.y(), b.y()));
    if (low > high || low >= bottom || high <= top) return new double[0];
    if (a.y() == b.y()) return new double[] {a.x(), b.x()};
    double slope = (b.x() - a.x()) / (b.y() - a.y());
    return new double[] {a.x() + (low - a.y()) * slope, a.x() + (high - a.y()) * slope};
  }

  /// Strips of the same width become one.
  private static void add(List<Box> boxes, int x, int y, int width, int height) {
    for (int i = 0; i < boxes.size(); i++) {
      var above = boxes.get(i);
      if (above.x() == x && above.width() == width && above.bottom() == y) {
        boxes.set(i, new Box(x, above.y(), width, above.height() + height));
        return;
      }
    }
    boxes.add(new Box(x, y, width, height));
  }
}

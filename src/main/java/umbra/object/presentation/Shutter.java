package umbra.object.presentation;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import umbra.dicom.DataSet;
import umbra.dicom.Numbers;
import umbra.dicom.Tag;
import umbra.object.drawing.Drawing.Line;
import umbra.object.drawing.Drawing.Wash;

/// The Display Shutter (PS3.3 C.7.6.11): what lies outside of all its shapes is covered.
final class Shutter {
  private static final Tag SHAPE = Tag.of(0x0018, 0x1600);
  private static final Tag CENTER = Tag.of(0x0018, 0x1610);
  private static final Tag RADIUS = Tag.of(0x0018, 0x1612);
  private static final Tag VERTICES = Tag.of(0x0018, 0x1620);
  private static final int BLACK = 0xFF00_0000;

  private final List<String> shapes;
  /// Left, right, upper and lower edge; row, column and radius of the circle: columns and rows from 1.
  private final double[] edges;
  private final Line polygon;

  private Shutter(DataSet d, List<String> shapes) {
    this.shapes = shapes;
    this.edges = new double[] {edge(d, 0x1602, 0), edge(d, 0x1604, Integer.MAX_VALUE), edge(d, 0x1606, 0), edge(d, 0x1608, Integer.MAX_VALUE), d.decimal(CENTER, 0).orElse(0),
      d.decimal(CENTER, 1).orElse(0), d.decimal(RADIUS, 0).orElse(0)};
    this.polygon = polygon(d);
  }

  static Optional<Shutter> of(DataSet d) {
    var shapes = d.texts(SHAPE).stream().filter(s -> List.of("RECTANGULAR", "CIRCULAR", "POLYGONAL").contains(s)).toList();
    return shapes.isEmpty() ? Optional.empty() : Optional.of(new Shutter(d, shapes));
  }

  String shapes() {
    return String.join(", ", shapes).toLowerCase(Locale.ROOT);
  }

  Wash cover(int columns, int rows) {
    var argb = new int[columns * rows];
    for (int y = 0; y < rows; y++) {
      for (int x = 0; x < columns; x++) if (!isOpen(x + 1, y + 1)) argb[y * columns + x] = BLACK;
    }
    return new Wash(columns, rows, argb);
  }

  private boolean isOpen(int column, int row) {
    for (var shape : shapes) {
      boolean open = switch (shape) {
        case "RECTANGULAR" -> column >= edges[0] && column <= edges[1] && row >= edges[2] && row <= edges[3];
        case "CIRCULAR" -> Math.hypot(row - edges[4], column - edges[5]) <= edges[6];
        default -> polygon.contains(column, row);
      };
      if (!open) return false;
    }
    return true;
  }

  private static double edge(DataSet d, int element, double missing) {
    return d.decimal(Tag.of(0x0018, element), 0).orElse(missing);
  }

  /// Vertices are row and column, from 1.
  private static Line polygon(DataSet d) {
    var element = d.find(VERTICES);
    int count = (int) (element.isPresent() ? Numbers.count(element.get()) / 2 * 2 : 0);
    var xy = new double[count];
    for (int i = 0; i < count; i += 2) {
      xy[i] = Numbers.decimal(element.get(), i + 1).orElse(0);
      xy[i + 1] = Numbers.decimal(element.get(), i).orElse(0);
    }
    return new Line(0, xy, true, false, 0);
  }
}

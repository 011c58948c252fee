package umbra.object.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import umbra.object.drawing.Drawing.Line;

/// Graphic types of presentation states and reports (PS3.3 C.10.5.1.2, C.18.6.1.2) as lines.
public final class Shapes {
  private static final int SIDES = 72;
  private static final double CROSS = 4;

  private Shapes() {}

  /// What has too few coordinates for its type is drawn as the points it has; a curve between points as a line.
  ///
  /// @param xy x, y, x, y and so on, in pixels
  public static List<Line> of(int part, String graphicType, double[] xy, boolean filled, int rgb) {
    int points = xy.length / 2;
    var type = graphicType.toUpperCase(Locale.ROOT);
    if (points < 2 || type.equals("POINT") || type.equals("MULTIPOINT") || type.equals("ELLIPSOID")) return crosses(part, xy, rgb);
    if (type.equals("CIRCLE")) {
      double radius = Math.hypot(xy[2] - xy[0], xy[3] - xy[1]);
      return List.of(new Line(part, ellipse(xy[0], xy[1], radius, 0, radius), true, filled, rgb));
    }
    if (type.equals("ELLIPSE") && points >= 4) {
      double major = Math.hypot(xy[2] - xy[0], xy[3] - xy[1]) / 2;
      double minor = Math.hypot(xy[6] - xy[4], xy[7] - xy[5]) / 2;
      double turn = Math.atan2(xy[3] - xy[1], xy[2] - xy[0]);
      return List.of(new Line(part, ellipse((xy[0] + xy[2]) / 2, (xy[1] + xy[3]) / 2, major, turn, minor), true, filled, rgb));
    }
    boolean back = points > 2 && xy[0] == xy[2 * points - 2] && xy[1] == xy[2 * points - 1];
    boolean closed = back || type.equals("POLYGON") || type.equals("RECTANGLE");
    return List.of(new Line(part, java.util.Arrays.copyOf(xy, 2 * points), closed, filled && closed, rgb));
  }

  private static double[] ellipse(double x, double y, double major, double turn, double minor) {
    var xy = new double[2 * SIDES];
    for (int i = 0; i < SIDES; i++) {
      double a = 2 * Math.PI * i / SIDES;
      double u = major * Math.cos(a);
      double v = minor * Math.sin(a);
      xy[2 * i] = x + u * Math.cos(turn) - v * Math.sin(turn);
      xy[2 * i + 1] = y + u * Math.sin(turn) + v * Math.cos(turn);
    }
    return xy;
  }

  private static List<Line> crosses(int part, double[] xy, int rgb) {
    var lines = new ArrayList<Line>();
    for (int i = 0; i + 1 < xy.length; i += 2) {
      lines.add(new Line(part, new double[] {xy[i] - CROSS, xy[i + 1], xy[i] + CROSS, xy[i + 1]}, false, false, rgb));
      lines.add(new Line(part, new double[] {xy[i], xy[i + 1] - CROSS, xy[i], xy[i + 1] + CROSS}, false, false, rgb));
    }
    return lines;
  }
}

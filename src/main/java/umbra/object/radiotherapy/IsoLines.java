package umbra.object.radiotherapy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Lines of equal value through a field of samples, joined to as few as there are.
final class IsoLines {
  /// @param points x, y and so on, in pixels: the sample (0, 0) is at (0.5, 0.5)
  record Line(double[] points, boolean closed) {}

  private final float[] field;
  private final int width;
  private final double level;
  /// The edges that each edge is joined to; -1 for none.
  private final Map<Integer, int[]> joined = new HashMap<>();

  private IsoLines(float[] field, int width, double level) {
    this.field = field;
    this.width = width;
    this.level = level;
  }

  /// @param field row by row, without NaN
  static List<Line> of(float[] field, int width, int height, double level) {
    var lines = new IsoLines(field, width, level);
    for (int y = 0; y + 1 < height; y++) for (int x = 0; x + 1 < width; x++) lines.cell(x, y);
    return lines.trace();
  }

  /// Edges are numbered: twice the sample at their upper left end, one more if they go down.
  private void cell(int x, int y) {
    int at = y * width + x;
    int kind = (above(at) ? 1 : 0) | (above(at + 1) ? 2 : 0) | (above(at + width + 1) ? 4 : 0) | (above(at + width) ? 8 : 0);
    int top = 2 * at;
    int left = 2 * at + 1;
    int right = 2 * (at + 1) + 1;
    int bottom = 2 * (at + width);
    switch (kind) {
      case 1, 14 -> join(left, top);
      case 2, 13 -> join(top, right);
      case 4, 11 -> join(right, bottom);
      case 8, 7 -> join(bottom, left);
      case 3, 12 -> join(left, right);
      case 6, 9 -> join(top, bottom);
      case 5 -> {
        join(left, top);
        join(right, bottom);
      }
      case 10 -> {
        join(top, right);
        join(bottom, left);
      }
      default -> {}
    }
  }

  private boolean above(int at) {
    return field[at] >= level;
  }

  private void join(int a, int b) {
    add(a, b);
    add(b, a);
  }

  private void add(int from, int to) {
    var others = joined.computeIfAbsent(from, _ -> new int[] {-1, -1});
    others[others[0] < 0 ? 0 : 1] = to;
  }

  private List<Line> trace() {
    var lines = new ArrayList<Line>();
    for (var open : List.of(true, false)) {
      for (var start : List.copyOf(joined.keySet())) {
        var others = joined.get(start);
        if (others != null && (!open || others[1] < 0)) lines.add(line(start));
      }
    }
    return lines;
  }

  private Line line(int start) {
    var edges = new ArrayList<Integer>();
    int at = start;
    int before = -1;
    while (at >= 0) {
      var others = joined.remove(at);
      if (others == null) return new Line(points(edges), true); // back at the start
      edges.add(at);
      int next = others[0] == before ? others[1] : others[0];
      before = at;
      at = next;
    }
    return new Line(points(edges), false);
  }

  private double[] points(List<Integer> edges) {
    var points = new double[2 * edges.size()];
    for (int i = 0; i < edges.size(); i++) {
      int sample = edges.get(i) / 2;
      boolean down = edges.get(i) % 2 == 1;
      double a = field[sample];
      double b = field[down ? sample + width : sample + 1];
      double share = a == b ? 0.5 : (level - a) / (b - a);
      points[2 * i] = sample % width + 0.5 + (down ? 0 : share);
      points[2 * i + 1] = sample / width + 0.5 + (down ? share : 0);
    }
    return points;
  }
}

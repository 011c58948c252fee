package umbra.ocr.detect;

import java.util.ArrayList;
import java.util.List;
import umbra.ocr.Box;

/// What the network says of each pixel it saw, and the boxes in it: connected pixels above a threshold, grown to whole letters.
final class ProbabilityMap {
  /// The map is nearly binary: values from 0.12 to 0.3 find the same.
  private static final float INK = 0.2f;
  private static final float LEAST_MEAN = 0.3f;
  private static final int LEAST_SIDE = 2;
  private static final int LEAST_PIXELS = 6;
  /// The network is taught to answer with shrunken lines (DBNet, "unclip").
  private static final double GROWTH = 1.8;

  private final float[] values;
  private final int width;
  private final int height;

  ProbabilityMap(float[] values, int width, int height) {
    this.values = values;
    this.width = width;
    this.height = height;
  }

  /// Boxes in pixels of the map, not yet cut to it.
  List<Candidate> candidates() {
    var found = new ArrayList<Candidate>();
    var seen = new boolean[values.length];
    var stack = new int[256];
    for (int start = 0; start < values.length; start++) {
      if (seen[start] || values[start] <= INK) continue;
      int depth = 0;
      stack[depth++] = start;
      seen[start] = true;
      int left = width;
      int right = 0;
      int top = height;
      int bottom = 0;
      int pixels = 0;
      double sum = 0;
      while (depth > 0) {
        int at = stack[--depth];
        int x = at % width;
        int y = at / width;
        pixels++;
        sum += values[at];
        left = Math.min(left, x);
        right = Math.max(right, x + 1);
        top = Math.min(top, y);
        bottom = Math.max(bottom, y + 1);
        if (depth + 8 > stack.length) stack = java.util.Arrays.copyOf(stack, stack.length * 2);
        for (int ny = Math.max(0, y - 1); ny <= Math.min(height - 1, y + 1); ny++) {
          for (int nx = Math.max(0, x - 1); nx <= Math.min(width - 1, x + 1); nx++) {
            int next = ny * width + nx;
            if (seen[next] || values[next] <= INK) continue;
            seen[next] = true;
            stack[depth++] = next;
          }
        }
      }
      if (Math.min(right - left, bottom - top) < LEAST_SIDE || pixels < LEAST_PIXELS || sum / pixels < LEAST_MEAN) continue;
      found.add(new Candidate(grown(left, top, right, bottom), (float) (sum / pixels), 1));
    }
    return found;
  }

  private static Box grown(int left, int top, int right, int bottom) {
    double area = (double) (right - left) * (bottom - top);
    int by = (int) Math.ceil(area * GROWTH / (2.0 * (right - left + bottom - top)));
    return Box.between(left - by, top - by, right + by, bottom + by);
  }
}

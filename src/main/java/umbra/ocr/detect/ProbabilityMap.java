package umbra.ocr.detect;

import java.util.ArrayList;
import java.util.List;
import umbra.ocr.Box;

/// What the network says of each pixel it saw, and the boxes in it: connected pixels above a threshold, grown to whole letters.
final class ProbabilityMap {
  /// The map is nearly binary: values from 0.12 to 0.3 find the same.
  private static final float INK = 0.2f;
  /// Of a text too small for the look, what is left of it.
  private static final float TRACE = 0.05f;
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
    for (var blob : blobs(INK)) {
      var box = blob.box();
      if (Math.min(box.width(), box.height()) < LEAST_SIDE || blob.pixels() < LEAST_PIXELS || blob.sum() / blob.pixels() < LEAST_MEAN) continue;
      found.add(new Candidate(grown(box), (float) (blob.sum() / blob.pixels()), 1));
    }
    return found;
  }

  /// Wherever the network thinks of a text at all, in pixels of the map.
  List<Box> traces() {
    return blobs(TRACE).stream().map(Blob::box).toList();
  }

  /// Connected pixels.
  private record Blob(Box box, int pixels, double sum) {}

  private List<Blob> blobs(float threshold) {
    var found = new ArrayList<Blob>();
    var seen = new boolean[values.length];
    var stack = new int[256];
    for (int start = 0; start < values.length; start++) {
      if (seen[start] || values[start] <= threshold) continue;
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
            if (seen[next] || values[next] <= threshold) continue;
            seen[next] = true;
            stack[depth++] = next;
          }
        }
      }
      found.add(new Blob(Box.between(left, top, right, bottom), pixels, sum));
    }
    return found;
  }

  private static Box grown(Box box) {
    int by = (int) Math.ceil(box.area() * GROWTH / (2.0 * (box.width() + box.height())));
    return Box.between(box.x() - by, box.y() - by, box.right() + by, box.bottom() + by);
  }
}

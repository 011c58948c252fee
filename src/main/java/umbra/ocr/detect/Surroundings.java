package umbra.ocr.detect;

import java.util.ArrayList;
import java.util.List;
import umbra.ocr.Box;

/// What is looked at once more, larger: the surroundings of each trace of a text, joined where that costs no more.
final class Surroundings {
  /// As much as a word that was half seen goes on, and the detector wants to see around one.
  private static final int MARGIN = 24;
  /// The price of a look by itself, in pixels.
  private static final long LOOK = 64 * 64;
  /// From this share on all is looked at in one.
  private static final double MOST = 0.6;

  private Surroundings() {}

  /// @param part that holds the traces
  static List<Box> of(List<Box> traces, Box part) {
    var joined = new ArrayList<Box>();
    for (var trace : traces) {
      var next = Box.between(Math.max(part.x(), trace.x() - MARGIN), Math.max(part.y(), trace.y() - MARGIN), Math.min(part.right(), trace.right() + MARGIN), Math.min(part.bottom(), trace.bottom() + MARGIN));
      for (int i = 0; i < joined.size(); i++) {
        var both = joined.get(i).union(next);
        if (both.area() > joined.get(i).area() + next.area() + LOOK) continue;
        joined.remove(i);
        next = both;
        i = -1; // the larger one may reach others
      }
      joined.add(next);
    }
    return joined.stream().mapToLong(Box::area).sum() > MOST * part.area() ? List.of(part) : List.copyOf(joined);
  }
}

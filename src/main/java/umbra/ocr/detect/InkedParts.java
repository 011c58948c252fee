package umbra.ocr.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import umbra.ocr.Box;
import umbra.ocr.detect.Pass.Tone;
import umbra.pixel.render.Picture;

/// Where a part of a picture is not of one brightness all over. Between the boxes there is nothing to find, so that the detector need not see it.
final class InkedParts {
  /// Background left around ink, so that a letter at the edge looks as it would in the whole.
  private static final int MARGIN = 16;
  /// Rows or columns without ink between two boxes: their margins never meet.
  private static final int GAP = 3 * MARGIN;
  /// A cut must save this much of the area, since each run of the network has a price of its own.
  private static final double WORTH = 0.9;
  private static final int STEP = 32;

  private final Box part;
  private final boolean[] ink;

  private InkedParts(Picture picture, Box part, Tone tone) {
    this.part = part;
    this.ink = new boolean[(int) part.area()];
    var toned = new int[256];
    for (int value = 0; value < toned.length; value++) toned[value] = (int) tone.of(value);
    int background = toned(picture.argb()[part.y() * picture.width() + part.x()], toned);
    for (int y = 0, i = 0; y < part.height(); y++) {
      for (int x = 0, at = (part.y() + y) * picture.width() + part.x(); x < part.width(); x++, at++, i++) ink[i] = toned(picture.argb()[at], toned) != background;
    }
  }

  private static int toned(int argb, int[] toned) {
    return toned[argb >>> 16 & 0xFF] << 16 | toned[argb >>> 8 & 0xFF] << 8 | toned[argb & 0xFF];
  }

  /// One box around all ink, with its margin; empty if there is none.
  static Optional<Box> bounds(Picture picture, Box part, Tone tone) {
    var inked = new InkedParts(picture, part, tone);
    return inked.trimmed(new Box(0, 0, part.width(), part.height())).map(inked::placed);
  }

  /// Boxes that hold all ink, with their margins and apart from each other.
  static List<Box> of(Picture picture, Box part, Tone tone) {
    var inked = new InkedParts(picture, part, tone);
    return inked.trimmed(new Box(0, 0, part.width(), part.height())).map(b -> inked.cut(b).stream().map(inked::placed).toList()).orElse(List.of());
  }

  private Box placed(Box box) {
    return box.grown(MARGIN, part.width(), part.height()).moved(part.x(), part.y());
  }

  /// Cuts along the widest gaps for as long as that saves area.
  private List<Box> cut(Box box) {
    var best = List.of(box);
    for (boolean rows : new boolean[] {true, false}) {
      var gap = widest(box, rows);
      if (gap.isEmpty()) continue;
      var parts = new ArrayList<Box>();
      for (var half : halves(box, gap.get(), rows)) trimmed(half).ifPresent(h -> parts.addAll(cut(h)));
      if (cost(parts) < WORTH * cost(best)) best = parts;
    }
    return best;
  }

  private static long cost(List<Box> boxes) {
    long cost = 0;
    for (var box : boxes) cost += stepped(box.width() + 2 * MARGIN) * stepped(box.height() + 2 * MARGIN);
    return cost;
  }

  private static long stepped(int size) {
    return (size + STEP - 1L) / STEP * STEP;
  }

  /// @param first row or column without ink
  /// @param end the next with ink
  private record Gap(int first, int end) {}

  private Optional<Gap> widest(Box box, boolean rows) {
    int from = rows ? box.y() : box.x();
    int to = rows ? box.bottom() : box.right();
    Optional<Gap> widest = Optional.empty();
    int least = GAP;
    for (int at = from, start = from; at < to; at++) {
      if (isEmpty(rows ? new Box(box.x(), at, box.width(), 1) : new Box(at, box.y(), 1, box.height()))) continue;
      if (at - start >= least) {
        widest = Optional.of(new Gap(start, at));
        least = at - start + 1;
      }
      start = at + 1;
    }
    return widest;
  }

  private boolean isEmpty(Box box) {
    for (int y = box.y(); y < box.bottom(); y++) {
      for (int x = box.x(), at = y * part.width() + box.x(); x < box.right(); x++, at++) if (ink[at]) return false;
    }
    return true;
  }

  private static List<Box> halves(Box box, Gap gap, boolean rows) {
    if (rows) return List.of(Box.between(box.x(), box.y(), box.right(), gap.first()), Box.between(box.x(), gap.end(), box.right(), box.bottom()));
    return List.of(Box.between(box.x(), box.y(), gap.first(), box.bottom()), Box.between(gap.end(), box.y(), box.right(), box.bottom()));
  }

  private Optional<Box> trimmed(Box box) {
    int top = box.y();
    int bottom = box.bottom();
    while (top < bottom && isEmpty(new Box(box.x(), top, box.width(), 1))) top++;
    if (top == bottom) return Optional.empty();
    while (isEmpty(new Box(box.x(), bottom - 1, box.width(), 1))) bottom--;
    int left = box.x();
    int right = box.right();
    while (isEmpty(new Box(left, top, 1, bottom - top))) left++;
    while (isEmpty(new Box(right - 1, top, 1, bottom - top))) right--;
    return Optional.of(Box.between(left, top, right, bottom));
  }
}

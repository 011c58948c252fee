package umbra.catalog.finding;

import java.util.Locale;

/// Whether two findings of one instance are the same thing, seen by two engines or on two days. Findings of two instances are never compared: what was
/// said of one subject says nothing of another.
final class Likeness {
  private static final double SAME_PLACE = 0.6;
  /// Pixels by which two detectors place the same line differently.
  private static final int REACH = 3;

  private Likeness() {}

  /// About the same box in a frame that both have, or the same place of the header.
  static boolean places(Finding a, Finding b) {
    if (!a.tagPath().equals(b.tagPath()) || a.firstFrame() > b.lastFrame() || b.firstFrame() > a.lastFrame()) return false;
    if (a.width() == 0 || b.width() == 0) return a.width() == b.width();
    boolean isNear = Math.abs(a.x() - b.x()) <= REACH && Math.abs(a.y() - b.y()) <= REACH && Math.abs(a.width() - b.width()) <= 2 * REACH && Math.abs(a.height() - b.height()) <= 2 * REACH;
    return isNear || shared(a, b) >= SAME_PLACE * Math.max(area(a), area(b));
  }

  private static long area(Finding f) {
    return (long) f.width() * f.height();
  }

  private static double shared(Finding a, Finding b) {
    long w = Math.min(a.x() + a.width(), b.x() + b.width()) - Math.max(a.x(), b.x());
    long h = Math.min(a.y() + a.height(), b.y() + b.height()) - Math.max(a.y(), b.y());
    return w > 0 && h > 0 ? (double) w * h : 0;
  }

  /// Whether a box holds another but for a few pixels at each side.
  static boolean holds(Finding outer, Finding inner) {
    return inner.x() >= outer.x() - REACH && inner.y() >= outer.y() - REACH && inner.x() + inner.width() <= outer.x() + outer.width() + REACH
        && inner.y() + inner.height() <= outer.y() + outer.height() + REACH;
  }

  static boolean holdsFrames(Finding outer, Finding inner) {
    return outer.firstFrame() <= inner.firstFrame() && inner.lastFrame() <= outer.lastFrame();
  }

  /// Letter for letter; only blanks and case do not count. `D0E` is not `DOE`: a reader's error in a harmless text may be a name.
  static boolean texts(String a, String b) {
    return a.equals(b) || folded(a).equals(folded(b));
  }

  private static String folded(String text) {
    return text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
  }
}

package umbra.catalog.finding;

import java.text.Normalizer;
import java.util.Locale;

/// Whether two findings of one instance are the same thing, seen by two engines or on two days.
final class Likeness {
  /// A reader may get every fourth letter wrong.
  private static final int LETTERS = 4;
  private static final double SAME_PLACE = 0.6;

  private Likeness() {}

  /// About the same box in a frame that both have, or the same place of the header.
  static boolean places(Finding a, Finding b) {
    if (!a.tagPath().equals(b.tagPath()) || a.firstFrame() > b.lastFrame() || b.firstFrame() > a.lastFrame()) return false;
    if (a.width() == 0 || b.width() == 0) return a.width() == b.width();
    boolean isNear = Math.abs(a.x() - b.x()) <= 3 && Math.abs(a.y() - b.y()) <= 3 && Math.abs(a.width() - b.width()) <= 6 && Math.abs(a.height() - b.height()) <= 6;
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

  /// Equal but for a letter here and there. What nobody could read is like nothing but itself.
  static boolean texts(String a, String b) {
    if (a.equals(b)) return true;
    var one = folded(a);
    var other = folded(b);
    int longer = Math.max(one.length(), other.length());
    if (one.isEmpty() || other.isEmpty()) return false;
    return distance(one, other) <= Math.max(longer < LETTERS ? 0 : 1, longer / LETTERS);
  }

  private static String folded(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("[^\\p{L}\\p{N}]", "").toLowerCase(Locale.ROOT);
  }

  private static int distance(String a, String b) {
    var row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) row[j] = j;
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int above = row[j];
        row[j] = Math.min(Math.min(above, row[j - 1]) + 1, diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1));
        diagonal = above;
      }
    }
    return row[b.length()];
  }
}

package umbra.ocr.judge;

import umbra.ocr.TextBox;

/// Tells calipers, ticks of rulers and outlines from text. No reader decides alone: shape, both readers and the number of
/// looks that saw the box must agree. On `ocr-bench/` no identifying word is lost by it (docs/burned-in-text.md).
final class Marks {
  private static final double SQUARE = 1.6;
  private static final float SURE = 0.85f;
  private static final float GUESS = 0.6f;

  private Marks() {}

  static boolean isMark(TextBox text) {
    int longer = Math.max(text.box().width(), text.box().height());
    int shorter = Math.min(text.box().width(), text.box().height());
    int visible = (int) text.text().chars().filter(c -> c > ' ').count();
    int letters = alphanumeric(text.text());
    int others = alphanumeric(text.second());
    boolean seenByAll = text.passes() >= text.looks();
    if (longer < SQUARE * shorter) {
      if (letters == 0 && visible == 1 && text.score() >= SURE && others == 0) return true;
      if (letters == 0 && visible <= 1 && others <= 3 && !seenByAll) return true;
      if (visible <= 1 && text.score() < SURE && !seenByAll) return true;
      if (visible <= 1 && text.score() < GUESS && others < 2) return true;
    }
    boolean isLarge = longer >= 40 && shorter >= 28;
    if (isLarge && text.score() < 0.5f && visible <= 3 && others < 3) return true;
    return visible == 0 && others <= 3 && !seenByAll && longer < 3 * shorter;
  }

  private static int alphanumeric(String text) {
    return (int) text.chars().filter(Character::isLetterOrDigit).count();
  }
}

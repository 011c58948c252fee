package umbra.ocr.judge;

import java.text.Normalizer;
import java.util.Locale;

/// Brings text to a form in which what readers mix up is the same: accents, case, punctuation, and letters that look like digits.
final class Folding {
  private static final String CONFUSED = "0o1ili|i5s8b2z6g9gqg";

  private Folding() {}

  /// Lower case without accents.
  static String plain(String text) {
    return Normalizer.normalize(text.replace("ß", "ss").replace("ø", "o").replace("Ø", "O").replace("ł", "l").replace("Ł", "L"), Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "").toLowerCase(Locale.ROOT);
  }

  /// Letters and digits only, look-alikes the same.
  static String folded(String text) {
    var out = new StringBuilder();
    for (char c : plain(text).toCharArray()) {
      char mapped = c;
      for (int i = 0; i < CONFUSED.length(); i += 2) if (CONFUSED.charAt(i) == c) mapped = CONFUSED.charAt(i + 1);
      if (Character.isLetterOrDigit(mapped)) out.append(mapped);
    }
    return out.toString();
  }

  /// Digits where a reader took a digit for a letter: for words that are mostly digits.
  static String digits(String word) {
    long digits = word.chars().filter(Character::isDigit).count();
    if (digits * 2 < word.chars().filter(Character::isLetterOrDigit).count()) return word;
    return word.replace('O', '0').replace('o', '0').replace('I', '1').replace('l', '1').replace('|', '1').replace('S', '5').replace('B', '8').replace('Z', '2');
  }

  /// The fewest changes that make `wanted` a part of `text`.
  static int distance(String wanted, String text) {
    var row = new int[text.length() + 1]; // it may begin anywhere
    for (int i = 1; i <= wanted.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= text.length(); j++) {
        int above = row[j];
        row[j] = Math.min(Math.min(above, row[j - 1]) + 1, diagonal + (wanted.charAt(i - 1) == text.charAt(j - 1) ? 0 : 1));
        diagonal = above;
      }
    }
    int best = wanted.length();
    for (int value : row) best = Math.min(best, value); // and end anywhere
    return best;
  }

  /// The fewest changes between two words.
  static int between(String a, String b) {
    if (Math.abs(a.length() - b.length()) > 1) return 2;
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

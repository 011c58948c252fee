package umbra.app.action;

import java.util.Locale;
import java.util.OptionalInt;

/// Finds what a person means by a few letters: all of them must occur in order; starts of words and runs count more.
public final class Fuzzy {
  private Fuzzy() {}

  /// @return higher is better; empty if the letters do not occur
  public static OptionalInt score(String letters, String text) {
    var wanted = letters.toLowerCase(Locale.ROOT).replace(" ", "");
    var lower = text.toLowerCase(Locale.ROOT);
    if (wanted.isEmpty()) return OptionalInt.of(0);
    int best = -1;
    for (int start = lower.indexOf(wanted.charAt(0)); start >= 0; start = lower.indexOf(wanted.charAt(0), start + 1)) {
      best = Math.max(best, from(wanted, lower, start));
    }
    return best < 0 ? OptionalInt.empty() : OptionalInt.of(best);
  }

  private static int from(String wanted, String lower, int start) {
    int score = 0;
    int last = start - 1;
    for (int i = 0; i < wanted.length(); i++) {
      int at = lower.indexOf(wanted.charAt(i), last + 1);
      int wordStart = startOfWord(lower, wanted.charAt(i), last + 1);
      if (at < 0) return -1;
      if (at != last + 1 && wordStart >= 0) at = wordStart;
      boolean isStart = at == 0 || !Character.isLetterOrDigit(lower.charAt(at - 1));
      score += 1 + (isStart ? 8 : 0) + (i > 0 && at == last + 1 ? 5 : 0);
      last = at;
    }
    return score * 100 / (10 + lower.length() / 4);
  }

  private static int startOfWord(String text, char letter, int from) {
    for (int at = text.indexOf(letter, from); at >= 0; at = text.indexOf(letter, at + 1)) {
      if (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1))) return at;
    }
    return -1;
  }
}

package umbra.words;

import java.util.Locale;

/// Numbers of things as the window and the command line say them: `1 subject`, `1,200 subjects`.
public final class Counts {
  private Counts() {}

  /// For words that take an s; others by [#of(long, String, String)].
  public static String of(long n, String one) {
    return of(n, one, one + "s");
  }

  /// @param many also where the verb follows the number: `1 element changes`, `2 elements change`
  public static String of(long n, String one, String many) {
    return String.format(Locale.ROOT, "%,d %s", n, n == 1 ? one : many);
  }
}

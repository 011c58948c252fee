package umbra.app.fx;

/// Numbers of things in words: `1 subject`, `1,200 subjects`.
public final class Counts {
  private Counts() {}

  /// For words that take an s; others by [#of(long, String, String)].
  public static String of(long n, String one) {
    return of(n, one, one + "s");
  }

  public static String of(long n, String one, String many) {
    return "%,d %s".formatted(n, n == 1 ? one : many);
  }
}

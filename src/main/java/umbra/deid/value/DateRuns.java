package umbra.deid.value;

/// Runs of eight digits that could be read as a date: a pseudonym must not look as if it told one.
final class DateRuns {
  private DateRuns() {}

  static boolean isIn(String text) {
    for (int at = 0; at + 8 <= text.length(); at++) {
      if (isDate(text, at)) return true;
    }
    return false;
  }

  private static boolean isDate(String text, int at) {
    int value = 0;
    for (int i = 0; i < 8; i++) {
      char c = text.charAt(at + i);
      if (c < '0' || c > '9') return false;
      value = value * 10 + c - '0';
    }
    int year = value / 10_000;
    int month = value / 100 % 100;
    int day = value % 100;
    return year >= 1900 && year <= 2099 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
  }
}

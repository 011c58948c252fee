package umbra.deid.substitute;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Dates as people and machines write them into texts.
final class TextDates {
  /// Stands for a date that may not stay, or of which nobody can tell the day from the month.
  static final String REMOVED = "DATE";
  private static final List<String> MONTHS = List.of("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december");
  private static final String NAMES = "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

  private static final Pattern COMPACT = Pattern.compile("(?<![\\d.])((?:19|20)\\d\\d)(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])(?=\\d{6}(?!\\d)|\\d{4}(?!\\d)|(?!\\d|\\.\\d))");
  private static final Pattern YEAR_FIRST = Pattern.compile("(?<![\\d.])((?:18|19|20)\\d\\d)([-./])(\\d{1,2})\\2(\\d{1,2})(?!\\d|\\.\\d)");
  private static final Pattern YEAR_LAST = Pattern.compile("(?<![\\d.])(\\d{1,2})([-./])(\\d{1,2})\\2((?:18|19|20)\\d\\d|\\d\\d)(?!\\d|\\.\\d|[/-]\\d)");
  private static final Pattern DAY_NAME = Pattern.compile("(?<![\\d.])(\\d{1,2})(?:st|nd|rd|th)?([ -]?)" + NAMES + "(\\.?[ ,-]{0,2})((?:18|19|20)\\d\\d|\\d\\d)(?!\\d)", FLAGS);
  private static final Pattern NAME_DAY = Pattern.compile("(?<!\\p{L})" + NAMES + "(\\.?[ -])(\\d{1,2})(?:st|nd|rd|th)?(,? |-)((?:18|19|20)\\d\\d)(?!\\d)", FLAGS);

  private TextDates() {}

  static boolean areIn(String text) {
    return !replaced(text, _ -> Optional.empty()).equals(text);
  }

  /// @param moved the date in place of another; empty to take it out
  static String replaced(String text, java.util.function.Function<LocalDate, Optional<LocalDate>> moved) {
    if (text.chars().filter(c -> c >= '0' && c <= '9').count() < 3) return text;
    UnaryOperator<String> chain = t -> each(YEAR_LAST, t, m -> yearLast(m, moved));
    var result = each(COMPACT, text, m -> day(m.group(1), m.group(2), m.group(3)).map(d -> shown(moved.apply(d), x -> four(x) + two(x.getMonthValue()) + two(x.getDayOfMonth()))));
    result = each(YEAR_FIRST, result, m -> day(m.group(1), m.group(3), m.group(4))
        .map(d -> shown(moved.apply(d), x -> four(x) + m.group(2) + like(m.group(3), x.getMonthValue()) + m.group(2) + like(m.group(4), x.getDayOfMonth()))));
    result = each(DAY_NAME, result, m -> named(m.group(5), m.group(3), m.group(1))
        .map(d -> shown(moved.apply(d), x -> like(m.group(1), x.getDayOfMonth()) + m.group(2) + name(m.group(3), x) + m.group(4) + four(x))));
    result = each(NAME_DAY, result, m -> named(m.group(5), m.group(1), m.group(3))
        .map(d -> shown(moved.apply(d), x -> name(m.group(1), x) + m.group(2) + like(m.group(3), x.getDayOfMonth()) + m.group(4) + four(x))));
    return chain.apply(result);
  }

  private static String each(Pattern pattern, String text, java.util.function.Function<MatchResult, Optional<String>> other) {
    return pattern.matcher(text).replaceAll(m -> java.util.regex.Matcher.quoteReplacement(other.apply(m).orElse(m.group())));
  }

  private static String shown(Optional<LocalDate> date, java.util.function.Function<LocalDate, String> form) {
    return date.map(form).orElse(REMOVED);
  }

  /// Day and month can be told apart where dots stand, where they are equal, or where one is above twelve; two digits are no year.
  private static Optional<String> yearLast(MatchResult m, java.util.function.Function<LocalDate, Optional<LocalDate>> moved) {
    int first = Integer.parseInt(m.group(1));
    int second = Integer.parseInt(m.group(3));
    if (first < 1 || second < 1 || first > 31 || second > 31 || first > 12 && second > 12) return Optional.empty();
    boolean shortYear = m.group(4).length() == 2;
    if (shortYear && (m.group(2).equals(".") || m.group(2).equals("-")) && (m.group(1).length() < 2 || m.group(3).length() < 2)) return Optional.empty(); // a version, a range
    boolean dayFirst = m.group(2).equals(".") || first > 12 || first == second;
    if (shortYear || !dayFirst && second <= 12) return Optional.of(REMOVED);
    return day(m.group(4), m.group(dayFirst ? 3 : 1), m.group(dayFirst ? 1 : 3)).map(d -> shown(moved.apply(d), x -> {
      int one = dayFirst ? x.getDayOfMonth() : x.getMonthValue();
      int other = dayFirst ? x.getMonthValue() : x.getDayOfMonth();
      return like(m.group(1), one) + m.group(2) + like(m.group(3), other) + m.group(2) + four(x);
    }));
  }

  private static Optional<LocalDate> day(String year, String month, String day) {
    try {
      return Optional.of(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private static Optional<LocalDate> named(String year, String month, String day) {
    var small = month.toLowerCase(Locale.ROOT);
    int number = 1;
    while (!MONTHS.get(number - 1).startsWith(small.substring(0, 3))) number++;
    if (year.length() == 2) return Optional.empty();
    return day(year, Integer.toString(number), day);
  }

  /// In the length and case of another.
  private static String name(String like, LocalDate date) {
    var full = MONTHS.get(date.getMonthValue() - 1);
    var name = like.length() <= 4 ? full.substring(0, 3) : full;
    if (like.equals(like.toUpperCase(Locale.ROOT))) return name.toUpperCase(Locale.ROOT);
    return Character.isUpperCase(like.charAt(0)) ? Character.toUpperCase(name.charAt(0)) + name.substring(1) : name;
  }

  private static String like(String before, int number) {
    return before.length() == 2 ? two(number) : Integer.toString(number);
  }

  private static String two(int number) {
    return number < 10 ? "0" + number : Integer.toString(number);
  }

  private static String four(LocalDate date) {
    return String.format(Locale.ROOT, "%04d", date.getYear());
  }
}

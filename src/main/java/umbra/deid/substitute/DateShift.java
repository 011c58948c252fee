package umbra.deid.substitute;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import umbra.dicom.VR;

/// Moves dates by whole days: times of day, precision, zone and old forms stay as they are.
///
/// A month is moved as its 15th, a year as its 1st of July, so that the loss is smallest.
public record DateShift(int days) {
  private static final int LAST_YEAR = 9999;

  /// A value of VR DA or DT, one of several values, or a range of them; empty if it is none, or leaves the years 0001 to 9999.
  public Optional<String> moved(VR vr, String value) {
    var text = value.strip();
    if (text.isEmpty()) return Optional.of("");
    int dash = rangeAt(vr, text);
    if (dash < 0) return one(text, vr == VR.DT);
    var from = dash == 0 ? Optional.of("") : one(text.substring(0, dash), vr == VR.DT);
    var to = dash == text.length() - 1 ? Optional.of("") : one(text.substring(dash + 1), vr == VR.DT);
    return from.flatMap(f -> to.map(t -> f + "-" + t));
  }

  /// Where the hyphen of a range is (PS3.4 C.2.2.2.5), -1 if there is none: a zone or an old form has hyphens, too.
  private static int rangeAt(VR vr, String text) {
    if (vr == VR.DA) {
      int dash = text.indexOf('-');
      if (dash == 0 || dash == text.length() - 1 || dash == 8 || dash == 6) return dash;
      return dash == 10 ? dash : text.length() > 11 ? text.indexOf('-', 10) : dash == 4 && text.length() == 9 ? 4 : -1;
    }
    if (text.startsWith("-")) return 0;
    if (text.endsWith("-")) return text.length() - 1;
    for (int at = text.indexOf('-'); at >= 0; at = text.indexOf('-', at + 1)) {
      boolean zone = at + 5 <= text.length() && digits(text, at + 1, 4) && (at + 5 == text.length() || text.charAt(at + 5) == '-');
      if (!zone) return at;
    }
    return -1;
  }

  private static boolean digits(String text, int from, int count) {
    if (from + count > text.length()) return false;
    for (int i = from; i < from + count; i++) if (text.charAt(i) < '0' || text.charAt(i) > '9') return false;
    return true;
  }

  private Optional<String> one(String text, boolean withTime) {
    if (!digits(text, 0, 4)) return Optional.empty();
    if (text.length() == 10 && (text.charAt(4) == '.' || text.charAt(4) == '-') && text.charAt(7) == text.charAt(4)) return oldForm(text);
    int run = 4;
    while (run < text.length() && text.charAt(run) >= '0' && text.charAt(run) <= '9') run++;
    if (run < text.length() && !withTime || run % 2 != 0 || run > 14 || !withTime && run > 8) return Optional.empty();
    int datePart = Math.min(run, 8);
    if (!isTime(text, datePart, run) || !isRest(text, run)) return Optional.empty();
    return moved(text, datePart).map(d -> digitsOf(d, datePart) + text.substring(datePart));
  }

  private Optional<String> oldForm(String text) {
    if (!digits(text, 5, 2) || !digits(text, 8, 2)) return Optional.empty();
    char separator = text.charAt(4);
    return moved(text.substring(0, 4) + text.substring(5, 7) + text.substring(8), 8)
        .map(d -> digitsOf(d, 4) + separator + two(d.getMonthValue()) + separator + two(d.getDayOfMonth()));
  }

  private Optional<LocalDate> moved(String text, int precision) {
    try {
      int year = Integer.parseInt(text, 0, 4, 10);
      int month = precision >= 6 ? Integer.parseInt(text, 4, 6, 10) : 7;
      int day = precision >= 8 ? Integer.parseInt(text, 6, 8, 10) : precision == 6 ? 15 : 1;
      var date = LocalDate.of(year, month, day).plusDays(days);
      return year < 1 || date.getYear() < 1 || date.getYear() > LAST_YEAR ? Optional.empty() : Optional.of(date);
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private static boolean isTime(String text, int from, int to) {
    int[] most = {23, 59, 60};
    for (int at = from, i = 0; at < to; at += 2, i++) if (Integer.parseInt(text, at, at + 2, 10) > most[i]) return false;
    return true;
  }

  /// A fraction of one to six digits after the seconds, and a zone.
  private static boolean isRest(String text, int from) {
    int at = from;
    if (at < text.length() && text.charAt(at) == '.') {
      int fraction = at + 1;
      while (fraction < text.length() && text.charAt(fraction) >= '0' && text.charAt(fraction) <= '9') fraction++;
      if (from != 14 || fraction == at + 1 || fraction > at + 7) return false;
      at = fraction;
    }
    if (at == text.length()) return true;
    return (text.charAt(at) == '+' || text.charAt(at) == '-') && text.length() == at + 5 && digits(text, at + 1, 4);
  }

  private static String digitsOf(LocalDate date, int precision) {
    var digits = new StringBuilder(8);
    digits.append(two(date.getYear() / 100)).append(two(date.getYear() % 100));
    if (precision >= 6) digits.append(two(date.getMonthValue()));
    if (precision >= 8) digits.append(two(date.getDayOfMonth()));
    return digits.toString();
  }

  private static String two(int number) {
    return "" + (char) ('0' + number / 10) + (char) ('0' + number % 10);
  }
}

package umbra.dicom.text;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/// A DT value (PS3.5 6.2) of any precision from the year on: `2019`, `201907`, `20190704101530.25+0100`.
///
/// @param raw the value as it stands
/// @param digits the year and what follows it, up to the fraction
/// @param zone `+0100` or the like, empty if none is stated
public record DicomDateTime(String raw, String digits, String fraction, String zone) {
  private static final Pattern FORM = Pattern.compile("(\\d{4}(?:\\d{2}){0,5})(?:\\.(\\d{1,6}))?([+-]\\d{4})?");
  private static final int DATE_DIGITS = 8;

  /// Empty if the value is no date and time.
  public static Optional<DicomDateTime> parse(String value) {
    var match = FORM.matcher(value.strip());
    if (!match.matches()) return Optional.empty();
    var digits = match.group(1);
    var fraction = match.group(2) == null ? "" : match.group(2);
    if (!fraction.isEmpty() && digits.length() != 14) return Optional.empty();
    var parsed = new DicomDateTime(value, digits, fraction, match.group(3) == null ? "" : match.group(3));
    return parsed.isValid() ? Optional.of(parsed) : Optional.empty();
  }

  private boolean isValid() {
    if (part(4, 1) < 1 || part(4, 1) > 12) return false;
    if (part(8, 0) > 23 || part(10, 0) > 59 || part(12, 0) > 60) return false;
    if (!zone.isEmpty() && (Integer.parseInt(zone.substring(1, 3)) > 14 || Integer.parseInt(zone.substring(3)) > 59)) return false;
    try {
      LocalDate.of(Integer.parseInt(digits.substring(0, 4)), part(4, 1), part(6, 1));
      return true;
    } catch (DateTimeException _) {
      return false;
    }
  }

  /// Two digits at an index, or what stands for them where the value is not that precise.
  private int part(int at, int absent) {
    return digits.length() < at + 2 ? absent : Integer.parseInt(digits.substring(at, at + 2));
  }

  /// The date, if the value is precise to the day.
  public Optional<LocalDate> date() {
    if (digits.length() < DATE_DIGITS) return Optional.empty();
    return Optional.of(LocalDate.of(Integer.parseInt(digits.substring(0, 4)), part(4, 1), part(6, 1)));
  }

  /// The same time of day so many days later, with the same precision and zone; empty if the value is not precise to the
  /// day, or the year leaves 0001 to 9999.
  public Optional<DicomDateTime> plusDays(long days) {
    return date().map(d -> d.plusDays(days)).filter(d -> d.getYear() >= 1 && d.getYear() <= 9999).map(d -> {
      var moved = String.format("%04d%02d%02d", d.getYear(), d.getMonthValue(), d.getDayOfMonth()) + digits.substring(DATE_DIGITS);
      return new DicomDateTime(moved + (fraction.isEmpty() ? "" : "." + fraction) + zone, moved, fraction, zone);
    });
  }
}

package umbra.dicom.text;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/// A DA value (PS3.5 6.2): `19980704`, or the old form `1998.07.04`.
///
/// @param raw the value as it stands
/// @param separator empty, or what stands between the parts
public record DicomDate(String raw, LocalDate date, String separator) {
  private static final Pattern FORM = Pattern.compile("(\\d{4})([.-]?)(\\d{2})\\2(\\d{2})");

  /// Empty if the value is no date: a day that does not exist, a range, or anything else.
  public static Optional<DicomDate> parse(String value) {
    var match = FORM.matcher(value.strip());
    if (!match.matches()) return Optional.empty();
    try {
      var date = LocalDate.of(Integer.parseInt(match.group(1)), Integer.parseInt(match.group(3)), Integer.parseInt(match.group(4)));
      return Optional.of(new DicomDate(value, date, match.group(2)));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  /// In the form of today's standard.
  public boolean isStandard() {
    return separator.isEmpty();
  }

  /// The date so many days later, in the same form; empty beyond the years 0001 to 9999.
  public Optional<DicomDate> plusDays(long days) {
    var later = date.plusDays(days);
    if (later.getYear() < 1 || later.getYear() > 9999) return Optional.empty();
    var text = String.format("%04d%s%02d%s%02d", later.getYear(), separator, later.getMonthValue(), separator, later.getDayOfMonth());
    return Optional.of(new DicomDate(text, later, separator));
  }
}

package umbra.dicom.text;

import java.util.Optional;
import java.util.regex.Pattern;

/// An AS value (PS3.5 6.2): three digits and a unit, such as `018M`.
///
/// @param raw the value as it stands
public record AgeString(String raw, int number, Unit unit) {
  private static final Pattern FORM = Pattern.compile("(\\d{1,3})([DWMY])");

  /// Days, weeks, months, years.
  public enum Unit { D, W, M, Y }

  /// Empty if the value is no age; fewer than three digits are tolerated.
  public static Optional<AgeString> parse(String value) {
    var match = FORM.matcher(value.strip());
    return match.matches() ? Optional.of(new AgeString(value, Integer.parseInt(match.group(1)), Unit.valueOf(match.group(2)))) : Optional.empty();
  }

  /// Whole years, rounded down; a month counts as the twelfth part of a year.
  public int years() {
    return switch (unit) {
      case D -> number / 365;
      case W -> number / 52;
      case M -> number / 12;
      case Y -> number;
    };
  }
}

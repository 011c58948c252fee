package umbra.dicom.text;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/// A TM value (PS3.5 6.2) of any precision: `07` to `070907.070907`, or the old form `07:09:07`.
///
/// @param raw the value as it stands
/// @param second 0 to 60: leap seconds are allowed
/// @param fraction the digits behind the point, empty if there are none
public record DicomTime(String raw, int hour, OptionalInt minute, OptionalInt second, String fraction) {
  private static final Pattern FORM = Pattern.compile("(\\d{2})(?:(:?)(\\d{2})(?:\\2(\\d{2})(?:\\.(\\d{1,6}))?)?)?");

  /// Empty if the value is no time of day.
  public static Optional<DicomTime> parse(String value) {
    var match = FORM.matcher(value.strip());
    if (!match.matches()) return Optional.empty();
    int hour = Integer.parseInt(match.group(1));
    var minute = optional(match.group(3));
    var second = optional(match.group(4));
    if (hour > 23 || minute.orElse(0) > 59 || second.orElse(0) > 60) return Optional.empty();
    return Optional.of(new DicomTime(value, hour, minute, second, match.group(5) == null ? "" : match.group(5)));
  }

  private static OptionalInt optional(String digits) {
    return digits == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(digits));
  }

  /// In the form of today's standard.
  public boolean isStandard() {
    return raw.indexOf(':') < 0;
  }

  /// Microseconds since midnight, what is not stated taken as zero.
  public long microOfDay() {
    long micros = fraction.isEmpty() ? 0 : Long.parseLong((fraction + "000000").substring(0, 6));
    return ((hour * 60L + minute.orElse(0)) * 60 + second.orElse(0)) * 1_000_000 + micros;
  }
}

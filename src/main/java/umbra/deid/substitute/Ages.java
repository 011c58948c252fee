package umbra.deid.substitute;

import java.util.Optional;
import umbra.dicom.text.AgeString;
import umbra.dicom.text.AgeString.Unit;

/// Ages told less exactly.
///
/// @param capYears older ones are said to be this old; 0 for no cap
/// @param stepYears ages are rounded down to a multiple of it; 1 leaves them
public record Ages(int capYears, int stepYears) {
  /// Empty if the value is no age.
  public Optional<String> told(String value) {
    if (value.isBlank()) return Optional.of("");
    return AgeString.parse(value).map(age -> {
      int years = age.years();
      if (capYears > 0 && years >= capYears) return printed(capYears);
      if (stepYears > 1) return printed(years - years % stepYears);
      return age.unit() == Unit.Y ? printed(age.number()) : value.strip();
    });
  }

  private static String printed(int years) {
    return String.format("%03dY", years);
  }
}

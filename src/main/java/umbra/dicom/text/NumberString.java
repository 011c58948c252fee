package umbra.dicom.text;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;

/// A DS or IS value (PS3.5 6.2): a number in characters.
///
/// @param raw the value as it stands
/// @param number with all its digits
public record NumberString(String raw, BigDecimal number) {
  private static final int LONGEST_DECIMAL = 16;
  private static final int LONGEST_INTEGER = 12;
  /// Beyond this an exponent is no measurement, and printing the number would take the memory it asks for.
  private static final int LARGEST_EXPONENT = 400;

  /// Empty if the value is no number.
  public static Optional<NumberString> parse(String value) {
    try {
      var number = new BigDecimal(value.strip());
      return Math.abs((long) number.scale()) > LARGEST_EXPONENT ? Optional.empty() : Optional.of(new NumberString(value, number));
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }

  /// Fits the rules of DS: at most 16 characters.
  public boolean isStandardDecimal() {
    return raw.strip().length() <= LONGEST_DECIMAL;
  }

  /// Fits the rules of IS: an integer of 32 bits in at most 12 characters.
  public boolean isStandardInteger() {
    return raw.strip().length() <= LONGEST_INTEGER && raw.strip().matches("[+-]?\\d+") && integer().map(i -> i.bitLength() < 32).orElse(false);
  }

  /// The number if it has no fraction.
  public Optional<BigInteger> integer() {
    try {
      return Optional.of(number.toBigIntegerExact());
    } catch (ArithmeticException _) {
      return Optional.empty();
    }
  }
}

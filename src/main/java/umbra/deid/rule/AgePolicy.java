package umbra.deid.rule;

/// How ages are told where they may be.
///
/// @param capYears older ones are said to be this many years; 0 for no cap
/// @param stepYears ages in years are rounded down to a multiple of this; 1 leaves them
public record AgePolicy(int capYears, int stepYears) {
  public static final AgePolicy CAP_AT_90 = new AgePolicy(90, 1);
}

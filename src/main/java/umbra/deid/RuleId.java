package umbra.deid;

/// Which rule decided, in a printed form that a person can follow: `E.1-1 basic X/Z`, `E.1-1 clean-descriptors C`, `rule 3 of midi-research`,
/// `unlisted DA`, `unknown`, `private safe ps3.15`.
public record RuleId(String text) {
  @Override
  public String toString() {
    return text;
  }
}

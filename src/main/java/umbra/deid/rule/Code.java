package umbra.deid.rule;

import java.util.Arrays;
import java.util.Optional;

/// The action codes of PS3.15 Table E.1-1a. A code with a stroke is a choice that the Type of the Attribute makes, at its place
/// in its SOP Class.
public enum Code {
  /// Put in a non-empty stand-in that fits the VR.
  D("D"),
  /// Make it empty.
  Z("Z"),
  /// Take it out.
  X("X"),
  /// Leave it as it is; a Sequence is gone through again with all rules.
  K("K"),
  /// Swap for a value of like meaning that identifies nobody.
  C("C"),
  /// Swap for another UID, the same one each time.
  U("U"),
  Z_D("Z/D"),
  X_Z("X/Z"),
  X_D("X/D"),
  X_Z_D("X/Z/D"),
  /// References: where the Sequence is required its Items stay and their UIDs are swapped.
  X_Z_U("X/Z/U*");

  private final String printed;

  Code(String printed) {
    this.printed = printed;
  }

  public static Optional<Code> of(String printed) {
    return Arrays.stream(values()).filter(c -> c.printed.equals(printed)).findFirst();
  }

  /// As the standard prints it, such as `X/Z/U*`.
  @Override
  public String toString() {
    return printed;
  }
}

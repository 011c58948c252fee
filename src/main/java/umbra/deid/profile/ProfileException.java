package umbra.deid.profile;

import java.io.IOException;

/// A profile file that cannot be run, with the line that is wrong and why.
public final class ProfileException extends IOException {
  private static final long serialVersionUID = 1;
  private final int line;

  /// @param line from 1
  public ProfileException(String file, int line, String reason) {
    super(file + ", line " + line + ": " + reason);
    this.line = line;
  }

  public int line() {
    return line;
  }
}

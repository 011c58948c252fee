package umbra.workspace.export;

import java.io.IOException;
import java.util.List;

/// The gate is closed.
public final class RefusedExportException extends IOException {
  private static final long serialVersionUID = 1;
  private final transient List<Gate> open;
  private final boolean isBegun;

  private RefusedExportException(String why, List<Gate> open, boolean isBegun) {
    super(why);
    this.open = List.copyOf(open);
    this.isBegun = isBegun;
  }

  /// @param why beside what the gates say of themselves
  RefusedExportException(String why, List<Gate> open) {
    this(why, open, false);
  }

  RefusedExportException(String why) {
    this(why, List.of(), false);
  }

  /// Files are in place, whole and checked; the records of the version are not.
  static RefusedExportException unfinished(String why) {
    return new RefusedExportException(why, List.of(), true);
  }

  /// What is open; empty if something else stands in the way, which the message tells.
  public List<Gate> open() {
    return open;
  }

  /// Whether files were written before it was refused.
  public boolean isBegun() {
    return isBegun;
  }
}

package umbra.workspace.export;

import java.io.IOException;
import java.util.List;

/// The gate is closed; nothing was written.
public final class RefusedExportException extends IOException {
  private static final long serialVersionUID = 1;
  private final transient List<Gate> open;

  RefusedExportException(List<Gate> open) {
    super("the gate is closed");
    this.open = List.copyOf(open);
  }

  RefusedExportException(String why) {
    super(why);
    this.open = List.of();
  }

  /// What is open; empty if something else stands in the way, which the message tells.
  public List<Gate> open() {
    return open;
  }
}

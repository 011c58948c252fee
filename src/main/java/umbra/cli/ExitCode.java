package umbra.cli;

/// The exit codes people script with (docs/command-line.md).
public final class ExitCode {
  public static final int DONE = 0;
  /// Done, but some items failed, were quarantined, or a check found something.
  public static final int FOUND = 1;
  public static final int USAGE = 2;
  /// The workspace is in use, locked or damaged.
  public static final int WORKSPACE = 3;
  /// Refused by a gate; nothing was written.
  public static final int REFUSED = 4;
  public static final int CANCELLED = 130;

  private ExitCode() {}
}

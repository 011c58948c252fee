package umbra.cli;

/// The exit codes people script with (docs/command-line.md).
final class ExitCode {
  static final int DONE = 0;
  /// Done, but some items failed, were quarantined, or a check found something.
  static final int FOUND = 1;
  static final int USAGE = 2;
  /// The workspace is in use, locked or damaged.
  static final int WORKSPACE = 3;
  /// Refused by a gate; nothing was written.
  static final int REFUSED = 4;
  static final int CANCELLED = 130;

  private ExitCode() {}
}

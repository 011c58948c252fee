package umbra.cli;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/// `--csv` or `--json`; text for people without either.
public final class FormOption {
  @ArgGroup
  private Choice choice;

  private static final class Choice {
    @Option(names = "--csv", description = "Print CSV with a header row.")
    private boolean csv;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;
  }

  /// The form that was asked for.
  public Table.Form form() {
    if (choice == null) return Table.Form.TEXT;
    return choice.csv ? Table.Form.CSV : Table.Form.JSON;
  }
}

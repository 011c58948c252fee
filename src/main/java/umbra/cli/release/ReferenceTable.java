package umbra.cli.release;

import java.util.List;
import umbra.cli.Table;
import umbra.workspace.integrity.ReferenceMeter;

/// References among objects as a table.
final class ReferenceTable {
  private ReferenceTable() {}

  static Table of(Table.Form form, List<ReferenceMeter.Line> lines) {
    var table = new Table(form, "from", "to", "before", "after", "broken", "of");
    for (var line : lines) table.row(line.from(), line.to(), line.before(), line.after(), line.broken(), line.kind().words());
    return table;
  }
}

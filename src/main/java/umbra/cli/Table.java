package umbra.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;

/// Rows as people read them, as CSV (RFC 4180), or as JSON.
public final class Table {
  /// How a table is printed.
  public enum Form { TEXT, CSV, JSON }

  private final Form form;
  private final List<String> columns;
  private final List<List<Object>> rows = new ArrayList<>();

  /// An empty table with these columns.
  public Table(Form form, String... columns) {
    this.form = form;
    this.columns = List.of(columns);
  }

  /// Adds a row with a cell for each column.
  public void row(Object... cells) {
    rows.add(List.of(cells));
  }

  /// Prints all rows.
  public void print(PrintWriter out) throws IOException {
    switch (form) {
      case TEXT -> text(out);
      case CSV -> {
        csv(out, columns);
        for (var row : rows) csv(out, strings(row));
      }
      case JSON -> json(out);
    }
    out.flush();
  }

  private void text(PrintWriter out) {
    var widths = new int[columns.size()];
    for (int i = 0; i < widths.length; i++) {
      widths[i] = columns.get(i).length();
      for (var row : rows) widths[i] = Math.max(widths[i], String.valueOf(row.get(i)).length());
    }
    line(out, columns, widths);
    for (var row : rows) line(out, strings(row).stream().map(Table::harmless).toList(), widths);
  }

  private static List<String> strings(List<Object> row) {
    return row.stream().map(String::valueOf).toList();
  }

  /// A control character in a header must not move the cursor of a terminal.
  private static String harmless(String cell) {
    return cell.chars().noneMatch(Character::isISOControl) ? cell : cell.replaceAll("\\p{Cntrl}", " ");
  }

  private static void line(PrintWriter out, List<String> cells, int[] widths) {
    var line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) line.append(cells.get(i)).repeat(" ", widths[i] - cells.get(i).length() + 2);
    out.println(line.toString().stripTrailing());
  }

  private static void csv(PrintWriter out, List<String> cells) {
    out.print(String.join(",", cells.stream().map(Table::quoted).toList()));
    out.print("\r\n");
  }

  private static String quoted(String cell) {
    boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }

  private void json(PrintWriter out) throws IOException {
    var generator = new JsonFactory().createGenerator(out).useDefaultPrettyPrinter().disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    generator.writeStartArray();
    for (var row : rows) {
      generator.writeStartObject();
      for (int i = 0; i < columns.size(); i++) {
        generator.writeFieldName(columns.get(i));
        switch (row.get(i)) {
          case Integer n -> generator.writeNumber(n);
          case Long n -> generator.writeNumber(n);
          case Double n -> generator.writeNumber(n);
          case Object other -> generator.writeString(String.valueOf(other));
        }
      }
      generator.writeEndObject();
    }
    generator.writeEndArray();
    generator.close();
    out.println();
  }
}

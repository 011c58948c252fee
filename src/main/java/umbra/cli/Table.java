package umbra.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;

/// Rows as people read them, as CSV (RFC 4180), or as JSON.
final class Table {
  /// How to print.
  enum Form { TEXT, CSV, JSON }

  private final Form form;
  private final List<String> columns;
  private final List<List<String>> rows = new ArrayList<>();

  Table(Form form, String... columns) {
    this.form = form;
    this.columns = List.of(columns);
  }

  void row(Object... cells) {
    var row = new ArrayList<String>();
    for (var cell : cells) row.add(String.valueOf(cell));
    rows.add(row);
  }

  void print(PrintWriter out) throws IOException {
    switch (form) {
      case TEXT -> text(out);
      case CSV -> {
        csv(out, columns);
        for (var row : rows) csv(out, row);
      }
      case JSON -> json(out);
    }
    out.flush();
  }

  private void text(PrintWriter out) {
    var widths = new int[columns.size()];
    for (int i = 0; i < widths.length; i++) {
      widths[i] = columns.get(i).length();
      for (var row : rows) widths[i] = Math.max(widths[i], row.get(i).length());
    }
    line(out, columns, widths);
    for (var row : rows) line(out, row, widths);
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
      for (int i = 0; i < columns.size(); i++) generator.writeStringField(columns.get(i), row.get(i));
      generator.writeEndObject();
    }
    generator.writeEndArray();
    generator.close();
    out.println();
  }
}

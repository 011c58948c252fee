package umbra.workspace.release;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads CSV (RFC 4180) with a header row.
public final class CsvRows {
  private CsvRows() {}

  /// @throws IllegalArgumentException naming the row: unequal numbers of cells, or a quote that does not end
  public static List<Map<String, String>> of(String text) {
    var lines = cells(text.startsWith("\uFEFF") ? text.substring(1) : text);
    if (lines.isEmpty()) return List.of();
    var header = lines.getFirst();
    var rows = new ArrayList<Map<String, String>>();
    for (int i = 1; i < lines.size(); i++) {
      if (lines.get(i).size() != header.size()) throw new IllegalArgumentException("row " + (i + 1) + " has " + lines.get(i).size() + " cells, the header has " + header.size());
      var row = new LinkedHashMap<String, String>();
      for (int c = 0; c < header.size(); c++) row.put(header.get(c), lines.get(i).get(c));
      rows.add(row);
    }
    return rows;
  }

  private static List<List<String>> cells(String text) {
    var lines = new ArrayList<List<String>>();
    var line = new ArrayList<String>();
    var cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted) {
        if (c != '"') cell.append(c);
        else if (i + 1 < text.length() && text.charAt(i + 1) == '"') cell.append(text.charAt(++i));
        else quoted = false;
      } else if (c == '"' && cell.isEmpty()) quoted = true;
      else if (c == ',') {
        line.add(cell.toString());
        cell.setLength(0);
      } else if (c == '\n') {
        line.add(cell.toString());
        cell.setLength(0);
        if (line.size() > 1 || !line.getFirst().isEmpty()) lines.add(List.copyOf(line));
        line.clear();
      } else if (c != '\r') cell.append(c);
    }
    if (quoted) throw new IllegalArgumentException("row " + (lines.size() + 1) + ": a quote does not end");
    if (!cell.isEmpty() || !line.isEmpty()) {
      line.add(cell.toString());
      lines.add(List.copyOf(line));
    }
    return lines;
  }
}

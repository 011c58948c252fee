package umbra.dicom.dict;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import umbra.deid.table.MakeDeidTables;

/// Makes the resource tables of the dictionary from the tables of `../shared/standard`: run it again when those change
/// (docs/dictionary.md). The same tables in give the same bytes out.
public final class MakeTables {
  public static final Path STANDARD = Path.of("../shared/standard");
  private static final Path RESOURCES = Path.of("src/main/resources/umbra/dicom/dict");

  private MakeTables() {}

  public static void main(String[] arguments) throws IOException {
    for (var table : tables().entrySet()) Files.writeString(RESOURCES.resolve(table.getKey()), table.getValue());
    MakeDeidTables.main(arguments);
  }

  /// The content of each table, by its file name.
  static Map<String, String> tables() throws IOException {
    var tables = new LinkedHashMap<String, String>();
    tables.put("elements.txt", elements());
    tables.put("private.txt", privateElements());
    tables.put("uids.txt", uids());
    return tables;
  }

  private static String elements() throws IOException {
    return rows("data-elements.csv").stream()
        .filter(r -> !r.get("section").equals("dynamic-rtp"))
        .sorted(Comparator.comparing(r -> r.get("tag")))
        .map(r -> line(r.get("tag").replace(",", ""), implicitFirst(r.get("tag"), r.get("vr")), r.get("keyword"), r.get("name"), r.get("vm"),
            r.get("retired").equals("Y") ? "R" : ""))
        .collect(Collectors.joining());
  }

  /// PS3.5 A.1: Pixel, Overlay and LUT Data are words in implicit VR; "US or SS" is unsigned until Pixel Representation
  /// says otherwise.
  private static String implicitFirst(String tag, String vrs) {
    var list = new ArrayList<>(Arrays.asList(vrs.split("\\|")));
    if (list.remove("OW")) list.addFirst("OW");
    if (tag.equals("0028,3006") && list.remove("US")) list.addFirst("US");
    return String.join(",", list);
  }

  private static String privateElements() throws IOException {
    var lines = new StringBuilder();
    for (var elements : byCreator().values()) {
      var creator = elements.values().iterator().next().get("creator");
      for (var r : elements.values()) {
        var vrs = r.get("vr").split("[/_]");
        var others = vrs.length > 1 ? vrs[1] + (r.get("other_vrs").isEmpty() ? "" : "|" + r.get("other_vrs")) : r.get("other_vrs");
        lines.append(line(creator, r.get("tag").replace(",", ""), vrs[0], others, r.get("vm"), r.get("name"),
            r.get("ps315_safe"), r.get("tcia_disposition"), r.get("sources")));
        creator = "";
      }
    }
    return lines.toString();
  }

  /// Rows by creator, whose spellings differ in case between sources, and by tag; of two rows that of the standard wins.
  private static Map<String, Map<String, Map<String, String>>> byCreator() throws IOException {
    var creators = new LinkedHashMap<String, Map<String, Map<String, String>>>();
    for (var row : rows("private-elements.csv")) {
      creators.computeIfAbsent(row.get("creator").strip().toLowerCase(Locale.ROOT), _ -> new LinkedHashMap<>())
          .merge(row.get("tag"), row, (one, other) -> one.get("ps315_safe").equals("Y") ? one : other.get("ps315_safe").equals("Y") ? other : one);
    }
    return creators;
  }

  private static String uids() throws IOException {
    return rows("uids.csv").stream()
        .map(r -> line(r.get("uid"), r.get("keyword"), r.get("name"), r.get("type"), r.get("retired").equals("Y") ? "R" : ""))
        .collect(Collectors.joining());
  }

  /// A line of a table.
  public static String line(String... cells) {
    for (var cell : cells) if (cell.contains("\t") || cell.contains("\n")) throw new IllegalArgumentException("a cell with a tab");
    return String.join("\t", cells) + "\n";
  }

  /// The rows of a CSV file (RFC 4180) by column name.
  public static List<Map<String, String>> rows(String name) throws IOException {
    var rows = new ArrayList<Map<String, String>>();
    List<String> header = List.of();
    for (var line : Files.readAllLines(STANDARD.resolve(name))) {
      var cells = cells(line);
      if (header.isEmpty()) {
        header = cells;
        continue;
      }
      var row = new LinkedHashMap<String, String>();
      for (int i = 0; i < header.size(); i++) row.put(header.get(i), cells.get(i));
      rows.add(row);
    }
    return rows;
  }

  private static List<String> cells(String line) {
    var cells = new ArrayList<String>();
    var cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
        cell.append(c);
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString());
    return cells;
  }
}

package umbra.deid.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import umbra.deid.rule.ProfileOption;
import umbra.dicom.dict.MakeTables;

/// Makes the resource tables of de-identification; run with [MakeTables].
public final class MakeDeidTables {
  private static final Path RESOURCES = Path.of("src/main/resources/umbra/deid/table");

  private MakeDeidTables() {}

  public static void main(String[] arguments) throws IOException {
    for (var table : tables().entrySet()) Files.writeString(RESOURCES.resolve(table.getKey()), table.getValue());
  }

  /// The content of each table, by its file name.
  static Map<String, String> tables() throws IOException {
    var tables = new LinkedHashMap<String, String>();
    tables.put("confidentiality.txt", confidentiality());
    tables.put("iods.txt", iods());
    tables.put("types.txt", types());
    tables.put("uid-roles.txt", rows("uid-elements.csv").map(r -> MakeTables.line(tag(r.get("tag")), r.get("role"))).collect(Collectors.joining()));
    tables.put("content-codes.txt", contentCodes());
    tables.put("tcia-nested.txt", tciaNested());
    return tables;
  }

  private static java.util.stream.Stream<Map<String, String>> rows(String name) throws IOException {
    return MakeTables.rows(name).stream();
  }

  private static String tag(String printed) {
    return printed.replace(",", "");
  }

  private static String confidentiality() throws IOException {
    return rows("confidentiality-profile.csv")
        .map(r -> MakeTables.line(tag(r.get("tag")), r.get("match"), r.get("in_std_comp_iod"), r.get("basic_profile"), options(r))).collect(Collectors.joining());
  }

  private static String options(Map<String, String> row) {
    return java.util.Arrays.stream(ProfileOption.values())
        .filter(o -> o != ProfileOption.BASIC && !row.getOrDefault(o.column(), "").isEmpty()).map(o -> o.word() + "=" + row.get(o.column())).collect(Collectors.joining(","));
  }

  /// SOP Class, its IOD, whether all modules that the IOD needs have their Attributes listed, and the listed modules.
  private static String iods() throws IOException {
    var modules = new LinkedHashMap<String, List<String>>();
    var complete = new LinkedHashMap<String, Boolean>();
    rows("ciod-modules.csv").forEach(r -> {
      boolean listed = r.get("attributes_listed").equals("Y");
      complete.merge(r.get("ciod"), listed || r.get("usage").equals("U"), Boolean::logicalAnd);
      if (listed) modules.computeIfAbsent(r.get("ciod"), _ -> new java.util.ArrayList<>()).add(r.get("module"));
    });
    return rows("sop-class-to-ciod.csv").filter(r -> modules.containsKey(r.get("ciod")))
        .map(r -> MakeTables.line(r.get("sop_class_uid"), r.get("ciod"), complete.get(r.get("ciod")) ? "Y" : "N", String.join(",", modules.get(r.get("ciod")))))
        .collect(Collectors.joining());
  }

  /// `@module`, then its Attributes as a tree: depth, tag, type.
  private static String types() throws IOException {
    var trees = new LinkedHashMap<String, TreeMap<String, String>>();
    rows("module-attributes.csv").forEach(r -> trees.computeIfAbsent(r.get("module"), _ -> new TreeMap<>()).put(tag(r.get("path")), r.get("strict_type")));
    var lines = new StringBuilder();
    trees.forEach((module, tree) -> {
      lines.append('@').append(module).append('\n');
      tree.forEach((path, type) -> lines.append(path.chars().filter(c -> c == '/').count()).append(path.substring(path.length() - 8)).append(type).append('\n'));
    });
    return lines.toString();
  }

  private static String contentCodes() throws IOException {
    return rows("sr-clean-content-codes.csv")
        .map(r -> MakeTables.line(r.get("code_value"), r.get("coding_scheme"), r.get("value_type"), r.get("basic_profile"), options(r))).collect(Collectors.joining());
  }

  /// Of several dispositions of one place the most careful one.
  private static String tciaNested() throws IOException {
    var careful = List.of("d", "h", "o", "oi", "k", "na", "");
    var paths = new TreeMap<String, String>();
    rows("tcia-private-dispositions.csv").filter(r -> r.get("path").contains(">"))
        .forEach(r -> paths.merge(r.get("path").toLowerCase(Locale.ROOT), r.get("disposition"), (a, b) -> careful.indexOf(a) < careful.indexOf(b) ? a : b));
    return paths.entrySet().stream().filter(e -> careful.indexOf(e.getValue()) < 5).map(e -> MakeTables.line(e.getKey(), e.getValue())).collect(Collectors.joining());
  }
}

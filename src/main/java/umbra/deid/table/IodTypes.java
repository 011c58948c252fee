package umbra.deid.table;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import umbra.dicom.dict.Table;

/// The Types of all Attributes of one IOD, from its modules.
///
/// @param ciod short name; empty for a SOP Class that no table knows
/// @param complete every module that the IOD needs has its Attributes listed, so that what is not here is not in the IOD, or only in
///     an optional module of it
public record IodTypes(String ciod, boolean complete, TypeNode root) {
  private static final IodTypes UNKNOWN = new IodTypes("", false, TypeNode.NONE);

  /// Modules that former editions had in an IOD: objects of that time still carry them, and are judged by them.
  private static final Map<String, List<String>> FORMER = Map.of("rt-dose", List.of("structure-set", "roi-contour"));

  private static final class Tables {
    static final Table TYPES = Table.load(IodTypes.class, "types.txt");
    static final Map<String, Integer> FIRST_LINES = firstLines();
    static final Map<String, List<String>> IODS = iods();

    private static Map<String, Integer> firstLines() {
      var lines = new HashMap<String, Integer>();
      for (int line = 0; line < TYPES.size(); line++) if (TYPES.at(line, 0) == '@') lines.put(TYPES.cells(line).getFirst().substring(1), line + 1);
      return lines;
    }

    private static Map<String, List<String>> iods() {
      var table = Table.load(IodTypes.class, "iods.txt");
      var iods = new HashMap<String, List<String>>();
      for (int line = 0; line < table.size(); line++) iods.put(table.cells(line).getFirst(), table.cells(line));
      return iods;
    }
  }

  /// Reads the modules of a SOP Class: a few milliseconds, so whoever asks often keeps the answer.
  public static IodTypes ofSopClass(String uid) {
    var row = Tables.IODS.get(uid);
    if (row == null) return UNKNOWN;
    var root = new TypeNode();
    for (var module : row.get(3).split(",")) addModule(root, Tables.FIRST_LINES.get(module));
    for (var module : FORMER.getOrDefault(row.get(1), List.of())) addModule(root, Tables.FIRST_LINES.get(module));
    root.closeContent();
    return new IodTypes(row.get(1), row.get(2).equals("Y"), root);
  }

  /// SOP Classes whose IOD is known.
  public static Set<String> sopClasses() {
    return new HashSet<>(Tables.IODS.keySet());
  }

  private static void addModule(TypeNode root, int firstLine) {
    var types = Tables.TYPES;
    var nodes = new TypeNode[10];
    var last = new int[10];
    nodes[0] = root;
    for (int line = firstLine; line < types.size() && types.at(line, 0) != '@'; line++) {
      var text = types.cells(line).getFirst();
      int depth = text.charAt(0) - '0';
      if (depth > 0) nodes[depth] = nodes[depth - 1].grow(last[depth - 1]);
      last[depth] = Integer.parseUnsignedInt(text.substring(1, 9).replace('x', '0'), 16);
      nodes[depth].add(last[depth], AttributeType.of(text.substring(9)));
    }
  }
}

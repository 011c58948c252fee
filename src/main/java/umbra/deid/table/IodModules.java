package umbra.deid.table;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import umbra.dicom.Tag;
import umbra.dicom.dict.Table;

/// Which module of its IOD an Attribute at the top of a Data Set belongs to (PS3.3 A). The first module that lists it has it.
public final class IodModules {
  /// Elements of odd groups.
  public static final String PRIVATE = "Private elements";
  /// What no module of the IOD lists.
  public static final String OTHER = "Not in a module of its IOD";
  private static final Set<String> LETTERS = Set.of("cr", "ct", "mr", "dx", "us", "nm", "pet", "rt", "sr", "sop", "voi", "lut", "xa", "xrf", "icc", "ecg", "dvh", "roi", "iod", "sc", "oct", "ivus");

  private final Map<Integer, String> modules;

  private IodModules(Map<Integer, String> modules) {
    this.modules = modules;
  }

  /// Reads the modules of a SOP Class: a few milliseconds, so whoever asks often keeps the answer. None if no table knows it.
  public static IodModules ofSopClass(String uid) {
    var types = Table.load(IodModules.class, "types.txt");
    var iods = Table.load(IodModules.class, "iods.txt");
    for (int line = 0; line < iods.size(); line++) {
      var cells = iods.cells(line);
      if (cells.getFirst().equals(uid)) return new IodModules(first(types, List.of(cells.get(3).split(","))));
    }
    return new IodModules(Map.of());
  }

  private static Map<Integer, String> first(Table types, List<String> wanted) {
    var of = new HashMap<String, Set<Integer>>();
    var module = "";
    for (int line = 0; line < types.size(); line++) {
      if (types.at(line, 0) == '@') {
        module = types.cells(line).getFirst().substring(1);
      } else if (types.at(line, 0) == '0' && wanted.contains(module)) {
        var tag = types.cells(line).getFirst().substring(1, 9);
        if (!tag.contains("x")) of.computeIfAbsent(module, _ -> new java.util.HashSet<>()).add(Integer.parseUnsignedInt(tag, 16));
      }
    }
    var all = new HashMap<Integer, String>();
    for (var name : wanted) for (int tag : of.getOrDefault(name, Set.of())) all.putIfAbsent(tag, title(name));
    return Map.copyOf(all);
  }

  private static String title(String module) {
    return Arrays.stream(module.split("-")).map(w -> LETTERS.contains(w) ? w.toUpperCase(Locale.ROOT) : w.substring(0, 1).toUpperCase(Locale.ROOT) + w.substring(1)).collect(Collectors.joining(" "));
  }

  /// The module as the standard calls it, or [#PRIVATE], or [#OTHER].
  public String of(Tag top) {
    return top.isPrivate() ? PRIVATE : modules.getOrDefault(top.packed(), OTHER);
  }
}

package umbra.deid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Holds docs/hard-points.md against the tests that there are.
class HardPointsTableTest {
  private static final int POINTS = 64;
  private static final Pattern ROW = Pattern.compile("^\\| (\\d+) \\|.*\\| ([^|]+) \\|$");
  private static final Pattern METHOD = Pattern.compile("(?m)^  (?:public |static )*void (\\w+)\\(");

  /// What is wrong with a table: rows without a test, tests that do not exist, numbers that are missing or stand twice.
  ///
  /// @param methods of each test class
  static List<String> faults(List<String> lines, Map<String, List<String>> methods) {
    var faults = new ArrayList<String>();
    var numbers = new ArrayList<Integer>();
    for (var line : lines) {
      var row = ROW.matcher(line);
      if (!row.matches()) continue;
      numbers.add(Integer.parseInt(row.group(1)));
      var tests = row.group(2).strip();
      if (tests.startsWith("open: ")) continue;
      for (var test : tests.split(", ")) {
        var parts = test.split("#");
        if (parts.length != 2 || !methods.getOrDefault(parts[0], List.of()).contains(parts[1])) faults.add("point " + row.group(1) + ": there is no " + test);
      }
    }
    IntStream.rangeClosed(1, POINTS).filter(n -> java.util.Collections.frequency(numbers, n) != 1).forEach(n -> faults.add("point " + n + " stands " + java.util.Collections.frequency(numbers, n) + " times"));
    return faults;
  }

  private static Map<String, List<String>> methods() throws IOException {
    var all = new HashMap<String, List<String>>();
    try (var files = Files.walk(Path.of("src/test/java"))) {
      for (var file : files.filter(f -> f.toString().endsWith("Test.java")).toList()) {
        var text = Files.readString(file);
        var names = METHOD.matcher(text).results().filter(m -> text.substring(Math.max(0, m.start() - 4000), m.start()).contains("Test")).map(m -> m.group(1)).toList();
        all.put(file.getFileName().toString().replace(".java", ""), names);
      }
    }
    return all;
  }

  @Test
  void everyPointNamesATestThatExists() throws IOException {
    assertEquals(List.of(), faults(Files.readAllLines(Path.of("docs/hard-points.md")), methods()));
  }

  @Test
  void aRowWithoutATestIsSeen() throws IOException {
    var lines = new ArrayList<>(Files.readAllLines(Path.of("docs/hard-points.md")));
    lines.replaceAll(l -> l.startsWith("| 9 |") ? "| 9 | group lengths go | `deid.Walk` |  |" : l.startsWith("| 8 |") ? "| 8 | x | y | WalkPointsTest#isNotThere |" : l.startsWith("| 12 |") ? "" : l);
    var faults = faults(lines, methods());
    for (var point : List.of("point 8: ", "point 9", "point 12 ")) assertTrue(faults.stream().anyMatch(f -> f.startsWith(point)), point + faults);
  }
}

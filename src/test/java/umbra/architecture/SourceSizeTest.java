package umbra.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Small files, small packages, and a sentence for each package.
class SourceSizeTest {
  private static final int MOST_LINES = 400;
  private static final int MOST_FILES = 15;
  /// Wider by decision (docs/decisions/0007-package-budgets.md).
  private static final Map<Path, Integer> BUDGETS = Map.of(Path.of("umbra/dicom"), 20, Path.of("umbra/cli"), 40, Path.of("umbra/pixel/codec/jpeg2000"), 17);

  /// What breaks the rules below a source folder.
  static List<String> offenders(Path root) throws IOException {
    var offenders = new ArrayList<String>();
    List<Path> folders;
    try (var all = Files.walk(root)) {
      folders = all.filter(Files::isDirectory).sorted().toList();
    }
    for (var folder : folders) {
      List<Path> files;
      try (var all = Files.list(folder)) {
        files = all.filter(p -> p.toString().endsWith(".java")).toList();
      }
      if (files.isEmpty()) continue;
      var name = root.relativize(folder);
      long classes = files.stream().filter(f -> !f.endsWith("package-info.java")).count();
      if (classes > BUDGETS.getOrDefault(name, MOST_FILES)) offenders.add(name + " has " + classes + " files");
      boolean isRoot = files.size() == 1 && files.getFirst().endsWith("Main.java");
      if (files.size() == classes && !isRoot) offenders.add(name + " has no package-info");
      for (var file : files) {
        long lines = Files.readAllLines(file).size();
        if (lines > MOST_LINES) offenders.add(root.relativize(file) + " has " + lines + " lines");
      }
    }
    return offenders;
  }

  @Test
  void umbraIsSmallInTheSmall() throws IOException {
    assertEquals(List.of(), offenders(Path.of("src/main/java")));
  }

  @Test
  void plantedOffendersAreNamed(@TempDir Path root) throws IOException {
    var folder = Files.createDirectories(root.resolve("planted"));
    Files.writeString(folder.resolve("Long.java"), "\n".repeat(MOST_LINES + 1));
    for (int i = 0; i < MOST_FILES; i++) Files.writeString(folder.resolve("C" + i + ".java"), "");

    var offenders = offenders(root);

    assertEquals(3, offenders.size(), offenders::toString);
  }
}

package umbra.object.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import umbra.dicom.read.DicomReader;
import umbra.dicom.read.ReadOptions;
import umbra.referee.Referee;

/// Holds the trees of all reports of the corpus against `dsrdump`.
@Tag("referee")
class ReportRefereeTest {
  private static List<Path> reports() throws Exception {
    try (var all = Stream.of("sr", "sr-dose", "ko-pr").flatMap(d -> {
      try {
        return Files.walk(Referee.corpus().resolve(d));
      } catch (java.io.IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    })) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }

  @Test
  void allContentItemsAreThereWithTheirText() throws Exception {
    Referee.require("dsrdump");
    int compared = 0;
    for (var path : reports()) {
      // -Er -Ei -Ev reads faulty trees too; +Pl prints long values whole, +U8 in UTF-8
      var printed = new String(Referee.run("dsrdump", "-Er", "-Ec", "-Ee", "-Ei", "+Pl", "+U8", path), StandardCharsets.UTF_8);
      var lines = printed.lines().filter(l -> l.stripLeading().startsWith("<") && l.contains(">")).map(String::strip).toList();
      if (lines.isEmpty()) continue;
      compared++;
      try (var file = new DicomReader(ReadOptions.LENIENT).read(path)) {
        var items = ContentTree.of(file.dataSet()).all().toList();
        assertEquals(lines.size(), items.size(), path::toString);
        var said = new ReportText().texts(file).stream().map(i -> i.kind() + " " + i.text()).collect(Collectors.joining("\n"));
        for (var line : lines) {
          int at = line.lastIndexOf("=\"");
          boolean text = line.contains("TEXT:") || line.contains("PNAME:") || line.contains("UIDREF:");
          if (!text || at < 0 || line.indexOf('"', at + 2) < 0 || line.contains("\\")) continue;
          var value = line.substring(at + 2, line.indexOf('"', at + 2)).strip();
          assertTrue(said.contains(value), () -> path + " lacks a value of " + line.substring(0, Math.min(60, line.length())));
        }
      }
    }
    assertTrue(compared > 15, "only " + compared + " reports were compared");
  }
}

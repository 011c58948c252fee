package umbra.object.radiotherapy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import umbra.dicom.read.DicomReader;
import umbra.dicom.read.ReadOptions;
import umbra.object.TextItem;
import umbra.referee.Referee;

/// Holds the names of ROIs, beams and plans against `dcmdump`.
@Tag("referee")
class RadiotherapyRefereeTest {
  @Test
  void namesAreThoseThatDcmdumpPrints() throws Exception {
    Referee.require("dcmdump");
    var line = Pattern.compile("\\(30(?:06,0026|06,0002|0a,0002|0a,0003|0a,00c2)\\) \\w\\w \\[([^\\]]*)\\].*");
    int seen = 0;
    try (var all = Files.walk(Referee.corpus().resolve("rt"))) {
      for (var path : all.filter(Files::isRegularFile).sorted().toList()) {
        try (var file = new DicomReader(ReadOptions.LENIENT).read(path)) {
          if (!new RadiotherapyText().holds(file.dataSet().text(umbra.dicom.Tags.SOP_CLASS_UID).orElse(""), file.dataSet())) continue;
          var texts = new RadiotherapyText().texts(file).stream().map(TextItem::text).toList();
          var printed = new String(Referee.run("dcmdump", "+U8", "+L", "+P", "3006,0026", "+P", "3006,0002", "+P", "300a,0002", "+P", "300a,0003", "+P", "300a,00c2", path),
              StandardCharsets.UTF_8);
          for (var l : printed.lines().map(String::strip).toList()) {
            var match = line.matcher(l);
            if (!match.matches() || match.group(1).isBlank()) continue;
            seen++;
            assertTrue(texts.contains(match.group(1).strip()), () -> path + " lacks " + l.substring(0, 11));
          }
        }
      }
    }
    int names = seen;
    assertTrue(names > 10, () -> "only " + names + " names");
  }

  @Test
  void contoursBeamsAndHistogramsAreRead() throws Exception {
    var reader = new DicomReader(ReadOptions.LENIENT);
    try (var file = reader.read(Referee.corpus().resolve("rt/py_rtstruct.dcm"))) {
      var rois = StructureSet.of(file.dataSet()).rois();
      assertFalse(rois.isEmpty());
      var contour = rois.stream().flatMap(r -> r.contours().stream()).findFirst().orElseThrow();
      assertEquals(3 * contour.size(), contour.points().length);
    }
    try (var file = reader.read(Referee.corpus().resolve("rt/py_rtplan.dcm"))) {
      var plan = Plan.of(file.dataSet());
      assertFalse(plan.beams().isEmpty());
      assertFalse(plan.fractionGroups().isEmpty());
    }
    try (var file = reader.read(Referee.corpus().resolve("rt/py_rtdose.dcm"))) {
      var dose = Dose.of(file.dataSet());
      assertEquals("RELATIVE", dose.units());
      assertTrue(dose.scaling().isPresent());
    }
  }
}

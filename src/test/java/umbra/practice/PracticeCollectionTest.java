package umbra.practice;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import umbra.dicom.DicomException;
import umbra.dicom.Tags;
import umbra.dicom.read.DicomReader;
import umbra.dicom.read.ReadOptions;

class PracticeCollectionTest {
  @TempDir Path folder;

  @Test
  void allButTheUnreadableFileAreReadWithoutANote() throws IOException {
    var modalities = new ArrayList<String>();
    var instances = new HashSet<String>();
    var refused = new ArrayList<Path>();

    for (var path : PracticeCollection.write(folder, 1)) {
      try (var file = new DicomReader(ReadOptions.STRICT).read(path)) {
        modalities.add(file.dataSet().text(Tags.MODALITY).orElseThrow());
        instances.add(file.dataSet().text(Tags.SOP_INSTANCE_UID).orElseThrow());
      } catch (DicomException _) {
        refused.add(path.getFileName());
      }
    }

    assertEquals(List.of(Path.of("unreadable.dcm")), refused);
    assertEquals(modalities.size(), instances.size(), "every instance has a UID of its own");
    assertEquals(101, modalities.stream().filter("CT"::equals).count());
    assertTrue(modalities.containsAll(List.of("CT", "MR", "US", "DX", "XC", "SR", "KO", "PR", "SEG", "RTSTRUCT", "RTPLAN", "RTDOSE", "DOC", "M3D", "ECG", "HD", "AU", "SM")));
  }

  @Test
  void theSameSeedGivesTheSameBytesAndAnotherSeedOtherPatients() throws IOException {
    var one = PracticeCollection.write(folder.resolve("one"), 7);
    var two = PracticeCollection.write(folder.resolve("two"), 7);
    PracticeCollection.write(folder.resolve("three"), 8);

    for (int i = 0; i < one.size(); i += 13) assertArrayEquals(Files.readAllBytes(one.get(i)), Files.readAllBytes(two.get(i)));
    assertEquals(key("one"), key("two"));
    assertFalse(key("one").equals(key("three")));
  }

  private String key(String name) throws IOException {
    return Files.readString(folder.resolve(name).resolve("answer-key.csv"));
  }

  @Test
  void theKeyNamesWhatWasPlanted() throws IOException {
    PracticeCollection.write(folder, 1);

    var rows = Files.readAllLines(folder.resolve("answer-key.csv"));

    assertTrue(rows.stream().anyMatch(r -> r.startsWith("files/sr/report.dcm,ContentSequence[0].TextValue,UT,")));
    assertTrue(rows.stream().anyMatch(r -> r.startsWith("files/mr/slice01.dcm,\"(0019,1002)\",PN,")), "names in private elements, too");
    for (var place : List.of("rt/structures.dcm,StructureSetROISequence[5].ROIName", "ecg/rest.dcm,WaveformAnnotationSequence[0].UnformattedTextValue", "ecg/pressures.dcm,WaveformSequence[0].ChannelDefinitionSequence[0].ChannelLabel",
        "seg/organs.dcm,SegmentSequence[1].SegmentLabel", "sm/label.dcm,LabelText", "sm/level0.dcm,SpecimenDescriptionSequence[0].SpecimenShortDescription", "doc/letter.dcm,DocumentTitle")) {
      assertTrue(rows.stream().anyMatch(r -> r.startsWith("files/" + place)), place);
    }
    assertTrue(rows.size() > 1000);
  }

  @Test
  void theTextInThePixelsIsListedWithItsPlace() throws IOException {
    PracticeCollection.write(folder, 1);

    var rows = Files.readAllLines(folder.resolve("burned-in.csv"));

    assertEquals("file,frame_first,frame_last,x,y,width,height,text,identifying", rows.getFirst());
    assertTrue(rows.stream().anyMatch(r -> r.startsWith("files/us/cine.dcm,8,12,")), "one text on some frames only");
    assertTrue(rows.stream().filter(r -> r.endsWith(",yes")).count() > 40);
    assertTrue(rows.stream().filter(r -> r.endsWith(",no")).count() > 20, "and text that does no harm");
  }

  @Test
  @org.junit.jupiter.api.Tag("referee")
  void noImageHasAnErrorForDciodvfy() throws IOException, InterruptedException {
    umbra.referee.Referee.require("dciodvfy");
    for (var path : PracticeCollection.write(folder, 3)) {
      var name = path.getFileName().toString();
      if (name.equals("unreadable.dcm") || name.matches("slice0?[0-9]*[2-9].dcm")) continue; // slices are alike
      var process = new ProcessBuilder("dciodvfy", path.toString()).redirectErrorStream(true).start();
      var errors = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.ISO_8859_1).lines().filter(l -> l.startsWith("Error")).toList();
      process.waitFor();
      assertEquals(List.of(), errors, name);
    }
  }
}

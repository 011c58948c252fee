package umbra.cli.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import umbra.dicom.Tags;
import umbra.dicom.Value;
import umbra.dicom.read.DicomReader;
import umbra.dicom.read.ReadOptions;
import umbra.workspace.intake.Sample;
import umbra.workspace.release.CsvRows;

/// `umbra deidentify` with boxes and a crosswalk, without a workspace.
class FolderWithBoxesTest {
  private static final String COLUMNS = "series_instance_uid,sop_instance_uid,frame_first,frame_last,x,y,width,height,state,author,reason\n";

  @TempDir
  private Path folder;
  private Path in;
  private Path out;
  private Path crosswalk;

  @BeforeEach
  void put() throws IOException {
    in = folder.resolve("in");
    out = folder.resolve("out");
    crosswalk = folder.resolve("crosswalk.csv");
    var pixels = new byte[64 * 64];
    Arrays.fill(pixels, (byte) 90);
    for (int i = 1; i <= 3; i++) {
      Sample.of("S", "1.1", i < 3 ? "1.1.1" : "1.1.2", "1.1.9." + i).withPixels(pixels).withNumber(0x0010, 64).withNumber(0x0011, 64).write(in.resolve("image" + i));
    }
  }

  private TestCommands.Run run(String rows) throws IOException {
    var regions = Files.writeString(folder.resolve("regions.csv"), COLUMNS + rows);
    return TestCommands.run("deidentify", in, out, "--profile", "ps315-basic", "--regions", regions, "--crosswalk", crosswalk, "--quiet");
  }

  private List<Map<String, String>> crossed() throws IOException {
    return CsvRows.of(Files.readString(crosswalk));
  }

  private byte[] pixels(String original) throws IOException {
    var row = crossed().stream().filter(r -> r.get("original_path").endsWith(original)).findFirst().orElseThrow();
    try (var file = new DicomReader(ReadOptions.LENIENT).read(out.resolve(row.get("path")))) {
      assertEquals(row.get("sop_instance_uid"), file.dataSet().text(Tags.SOP_INSTANCE_UID).orElseThrow());
      return ((Value.Bytes) file.dataSet().find(Tags.PIXEL_DATA).orElseThrow().value()).raw().toArray();
    }
  }

  private static long black(byte[] pixels) {
    long count = 0;
    for (byte value : pixels) if (value == 0) count++;
    return count;
  }

  @Test
  void boxesOfASeriesAndOfAnInstanceAreBlackenedAndNothingElse() throws IOException {
    var run = run("1.1.1,,,,2,3,10,5,,,\n1.1.1,1.1.9.2,1,1,60,60,30,30,,,\n");

    assertEquals(0, run.code(), run.out() + run.err());
    assertEquals(50, black(pixels("image1")));
    assertEquals(50 + 16, black(pixels("image2")), "cut off at the edge of the image");
    assertEquals(0, black(pixels("image3")));
    assertEquals(0, pixels("image1")[3 * 64 + 2]);
  }

  @Test
  void theCrosswalkTiesEachOriginalToWhatLeft() throws IOException {
    run("1.1.1,,,,2,3,10,5,,,\n");

    assertEquals(List.of("image1", "image2", "image3"), crossed().stream().map(r -> Path.of(r.get("original_path")).getFileName().toString()).toList());
    assertEquals(List.of("1.1.9.1", "1.1.9.2", "1.1.9.3"), crossed().stream().map(r -> r.get("original_sop_instance_uid")).toList());
    assertEquals(1, crossed().stream().map(r -> r.get("patient_id")).collect(Collectors.toSet()).size());
    assertTrue(crossed().stream().allMatch(r -> r.get("original_patient_id").equals("S") && Files.exists(out.resolve(r.get("path"))) && r.get("withheld").isEmpty()), crossed()::toString);
  }

  @Test
  void whatIsLeftOutStandsInTheCrosswalkWithItsReason() throws IOException {
    Files.writeString(in.resolve("note.txt"), "no image");

    assertEquals(1, run("1.1.1,,,,2,3,10,5,,,\n").code());
    var note = crossed().getLast();
    assertTrue(note.get("original_path").endsWith("note.txt"), note::toString);
    assertFalse(note.get("withheld").isEmpty());
    assertEquals("", note.get("path"));
  }

  @Test
  void aBoxThatFitsNoFileOrIsNoBoxRefusesAllBeforeAnythingIsWritten() throws IOException {
    for (var row : List.of("1.1.1,1.1.9.3,,,2,3,10,5,,,\n", "9.9,,,,2,3,10,5,,,\n", "1.1.1,,2,1,2,3,10,5,,,\n", "1.1.1,,,,2,3,0,5,,,\n")) {
      var run = run("1.1.1,,,,2,3,10,5,,,\n" + row);
      assertEquals(2, run.code(), row);
      assertTrue(run.err().contains("row 3: ") && run.err().contains("; nothing was written"), run::err);
      assertFalse(Files.exists(out) || Files.exists(crosswalk), row);
    }
  }

  @Test
  void aBoxOutsideOfItsInstanceHoldsThatInstanceBack() throws IOException {
    var run = run("1.1.1,1.1.9.1,,,64,3,10,5,,,\n");

    assertEquals(1, run.code());
    assertTrue(run.out().contains("outside of its image"), run::out);
    assertEquals(2, crossed().stream().filter(r -> !r.get("path").isEmpty()).count());
  }

  @Test
  void aCrosswalkNeverLiesInWhatIsGivenAwayAndReplacesNothing() throws IOException {
    var regions = Files.writeString(folder.resolve("regions.csv"), COLUMNS);
    assertEquals(2, TestCommands.run("deidentify", in, out, "--profile", "ps315-basic", "--crosswalk", out.resolve("crosswalk.csv")).code());
    assertEquals(1, TestCommands.run("deidentify", in, out, "--profile", "ps315-basic", "--crosswalk", regions).code());
    var nowhere = TestCommands.run("deidentify", in, out, "--profile", "ps315-basic", "--crosswalk", folder.resolve("nowhere/crosswalk.csv"));
    assertTrue(nowhere.code() == 1 && nowhere.err().contains("nowhere"), nowhere::err);
    assertFalse(Files.exists(out));
    assertEquals(COLUMNS, Files.readString(regions));
  }

  @Test
  void aCrosswalkIsForItsOwnerAloneAndNoneIsLeftOfARunThatWasRefused() throws IOException {
    Files.writeString(Files.createDirectories(out).resolve("theirs"), "theirs");
    assertEquals(1, run("1.1.1,,,,2,3,10,5,,,\n").code());
    assertFalse(Files.exists(crosswalk));
    Files.delete(out.resolve("theirs"));

    run("1.1.1,,,,2,3,10,5,,,\n");
    Assumptions.assumeTrue(Files.getFileStore(crosswalk).supportsFileAttributeView("posix"), "this disk knows no owners");
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(crosswalk)));
  }
}

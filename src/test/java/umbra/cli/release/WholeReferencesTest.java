package umbra.cli.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static umbra.cli.release.TestCommands.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import umbra.dicom.Tag;
import umbra.dicom.read.DicomReader;
import umbra.dicom.read.ReadOptions;
import umbra.practice.PracticeCollection;
import umbra.workspace.release.CsvRows;

/// References among the objects of the practice collection: counted, kept whole, and a release that would break them refused.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WholeReferencesTest {
  private static final String[] GATES = {"verdicts", "texts", "not-looked-at", "notes", "objects", "unrecognised"};
  private static final int SLICES = 100;

  private Path folder;
  private Path in;

  @BeforeAll
  void write(@TempDir Path temporary) throws IOException {
    folder = temporary;
    PracticeCollection.write(folder.resolve("p"), 7);
    in = folder.resolve("in");
    for (var part : List.of("ct", "rt", "seg", "sr", "ko", "pr", "dx")) copy(part, "");
    Files.delete(in.resolve("ct/enhanced.dcm"));
  }

  private void copy(String part, String to) throws IOException {
    var target = Files.createDirectories((to.isEmpty() ? in : folder.resolve(to)).resolve(part));
    try (var files = Files.list(folder.resolve("p/files").resolve(part))) {
      for (var file : files.toList()) Files.copy(file, target.resolve(file.getFileName()));
    }
  }

  private Path imported(String name, Path from, String decisions) throws IOException {
    var workspace = folder.resolve(name);
    run("import", workspace, from, "--quiet");
    assertEquals(0, run("decide", workspace, "--decisions", Files.writeString(folder.resolve(name + ".csv"), TestCommands.passing(GATES) + decisions)).code());
    return workspace;
  }

  private TestCommands.Run export(Path workspace, Path out) {
    return run("export", workspace, out, "--collection", "c", "--version", out.getFileName(), "--profile", "midi-research", "--quiet");
  }

  private static String ofTable(String csv, String from, String to, String kind) throws IOException {
    return CsvRows.of(csv).stream().filter(r -> r.get("from").equals(from) && r.get("to").equals(to) && r.get("of").equals(kind)).map(r -> r.get("before") + " " + r.get("after") + " " + r.get("broken"))
        .findFirst().orElse("none");
  }

  private String uid(String file, int group, int element) throws IOException {
    try (var read = new DicomReader(ReadOptions.LENIENT).read(in.resolve(file))) {
      return read.dataSet().text(Tag.of(group, element)).orElseThrow();
    }
  }

  @Test
  void allKindsAreCountedAndStayWhole() throws IOException {
    var workspace = imported("whole", in, "");
    var table = run("plan", workspace, "--profile", "midi-research", "--references", "--csv", "--quiet").out();

    assertEquals(SLICES + " " + SLICES + " 0", ofTable(table, "RTSTRUCT", "CT", "instances"), table);
    assertEquals("1 1 0", ofTable(table, "RTSTRUCT", "CT", "frames of reference"), table);
    assertEquals("1 1 0", ofTable(table, "RTDOSE", "CT", "frames of reference"), table);
    assertEquals("none", ofTable(table, "CT", "RTDOSE", "frames of reference"), "images are placed on nothing");
    assertEquals("12 12 0", ofTable(table, "SEG", "CT", "instances"), table);
    assertEquals("2 2 0", ofTable(table, "SEG", "SEG", "segments"), table);
    assertEquals("1 1 0", ofTable(table, "PR", "DX", "instances"), table);

    assertEquals(0, export(workspace, folder.resolve("1")).code());
    var verified = run("verify", folder.resolve("1"), "--references", "--csv", "--quiet");
    assertEquals(table, verified.out(), "the files say the same as the plan");
    assertTrue(run("verify", folder.resolve("1"), "--quiet").err().contains("references RTSTRUCT -> CT, instances: " + SLICES + " before, " + SLICES + " now, 0 broken by the export"));
    assertTrue(Files.readString(folder.resolve("1/method.html")).contains("<td>SEG</td><td>SEG</td><td>segments</td>"));
  }

  @Test
  void aReleaseThatBreaksReferencesIsRefusedUntilAPersonPassesIt() throws IOException {
    var workspace = imported("breaking", in, "series," + uid("ct/slice001.dcm", 0x0020, 0x000E) + ",,,withhold,,a test\n");

    var refused = export(workspace, folder.resolve("2"));
    assertEquals(4, refused.code());
    assertTrue(refused.err().contains("references"), refused.err());
    assertFalse(Files.exists(folder.resolve("2")));
    assertEquals(SLICES + " 0 " + SLICES, ofTable(run("plan", workspace, "--profile", "midi-research", "--references", "--csv", "--quiet").out(), "RTSTRUCT", "CT", "instances"));

    run("decide", workspace, "--decisions", Files.writeString(folder.resolve("pass.csv"), TestCommands.passing("references")));
    assertEquals(1, export(workspace, folder.resolve("2")).code(), "written, with some left out");
  }

  @Test
  void whatWasBrokenBeforeDoesNotBlock() throws IOException {
    copy("rt", "alone");
    copy("pr", "alone");
    var workspace = imported("before", folder.resolve("alone"), "");

    assertEquals(0, export(workspace, folder.resolve("3")).code());
    var table = run("verify", folder.resolve("3"), "--references", "--csv", "--quiet").out();
    assertEquals(SLICES + " " + SLICES + " 0", ofTable(table, "RTSTRUCT", "outside", "instances"), table);
  }

  @Test
  void verificationSeesThatAFileLostItsReferences() throws IOException {
    var workspace = imported("altered", in, "");
    assertEquals(0, export(workspace, folder.resolve("4")).code());
    var rows = CsvRows.of(Files.readString(folder.resolve("4/manifest.csv")));
    var structures = rows.stream().filter(r -> r.get("sop_class_uid").equals("1.2.840.10008.5.1.4.1.1.481.3")).map(r -> r.get("path")).findFirst().orElseThrow();
    Files.delete(folder.resolve("4").resolve(structures));

    var verified = run("verify", folder.resolve("4"), "--quiet");

    assertEquals(1, verified.code());
    assertTrue(verified.out().contains("states references from RTSTRUCT to CT (instances) that no file has"), verified.out());
  }

  @Test
  void theLedgerSumsUpToTheCollection() throws IOException {
    var workspace = imported("ledger", in, "series," + uid("dx/chest.dcm", 0x0020, 0x000E) + ",,,withhold,,a test\n");
    var rows = CsvRows.of(run("plan", workspace, "--profile", "midi-research", "--ledger", "--csv", "--quiet").out()).stream()
        .collect(Collectors.toMap(r -> r.get("name"), r -> List.of(r.get("cleaned"), r.get("inspected"), r.get("only_shown"), r.get("not_understood"), r.get("stays"))));

    assertEquals(List.of("0", "0", Integer.toString(SLICES), "0", "0"), rows.get("CT Image Storage"), rows::toString);
    assertEquals(List.of("0", "0", "0", "0", "1"), rows.get("Digital X-Ray Image Storage - For Presentation"), rows::toString);
    long files;
    try (Stream<Path> all = Files.walk(in)) {
      files = all.filter(Files::isRegularFile).count();
    }
    assertEquals(files, rows.values().stream().flatMap(List::stream).mapToLong(Long::parseLong).sum(), rows::toString);
  }
}

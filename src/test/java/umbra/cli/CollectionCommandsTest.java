package umbra.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import umbra.job.ComputePool;
import umbra.workspace.Workspace;
import umbra.workspace.intake.Sample;
import umbra.workspace.source.SourceFiles;

/// `umbra import` and `umbra list` as people script with them.
class CollectionCommandsTest {
  @TempDir Path folder;
  private Path in;
  private Path workspace;

  private record Run(int code, String out, String err) {}

  @BeforeEach
  void writeFiles() throws IOException {
    in = folder.resolve("in");
    workspace = folder.resolve("workspace");
    Sample.of("A", "1.1", "1.1.1", "1.1.1.1").with("SeriesDescription", "Neck, \"soft\"").with("SeriesNumber", "3").write(in.resolve("a1"));
    Sample.of("A", "1.1", "1.1.1", "1.1.1.2").with("PatientSex", "F").write(in.resolve("a2"));
    Sample.of("B", "1.2", "1.2.1", "1.2.1.1").with("Modality", "MR").with("StationName", "ROOM7").write(in.resolve("b1"));
  }

  private Run run(Object... arguments) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var before = List.of(System.out, System.err);
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
    try (var pool = new ComputePool(2)) {
      var words = java.util.Arrays.stream(arguments).map(Object::toString).toArray(String[]::new);
      int code = UmbraCommand.run(words, List.of(new ImportCommand(new SourceFiles(), pool), new ListCommand()));
      return new Run(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(before.get(0));
      System.setErr(before.get(1));
    }
  }

  @Test
  void importPrintsCountsAndEndsWithZero() {
    var run = run("import", workspace, in, "--json");

    assertEquals(0, run.code(), run.err());
    assertEquals("[{\"subjects\":2,\"studies\":2,\"series\":2,\"instances\":3,\"not_dicom\":0,\"duplicates\":0,\"quarantined\":0,\"added\":3,\"unchanged\":0}]",
        run.out().replaceAll("\\s", ""));
    assertTrue(run("import", workspace, in).out().lines().skip(1).findFirst().orElse("").matches("2 +2 +2 +3 +0 +0 +0 +0 +3"));
  }

  @Test
  void whatIsQuarantinedMakesTheCodeOneAndIsListedWithItsReason() throws IOException {
    Files.createFile(in.resolve("empty.dcm"));

    var run = run("import", workspace, in, "--csv");

    assertEquals(1, run.code());
    assertEquals(List.of("path,bytes,reason", in.resolve("empty.dcm") + ",0,empty file"), run.out().lines().toList());
    assertTrue(run.out().endsWith("\r\n"), "RFC 4180");
    assertEquals(1, run("import", workspace, in).code(), "it still is");
  }

  @Test
  void allLevelsAreListed() {
    run("import", workspace, in);

    assertEquals(List.of("patient_id,patient_name,instances", "A,Sample^A,2", "B,Sample^B,1"), csv("subject"));
    assertEquals(List.of("patient_id,study_instance_uid,study_date,description,modalities,series,instances,conflicts", "A,1.1,20200102,,OT,1,2,PatientSex",
        "B,1.2,20200102,,MR,1,1,"), csv("study"));
    assertEquals(List.of("patient_id,study_instance_uid,series_instance_uid,number,modality,description,instances,frames,noted,same_uid",
        "A,1.1,1.1.1,3,OT,\"Neck, \"\"soft\"\"\",2,2,0,0", "B,1.2,1.2.1,,MR,,1,1,0,0"), csv("series"));
    var instances = csv("instance");
    assertEquals(4, instances.size());
    assertTrue(instances.get(1).startsWith("A,1.1,1.1.1,1.1.1.1,1.2.840.10008.5.1.4.1.1.7,1.2.840.10008.1.2.1,0,1,1,,"), instances.get(1));
    assertTrue(instances.get(1).endsWith(in.resolve("a1").toString()));
    assertTrue(run("list", workspace, "--level", "subject", "--json").out().replaceAll("\\s", "").startsWith("[{\"patient_id\":\"A\",\"patient_name\":\"Sample^A\",\"instances\":2}"));
  }

  private List<String> csv(String level) {
    var run = run("list", workspace, "--level", level, "--csv");
    assertEquals(0, run.code(), run.err());
    return run.out().lines().toList();
  }

  @Test
  void seriesAreFoundByAnyAttribute() {
    run("import", workspace, in);

    for (var query : List.of("mr", "station:room7", "StationName=room", "\"sample^b\"", "mr patientid:b")) {
      assertEquals(2, run("list", workspace, "--csv", "--where", query).out().lines().count(), query);
    }
    assertEquals(1, run("list", workspace, "--csv", "--where", "modality:room7").out().lines().count());
    assertEquals(1, run("list", workspace, "--csv", "--where", "mr ot").out().lines().count());
  }

  @Test
  void goneSourcesAreFoundWhenAskedFor() throws IOException {
    run("import", workspace, in);
    assertEquals(0, run("list", workspace, "--level", "instance", "--sources").code());
    Files.delete(in.resolve("b1"));

    var run = run("list", workspace, "--level", "instance", "--sources", "--csv");

    assertEquals(1, run.code());
    assertTrue(run.out().lines().anyMatch(l -> l.startsWith("B,") && l.endsWith(",gone")), run.out());
    assertTrue(run.out().lines().anyMatch(l -> l.startsWith("A,") && l.endsWith(",there")), run.out());
    assertEquals(2, run("list", workspace, "--level", "series", "--sources").code());
  }

  @Test
  void aWorkspaceThatCannotBeOpenedIsCodeThree() throws IOException {
    assertEquals(3, run("list", folder.resolve("nowhere")).code());
    assertEquals(3, run("import", in, in).code(), "a folder of images is no workspace");
    try (var open = Workspace.open(workspace, Optional.empty())) {
      var run = run("list", open.folder());
      assertEquals(3, run.code());
      assertTrue(run.err().contains("in use"), run.err());
      assertEquals(1, run.err().lines().count());
    }
    var passphrase = Files.writeString(folder.resolve("pass"), "correct horse\nsecond line is no part of it");
    var locked = folder.resolve("locked");
    assertEquals(0, run("import", locked, in, "--passphrase-file", passphrase).code());
    assertEquals(3, run("list", locked).code());
    assertEquals(3, run("list", locked, "--passphrase-file", in.resolve("a1")).code());
    assertEquals(0, run("list", locked, "--passphrase-file", passphrase).code());
    Files.write(workspace.resolve("catalog.mv.db"), new byte[8192]);
    assertEquals(3, run("list", workspace).code());
  }

  @Test
  void wrongUsageIsCodeTwoAndAMissingPathMakesNoWorkspace() {
    assertEquals(2, run("import", workspace).code());
    assertEquals(2, run("import").code());
    assertEquals(2, run("list", workspace, "--level", "planet").code());
    assertEquals(1, run("import", workspace, folder.resolve("nothing")).code());
    assertFalse(Files.exists(workspace));
  }
}

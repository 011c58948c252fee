package umbra.cli.release;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
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
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import umbra.cli.DecideCommand;
import umbra.cli.ImportCommand;
import umbra.cli.UmbraCommand;
import umbra.deid.profile.ProfileStore;
import umbra.job.ComputePool;
import umbra.object.ObjectText;
import umbra.object.report.ReportText;
import umbra.practice.PracticeCollection;
import umbra.workspace.source.SourceFiles;
import umbra.workspace.release.ReleaseParts;

/// From import to a verified version, as people script it.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReleaseCommandsTest {
  private static final String HEADER = "kind,object,private_creator,text,decision,replacement,reason\n";
  private static final byte[] KEY = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

  private Path folder;
  private Path workspace;

  private record Run(int code, String out, String err) {}

  @BeforeAll
  void importAndPassTheGates(@TempDir Path temporary) throws IOException {
    folder = temporary;
    workspace = folder.resolve("workspace");
    PracticeCollection.write(folder.resolve("p"), 7);
    try (var all = Files.walk(folder.resolve("p/files"))) {
      for (var file : all.filter(f -> f.getFileName().toString().matches("slice0*[2-9]\\d.*")).toList()) Files.delete(file); // fewer slices do as well
    }
    run("import", workspace, folder.resolve("p/files"), "--quiet");
    assertEquals(4, export(folder.resolve("refused"), "0").code(), "the gate is closed at first");
    assertFalse(Files.exists(folder.resolve("refused")), "nothing was written");
    var decisions = Files.writeString(folder.resolve("d.csv"), HEADER + "gate,verdicts,,,pass,,a test\ngate,texts,,,pass,,a test\ngate,not-looked-at,,,pass,,a test\n"
        + "gate,objects,,,pass,,a test\ngate,unrecognised,,,pass,,a test\ngate,notes,,,pass,,a test\n");
    assertEquals(0, run("decide", workspace, "--decisions", decisions).code());
    assertEquals(0, export(folder.resolve("out"), "1").code());
  }

  private Run export(Path out, String version) {
    return run("export", workspace, out, "--collection", "trial", "--version", version, "--profile", "midi-research", "--quiet");
  }

  private Run run(Object... arguments) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var before = List.of(System.out, System.err);
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
    try (var pool = new ComputePool(2)) {
      var words = java.util.Arrays.stream(arguments).map(Object::toString).toArray(String[]::new);
      var parts = new ReleaseParts(new SourceFiles(), pool, new ObjectText(List.of(new ReportText())), TestPixels.seeingNothing(),
          new ProfileStore(List.of(Path.of("profiles"))), KEY::clone);
      int code = UmbraCommand.run(words, List.of(new ImportCommand(new SourceFiles(), pool), new DecideCommand(), new PlanCommand(parts), new ExportCommand(parts), new CrosswalkCommand(),
          new VerifyCommand(new SourceFiles()), new SubjectsCommand(), new umbra.cli.AuditCommand()));
      return new Run(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(before.get(0));
      System.setErr(before.get(1));
    }
  }

  private static Map<String, byte[]> files(Path root) throws IOException {
    var all = new TreeMap<String, byte[]>();
    try (var walk = Files.walk(root)) {
      for (var file : walk.filter(Files::isRegularFile).toList()) all.put(root.relativize(file).toString(), Files.readAllBytes(file));
    }
    return all;
  }

  @Test
  void theExportVerifiesByItselfAndWithItsWorkspace() {
    var alone = run("verify", folder.resolve("out"), "--quiet");
    var with = run("verify", folder.resolve("out"), "--workspace", workspace, "--quiet");

    assertEquals(0, alone.code(), alone.out());
    assertEquals(0, with.code(), with.out());
  }

  @Test
  void theSameKeyAndDecisionsGiveTheSameBytes() throws IOException {
    assertEquals(0, export(folder.resolve("again"), "same").code());

    var first = files(folder.resolve("out/data"));
    var second = files(folder.resolve("again/data"));
    assertEquals(first.keySet(), second.keySet());
    first.forEach((path, bytes) -> assertArrayEquals(bytes, second.get(path), path));
  }

  @Test
  void aFinishedVersionIsNotWrittenAgainAndAnotherKeyIsRefused() throws IOException {
    assertEquals(4, export(folder.resolve("twice"), "1").code());
    var key = Files.writeString(folder.resolve("key"), "another secret of enough bytes");
    assertEquals(4, run("export", workspace, folder.resolve("other"), "--collection", "trial", "--version", "9", "--profile", "midi-research", "--key-file", key, "--quiet").code());
    assertFalse(Files.exists(folder.resolve("other")));
  }

  @Test
  void verificationSeesWhatWasTamperedWith() throws IOException {
    assertEquals(0, export(folder.resolve("tampered"), "t").code());
    var file = folder.resolve("tampered").resolve(Files.readAllLines(folder.resolve("tampered/manifest.csv")).get(1).split(",")[0]);
    var bytes = Files.readAllBytes(file);
    bytes[bytes.length - 1] ^= 1;
    Files.write(file, bytes);
    Files.writeString(folder.resolve("tampered/data/stray.txt"), "PRACTICE");
    Files.writeString(folder.resolve("tampered/method.html"), "about Lumen^Ada", java.nio.file.StandardOpenOption.APPEND);

    var alone = run("verify", folder.resolve("tampered"), "--quiet");
    var with = run("verify", folder.resolve("tampered"), "--workspace", workspace, "--quiet");

    assertEquals(1, alone.code());
    assertTrue(alone.out().contains("another hash"), alone.out());
    assertTrue(alone.out().contains("not in the manifest"), alone.out());
    assertTrue(with.out().contains("holds an original identifier: name"), with.out());
  }

  @Test
  void noOriginalIdentifierStandsInTheExport() throws IOException {
    for (var entry : files(folder.resolve("out")).entrySet()) {
      var text = new String(entry.getValue(), StandardCharsets.ISO_8859_1);
      for (var secret : List.of("Pixelmann", "Lumen^", "Penumbra", "PRACTICE-")) assertFalse(text.contains(secret), secret + " in " + entry.getKey());
      assertFalse(entry.getKey().contains("PRACTICE"));
    }
  }

  @Test
  void theCrosswalkTiesEachFileToItsSource() throws IOException {
    assertEquals(0, run("crosswalk", workspace, "--version", "1", "--out", folder.resolve("walk.csv")).code());

    var lines = Files.readAllLines(folder.resolve("walk.csv"));
    assertEquals(files(folder.resolve("out/data")).size(), lines.size() - 1);
    assertTrue(lines.get(1).contains("PRACTICE-") && lines.get(1).contains("data/SUBJ-"), lines.get(1));
  }

  @Test
  void theRecordsSayWhatWasDoneAndWhatWasLeftOpen() throws IOException {
    var json = Files.readString(folder.resolve("out/collection.json"));
    var page = Files.readString(folder.resolve("out/method.html"));

    for (var said : List.of("\"code\" : \"113100\"", "\"gate\" : \"verdicts\"", "\"reason\" : \"a test\"", "\"audit_head\"", "kept_or_cleaned_percent")) assertTrue(json.contains(said), said);
    assertTrue(page.contains("Share of Data Elements retained") && page.contains("series without a verdict"));
    var plan = run("plan", workspace, "--profile", "midi-research", "--csv", "--quiet").out();
    for (var line : plan.lines().skip(1).toList()) {
      var rule = line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)")[3].replace("\"", "");
      assertTrue(page.contains(rule.replace("&", "&amp;")), rule + " fired and is not in the statement");
    }
  }

  @Test
  void anExportThatLostFilesGoesOn() throws IOException {
    var out = folder.resolve("stopped");
    // A folder that cannot be written to stops it in the middle.
    Files.createDirectories(out);
    Files.createFile(out.resolve("data"));
    var failed = export(out, "s");
    assertTrue(failed.code() != 0, failed.err());
    Files.delete(out.resolve("data"));

    var resumed = export(out, "s");

    assertEquals(0, resumed.code(), resumed.err());
    assertEquals(files(folder.resolve("out/data")).keySet(), files(out.resolve("data")).keySet());
  }

  @Test
  void planPrintsRulesByPathAndWhatIsOpen() {
    var plan = run("plan", workspace, "--profile", "ps315-basic", "--csv", "--quiet");

    assertTrue(plan.out().contains("(0010,0020)") || plan.out().contains("\"(0010,0020)\""), plan.out());
    assertTrue(run("plan", workspace, "--profile", "midi-research", "--gates", "--csv", "--quiet").out().contains("a test"));
    assertEquals(2, run("plan", workspace, "--profile", "ps315-basic", "--option", "nonsense", "--quiet").code());
  }

  @Test
  void mergedSubjectsLeaveAsOnePersonAndNamesComeFromATable() throws IOException {
    var own = folder.resolve("merging");
    run("import", own, folder.resolve("p/files"), "--quiet");
    var gates = Files.writeString(folder.resolve("gates.csv"), HEADER + "gate,verdicts,,,pass,,a test\ngate,texts,,,pass,,a test\ngate,not-looked-at,,,pass,,a test\n"
        + "gate,objects,,,pass,,a test\ngate,unrecognised,,,pass,,a test\ngate,notes,,,pass,,a test\n");
    run("decide", own, "--decisions", gates);
    var ids = run("subjects", own, "--csv").out().lines().skip(1).map(l -> l.split(",")[1]).toList();
    assertEquals(2, run("subjects", own, "--merge", ids.get(0) + "=" + ids.get(1)).code(), "a reason is needed");
    assertEquals(2, run("subjects", own, "--merge", ids.get(0) + "=nobody", "--reason", "a test").code());
    assertEquals(0, run("subjects", own, "--merge", ids.get(0) + "=" + ids.get(1), "--reason", "a test").code());
    assertTrue(run("subjects", own, "--csv").out().contains("#2 " + ids.get(1)));

    var merged = run("export", own, folder.resolve("merged"), "--collection", "m", "--version", "1", "--profile", "ps315-basic", "--sequence", "--prefix", "TRIAL-", "--quiet");
    assertEquals(0, merged.code(), merged.err());
    var folders = folders(folder.resolve("merged/data"));
    assertEquals(ids.size() - 1, folders.size());
    assertTrue(folders.contains("TRIAL-0002") && !folders.contains("TRIAL-0001"), folders.toString());

    var names = Files.writeString(folder.resolve("names.csv"), "patient_id,new_patient_id,new_patient_name\n" + ids.get(1) + ",CASE-A,Case^A\n");
    var named = run("export", own, folder.resolve("named"), "--collection", "n", "--version", "1", "--profile", "ps315-basic", "--names", names, "--quiet");
    assertEquals(4, named.code(), "the others have no name: " + named.err());
    Files.writeString(gates, HEADER + "gate,sources,,,pass,,only these\n");
    run("decide", own, "--decisions", gates);
    run("export", own, folder.resolve("named"), "--collection", "n", "--version", "1", "--profile", "ps315-basic", "--names", names, "--quiet");
    assertEquals(List.of("CASE-A"), folders(folder.resolve("named/data")));
  }

  private static List<String> folders(Path data) throws IOException {
    try (var list = Files.list(data)) {
      return list.map(p -> p.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void theTrailNamesTheProfileAndLeadsThroughTheHeadsOfAllVersions() throws IOException {
    assertEquals(0, run("audit", workspace, "--verify").code());
    assertTrue(run("audit", workspace, "--csv").out().lines().anyMatch(l -> l.contains("PROFILE") && l.contains("midi-research")));
    var head = Files.readString(folder.resolve("out/collection.json")).replaceAll("(?s).*\"audit_head\" : \"([^\"]+)\".*", "$1");
    assertEquals(0, run("audit", workspace, "--verify", "--head", head).code());
    assertEquals(1, run("audit", workspace, "--verify", "--head", "1:" + "0".repeat(64)).code());
    assertEquals(1, run("audit", workspace, "--verify", "--head", "100000" + head.substring(head.indexOf(':'))).code(), "the tail was cut");
  }

  @Test
  void withoutAProfileTheChoiceOfTheWorkspaceHoldsAndIsTold() throws Exception {
    var own = folder.resolve("choosing");
    run("import", own, folder.resolve("p/files"), "--quiet");
    var none = run("plan", own, "--quiet");
    assertEquals(2, none.code());
    assertTrue(none.err().contains("no profile was chosen"), none.err());
    try (var open = umbra.workspace.Workspace.openExisting(own, java.util.Optional.empty())) {
      var choice = umbra.workspace.release.ReleaseChoice.NONE.withProfile("ps315-basic").withNaming(umbra.workspace.release.ReleaseChoice.Naming.SEQUENCE).withPrefix("WINDOW-");
      new umbra.workspace.release.ReleaseChoices(open, ReleaseParts.curation(open)).choose(choice, "a test");
    }
    run("decide", own, "--decisions", folder.resolve("d.csv"));

    var plan = run("plan", own, "--quiet");
    assertTrue(plan.err().contains("as chosen in this workspace: profile ps315-basic; names in sequence, prefix WINDOW-"), plan.err());
    var export = run("export", own, folder.resolve("chosen"), "--collection", "c", "--version", "1", "--quiet");
    assertEquals(0, export.code(), export.err());
    assertTrue(folders(folder.resolve("chosen/data")).contains("WINDOW-0001"));
    var other = run("export", own, folder.resolve("other-prefix"), "--collection", "c", "--version", "2", "--prefix", "P-", "--quiet");
    assertEquals(4, other.code());
    assertTrue(other.err().contains("in version 1"), other.err());
  }
}

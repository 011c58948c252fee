package umbra.cli.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static umbra.cli.release.TestCommands.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import umbra.app.audit.AuditViewModel;
import umbra.catalog.audit.AuditAction;
import umbra.catalog.version.Versions;
import umbra.job.DirectJobRunner;
import umbra.practice.PracticeCollection;
import umbra.workspace.Workspace;
import umbra.workspace.export.check.LeakLook;
import umbra.workspace.release.CsvRows;
import umbra.workspace.source.SourceFiles;

/// The trail as others get it, by the commands and from the window, after all was done with reasons that name patients.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TrailForOthersTest {
  private static final List<String> FORMS = List.of("", "--csv", "--json");
  private static final String GATES = "verdicts texts not-looked-at objects unrecognised notes findings subjects documents references";

  private Path folder;
  private Path workspace;
  private List<Map<String, String>> key;

  @BeforeAll
  void releaseWithCarelessReasons(@TempDir Path temporary) throws Exception {
    folder = temporary;
    workspace = folder.resolve("workspace");
    PracticeCollection.write(folder.resolve("p"), 7);
    key = CsvRows.of(Files.readString(folder.resolve("p/answer-key.csv")));
    try (var all = Files.walk(folder.resolve("p/files"))) {
      for (var file : all.filter(f -> f.getFileName().toString().matches("slice0*[2-9]\\d.*")).toList()) Files.delete(file); // fewer slices do as well
    }
    ok(run("import", workspace, folder.resolve("p/files"), "--quiet"), 0, 1);
    ok(run("values", workspace, "--quiet"), 0);
    var name = first("PatientName");
    var because = '"' + String.join(" ", name, first("PatientID"), first("AccessionNumber"), first("StudyInstanceUID"), first("PatientBirthDate")) + "\"\n";
    var decisions = new StringBuilder("kind,object,private_creator,text,decision,replacement,reason\n");
    decisions.append("value,,,%s,remove,,%s".formatted(name, because)).append("value,PatientName,,%s,replace,%s,%s".formatted(name, name, because));
    decisions.append("finding-text,,,%s,redact,,%s".formatted(name, because)).append("series,%s,,,unsure,,%s".formatted(first("SeriesInstanceUID"), because));
    for (var gate : GATES.split(" ")) decisions.append("gate,%s,,,pass,,%s".formatted(gate, because));
    ok(run("decide", workspace, "--decisions", Files.writeString(folder.resolve("d.csv"), decisions)), 0);
    var regions = "series_instance_uid,sop_instance_uid,frame_first,frame_last,x,y,width,height,state,author,reason\n%s,,,,1,1,40,9,drawn,,%s".formatted(first("SeriesInstanceUID"), because);
    ok(run("redact", workspace, "--regions", Files.writeString(folder.resolve("r.csv"), regions)), 0);
    var ids = key.stream().filter(r -> r.get("tag_path").equals("PatientID")).map(r -> r.get("value")).distinct().toList();
    ok(run("subjects", workspace, "--merge", ids.get(1) + "=" + ids.get(2), "--reason", because.strip()), 0);
    ok(run("subjects", workspace, "--split", ids.get(2), "--reason", because.strip()), 0);
    ok(run("decide", workspace, "--decisions", folder.resolve("d.csv")), 0); // what was split closed gates again
    ok(run("export", workspace, folder.resolve("out"), "--collection", "trial", "--version", "1", "--profile", "midi-research", "--quiet"), 0, 1);
    ok(run("verify", folder.resolve("out"), "--workspace", workspace, "--quiet"), 0, 1);
    ok(run("crosswalk", workspace, "--version", "1", "--out", folder.resolve("crosswalk.csv")), 0);
  }

  private static void ok(TestCommands.Run run, Integer... codes) {
    assertTrue(List.of(codes).contains(run.code()), run.code() + " " + run.out() + run.err());
  }

  private String first(String tagPath) {
    return key.stream().filter(r -> r.get("tag_path").equals(tagPath)).findFirst().orElseThrow().get("value");
  }

  private String trail(String form, boolean forOthers) {
    var words = new java.util.ArrayList<Object>(List.of("audit", workspace));
    if (forOthers) words.add("--for-others");
    if (!form.isEmpty()) words.add(form);
    var run = run(words.toArray());
    ok(run, 0);
    return run.out();
  }

  /// What the window writes.
  private String written(Workspace open, String into) throws Exception {
    new AuditViewModel(open.audit(), new Versions(open.catalog()), new DirectJobRunner()).exportForOthers(Files.createDirectories(folder.resolve(into)));
    return Files.readString(folder.resolve(into).resolve("audit-trail.csv"));
  }

  /// Every value of the answer key that is long enough not to be met by chance, and every part of a name.
  private Set<String> secrets() {
    var all = new TreeSet<String>();
    for (var row : key) {
      if (row.get("tag_path").endsWith("SOPClassUID")) continue;
      if (row.get("vr").equals("PN")) all.addAll(List.of(row.get("value").split("[\\^= ]")));
      all.add(row.get("value"));
    }
    all.removeIf(v -> v.length() < 4);
    return all;
  }

  @Test
  void noValueOfAnySubjectLeavesInAnyForm() throws Exception {
    var secrets = secrets();
    assertTrue(secrets.size() > 300, "the answer key was read: " + secrets.size());
    var whole = trail("--csv", false);
    var texts = FORMS.stream().collect(Collectors.toMap(f -> "audit --for-others " + f, f -> trail(f, true)));
    try (var open = Workspace.open(workspace, Optional.empty())) {
      texts.put("the window", written(open, "swept"));
      var versions = new Versions(open.catalog());
      var released = versions.released(versions.all().getFirst().id()).values();
      new DirectJobRunner().start("look", context -> {
        var look = LeakLook.of(open, new SourceFiles(), released, context);
        assertFalse(look.in(whole, "the whole trail").isEmpty(), "the trail in the house holds names, so the search can find them");
        texts.forEach((where, text) -> assertEquals(List.of(), look.in(text, where)));
        return texts.size();
      }, _ -> {}).await();
    }
    assertTrue(secrets.stream().filter(whole::contains).count() >= 5);
    texts.forEach((where, text) -> {
      var plain = text.replaceAll("[0-9a-f]{64}", "");
      assertEquals(List.of(), secrets.stream().filter(plain::contains).toList(), where);
    });
  }

  @Test
  void itStillTellsWhoDidWhatWhenAndUnderWhichProfile() throws Exception {
    var rows = CsvRows.of(trail("--csv", true));
    var whole = CsvRows.of(trail("--csv", false));
    assertEquals(whole.stream().map(r -> r.get("sequence") + r.get("at") + r.get("object")).toList(), rows.stream().map(r -> r.get("sequence") + r.get("at") + r.get("object")).toList(), "no row is missing");
    var done = rows.stream().map(r -> AuditAction.valueOf(r.get("action"))).collect(Collectors.toCollection(() -> EnumSet.noneOf(AuditAction.class)));
    assertTrue(done.containsAll(EnumSet.of(AuditAction.IMPORT, AuditAction.SCAN, AuditAction.VALUE, AuditAction.FINDING, AuditAction.REGION, AuditAction.VERDICT, AuditAction.MERGE, AuditAction.GATE,
        AuditAction.PROFILE, AuditAction.EXPORT_BEGUN, AuditAction.EXPORT_FINISHED, AuditAction.VERIFIED, AuditAction.CROSSWALK)), done.toString());
    assertTrue(rows.stream().allMatch(r -> r.get("why").isEmpty() && !r.get("who").isEmpty() && !r.get("object").isEmpty()));
    assertTrue(rows.stream().allMatch(r -> r.get("hash").isEmpty() != r.get("action").equals("EXPORT_FINISHED")), "no hash by which a guessed reason could be confirmed");
    var finished = rows.stream().filter(r -> r.get("action").equals("EXPORT_FINISHED")).findFirst().orElseThrow();
    assertFalse(finished.get("profile_hash").isEmpty());
    assertTrue(Files.readString(folder.resolve("out/collection.json")).contains(finished.get("hash")), "the head that the version prints stands in the trail of others");
    try (var open = Workspace.open(workspace, Optional.empty())) {
      assertEquals(rows, CsvRows.of(written(open, "compared")), "the window and the command agree");
    }
  }

  @Test
  void theChainVerifiesThroughTheHeadOfTheVersion() {
    var run = run("audit", workspace, "--verify");
    assertEquals(0, run.code(), run.err());
    var finished = CsvRows.of(trail("--csv", true)).stream().filter(r -> r.get("action").equals("EXPORT_FINISHED")).findFirst().orElseThrow();
    assertEquals(0, run("audit", workspace, "--verify", "--head", finished.get("sequence") + ":" + finished.get("hash")).code());
    assertEquals(1, run("audit", workspace, "--verify", "--head", finished.get("sequence") + ":" + "0".repeat(64)).code());
  }
}

package umbra.workspace.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import umbra.catalog.finding.ReviewKinds;
import umbra.deid.profile.ProfileStore;
import umbra.deid.value.ProjectKey;
import umbra.job.ComputePool;
import umbra.job.JobContext;
import umbra.object.ObjectText;
import umbra.ocr.OcrResult;
import umbra.workspace.Workspace;
import umbra.workspace.curate.Curation;
import umbra.workspace.curate.Review;
import umbra.workspace.curate.Subjects;
import umbra.workspace.curate.Verdict;
import umbra.workspace.intake.Intake;
import umbra.workspace.intake.Sample;
import umbra.workspace.source.SourceFiles;

/// Who changes something between plan and export, between two tries, or between two versions.
class ChangedMindTest {
  private static final JobContext QUIET = new JobContext() {
    @Override
    public void progress(long done, long total) {}

    @Override
    public void checkCancelled() {}
  };
  private static final String KEY = "sixteen bytes or more";

  @TempDir Path folder;
  private Workspace workspace;
  private Curation curation;
  private ComputePool pool;

  @BeforeEach
  void importTwoSubjects() throws Exception {
    workspace = Workspace.open(folder.resolve("w"), Optional.empty());
    pool = new ComputePool(2);
    curation = new Curation(workspace, ReviewKinds.ALL);
    Sample.of("A", "1.1", "1.1.1", "1.1.1.1").write(folder.resolve("in/a.dcm"));
    Sample.of("B", "1.2", "1.2.1", "1.2.1.1").write(folder.resolve("in/b.dcm"));
    take();
    pass();
  }

  @AfterEach
  void close() {
    workspace.close();
    pool.close();
  }

  private void take() {
    new Intake(workspace, new SourceFiles(), pool).run(List.of(folder.resolve("in")), QUIET);
  }

  private void pass() {
    for (var gate : Gate.Kind.values()) if (gate != Gate.Kind.IDENTITY) curation.pass(gate.word(), "a test");
  }

  private Terms terms(String version, String key, String prefix) throws Exception {
    return new Terms("c", version, new ProfileStore(List.of(Path.of("profiles"))).profile("midi-research"), ProjectKey.of(key.getBytes(StandardCharsets.US_ASCII)), false, prefix);
  }

  private Prepared plan(Terms terms) {
    return new Preparation(workspace, new SourceFiles(), pool, new ObjectText(List.of()), curation).run(terms, QUIET);
  }

  private Export.Report write(Terms terms, Prepared prepared, JobContext context) throws Exception {
    var sources = new InstanceExport.Sources(new SourceFiles(), TestRedacting.of(workspace, new OcrResult.Texts(List.of())), new Review(workspace, curation), curation.textDecisions());
    return new Export(workspace, pool, sources).run(terms, prepared, folder.resolve("out" + terms.version()), context);
  }

  private Export.Report export(String version, String key, String prefix) throws Exception {
    var terms = terms(version, key, prefix);
    return write(terms, plan(terms), QUIET);
  }

  private RefusedExportException refused(String version, String key, String prefix) {
    return assertThrows(RefusedExportException.class, () -> export(version, key, prefix));
  }

  private String json(String version) throws Exception {
    return Files.readString(folder.resolve("out" + version + "/collection.json"));
  }

  private long files(String version) throws Exception {
    try (var all = Files.walk(folder.resolve("out" + version + "/data"))) {
      return all.filter(Files::isRegularFile).count();
    }
  }

  @Test
  void aMergeAfterAVersionIsRefusedUntilAPersonGivesAReasonAndTheNextVersionNamesWhoChanged() throws Exception {
    export("1", KEY, "S-");
    new Subjects(workspace, curation).merge(List.of(2L), 1L, "one person");
    pass();

    var refused = refused("2", KEY, "S-");
    assertEquals(List.of(Gate.Kind.IDENTITY), refused.open().stream().map(Gate::kind).toList());
    assertTrue(refused.getMessage().contains("in version 1"), refused.getMessage());
    assertTrue(plan(terms("2", KEY, "S-")).open().stream().anyMatch(o -> o.what().contains("subject #2") && o.what().contains("version 1")));
    assertFalse(Files.exists(folder.resolve("out2")));

    curation.pass(Gate.Kind.IDENTITY.word(), "the archive was wrong");
    export("2", KEY, "S-");
    assertEquals(1, json("2").split("\"renamed\"")[1].split("]")[0].split("2\\.25\\.").length - 1, json("2"));
    assertTrue(json("2").contains("the archive was wrong"));
    export("3", KEY, "S-");
    assertEquals(0, json("3").split("\"renamed\"")[1].split("]")[0].split("2\\.25\\.").length - 1, "as in version 2");
  }

  @Test
  void anotherKeyOrNamingThanThatOfAVersionIsTheSameRefusal() throws Exception {
    export("1", KEY, "S-");

    assertEquals(List.of(Gate.Kind.IDENTITY), refused("2", "another key of enough bytes", "S-").open().stream().map(Gate::kind).toList());
    assertEquals(2, refused("2", KEY, "T-").open().getFirst().count());
    curation.pass(Gate.Kind.IDENTITY.word(), "asked for by the sponsor");
    export("2", KEY, "T-");
    assertEquals(2, json("2").split("\"renamed\"")[1].split("]")[0].split("2\\.25\\.").length - 1);
  }

  @Test
  void aPassHoldsForWhatWasThereAndClosesAgainWhenSomethingCame() throws Exception {
    assertTrue(plan(terms("1", KEY, "S-")).closed().isEmpty());
    Sample.of("C", "1.3", "1.3.1", "1.3.1.1").write(folder.resolve("in/c.dcm"));
    take();
    assertTrue(plan(terms("1", KEY, "S-")).closed().stream().anyMatch(g -> g.kind() == Gate.Kind.VERDICTS));
    pass();
    take();
    assertTrue(plan(terms("1", KEY, "S-")).closed().isEmpty(), "nothing new came");
    curation.judge(List.of(workspace.catalog().collection().allSeries(0, 1).getFirst().id()), Verdict.UNSURE, "");
    assertTrue(plan(terms("1", KEY, "S-")).closed().stream().anyMatch(g -> g.kind() == Gate.Kind.VERDICTS));
  }

  @Test
  void aPlanThatIsOutOfDateIsNotExported() throws Exception {
    var terms = terms("1", KEY, "S-");
    var prepared = plan(terms);
    curation.judge(List.of(workspace.catalog().collection().allSeries(0, 1).getFirst().id()), Verdict.WITHHOLD, "");

    var refused = assertThrows(RefusedExportException.class, () -> write(terms, prepared, QUIET));
    assertTrue(refused.getMessage().contains("out of date"), refused.getMessage());
    assertFalse(Files.exists(folder.resolve("out1")));
  }

  /// Stops when all is written and before it is told.
  @Test
  void whatWasWithheldAfterAStopIsNotInTheVersionThatGoesOn() throws Exception {
    var terms = terms("1", KEY, "S-");
    var stop = new JobContext() {
      @Override
      public void progress(long done, long total) {
        throw new java.util.concurrent.CancellationException("stopped");
      }

      @Override
      public void checkCancelled() {}
    };
    var prepared = plan(terms);
    assertThrows(java.util.concurrent.CancellationException.class, () -> write(terms, prepared, stop));
    assertEquals(2, files("1"));

    curation.judge(List.of(workspace.catalog().collection().allSeries(0, 1).getFirst().id()), Verdict.WITHHOLD, "");
    curation.pass(Gate.Kind.REFERENCES.word(), "again");
    var report = export("1", KEY, "S-");

    assertEquals(0, report.unchanged(), "files of before are made anew");
    assertEquals(1, report.written());
    assertEquals(1, files("1"));
    assertEquals(2, Files.readAllLines(folder.resolve("out1/manifest.csv")).size());
  }

  @Test
  void peopleWithoutAnIdAreToldApartByBirthDateOrStudyAndAreDoubts() throws Exception {
    var one = Sample.of("", "2.1", "2.1.1", "2.1.1.1").with("PatientName", "DOE^JOHN");
    one.write(folder.resolve("in/d.dcm"));
    one.with("PatientBirthDate", "19610203").with("StudyInstanceUID", "2.2").with("SeriesInstanceUID", "2.2.1").with("SOPInstanceUID", "2.2.1.1").write(folder.resolve("in/e.dcm"));
    for (int i = 3; i < 5; i++) Sample.of("", "2." + i, "2." + i + ".1", "2." + i + ".1.1").with("PatientName", "").write(folder.resolve("in/" + i + ".dcm"));
    take();
    var subjects = new Subjects(workspace, curation);
    assertEquals(6, subjects.all().stream().map(Subjects.Person::number).distinct().count());
    assertEquals(4, subjects.doubts().size(), subjects.doubts().toString());
    assertTrue(plan(terms("1", KEY, "S-")).closed().stream().anyMatch(g -> g.kind() == Gate.Kind.SUBJECTS));

    pass();
    export("1", KEY, "S-");

    try (var folders = Files.list(folder.resolve("out1/data"))) {
      assertEquals(6, folders.count());
    }
  }
}

package umbra.workspace.curate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import umbra.catalog.audit.AuditAction;
import umbra.deid.value.PatientNaming;
import umbra.deid.value.ProjectKey;
import umbra.deid.value.SourceSubject;
import umbra.deid.value.Subject;
import umbra.job.ComputePool;
import umbra.job.JobContext;
import umbra.practice.PracticeCollection;
import umbra.workspace.Workspace;
import umbra.workspace.intake.Intake;
import umbra.workspace.source.SourceFiles;

class SubjectsTest {
  private static final JobContext QUIET = new JobContext() {
    @Override
    public void progress(long done, long total) {}

    @Override
    public void checkCancelled() {}
  };

  private Workspace workspace;
  private Curation curation;
  private Subjects subjects;

  @BeforeEach
  void importPractice(@TempDir Path folder) throws Exception {
    PracticeCollection.write(folder.resolve("p"), 7);
    workspace = Workspace.open(folder.resolve("w"), Optional.empty());
    try (var pool = new ComputePool(2)) {
      new Intake(workspace, new SourceFiles(), pool).run(List.of(folder.resolve("p/files")), QUIET);
    }
    curation = new Curation(workspace, List.of());
    subjects = new Subjects(workspace, curation);
  }

  @AfterEach
  void close() {
    workspace.close();
  }

  private Subject named(int place, PatientNaming naming) throws Exception {
    var row = subjects.all().get(place).row();
    var key = ProjectKey.of("a key of the tests, long enough".getBytes(StandardCharsets.US_ASCII));
    return subjects.pseudonyms(key, naming, false).subject(new SourceSubject(row.patientId(), "", row.patientName()));
  }

  @Test
  void mergedSubjectsShareNameAndOffsetUntilTheMergeIsUndone() throws Exception {
    var before = named(0, PatientNaming.KEYED);
    assertNotEquals(before, named(1, PatientNaming.KEYED));
    assertTrue(subjects.merge(List.of(subjects.all().get(1).number()), subjects.all().get(0).number(), "the same insurance number").isPresent());

    assertEquals(before, named(0, PatientNaming.KEYED));
    assertEquals(before, named(1, PatientNaming.KEYED));
    assertEquals(1, subjects.rowsByPerson().values().stream().filter(r -> r == subjects.all().get(0).row().id()).count() - 1);
    assertTrue(subjects.merge(List.of(subjects.all().get(0).number()), subjects.all().get(1).number(), "again").isEmpty(), "one person already");

    curation.history().undo();
    assertNotEquals(before, named(1, PatientNaming.KEYED));
    curation.history().redo();
    subjects.split(List.of(subjects.all().get(1).number()), "a mistake");
    assertNotEquals(before, named(1, PatientNaming.KEYED));
  }

  @Test
  void aMergeIsOnRecordByNumbersWithItsReason() {
    subjects.merge(List.of(2L), 1L, "the same insurance number");
    var row = workspace.audit().rows(0, 100).getLast();
    assertEquals(AuditAction.MERGE, row.event().action());
    assertEquals("person 2", row.event().object());
    assertTrue(row.event().why().endsWith("the same insurance number"));
    for (var person : subjects.all()) assertTrue(!row.toString().contains(person.row().patientId()));
  }

  @Test
  void aSequenceNumbersSubjectsByTheirArrivalAndKeepsTheNumbers() throws Exception {
    var sequence = new PatientNaming.Sequence("TRIAL-", 4, Map.of());
    assertEquals("TRIAL-0001", named(0, sequence).patientId());
    assertEquals("TRIAL-0002", named(1, sequence).patientId());
    subjects.merge(List.of(1L), 2L, "one person");
    assertEquals("TRIAL-0002", named(0, sequence).patientId());
    assertEquals(3, subjects.all().get(2).number());
    assertEquals("TRIAL-0003", named(2, sequence).patientId());
  }

  @Test
  void aPlanIsStaleAfterADecisionAndNotAfterAnExport() {
    long planned = workspace.audit().head().sequence();
    workspace.audit().append(umbra.catalog.audit.AuditEvent.of(AuditAction.EXPORT_FINISHED, "version 1", ""));
    assertTrue(Freshness.changedSince(workspace.audit(), planned).isEmpty());
    subjects.merge(List.of(2L), 1L, "one person");
    assertTrue(Freshness.changedSince(workspace.audit(), planned).isPresent());
    long after = workspace.audit().head().sequence();
    curation.history().undo();
    assertTrue(Freshness.changedSince(workspace.audit(), after).isPresent());
  }
}

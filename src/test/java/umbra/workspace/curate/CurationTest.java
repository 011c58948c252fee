package umbra.workspace.curate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import umbra.catalog.decision.TextPlace;
import umbra.deid.value.SourceSubject;
import umbra.deid.value.TextDecision;
import umbra.deid.value.TextValue;
import umbra.deid.vendor.CsaSamples;
import umbra.dicom.DataElement;
import umbra.dicom.Tag;
import umbra.dicom.TagPath;
import umbra.dicom.TransferSyntax;
import umbra.dicom.VR;
import umbra.dicom.write.DicomWriter;
import umbra.job.ComputePool;
import umbra.job.JobContext;
import umbra.practice.PracticeCollection;
import umbra.workspace.Workspace;
import umbra.workspace.header.Samples;
import umbra.workspace.intake.Intake;
import umbra.workspace.source.SourceFiles;

class CurationTest {
  private static final JobContext QUIET = new JobContext() {
    @Override
    public void progress(long done, long total) {}

    @Override
    public void checkCancelled() {}
  };
  private static final TextPlace COMMENT = new TextPlace("(0020,4000)", "", "LT", "a comment");

  private static TextValue value(String text) {
    return new TextValue(TagPath.of(Tag.of(0x0020, 0x4000)), Optional.empty(), VR.LT, text, new SourceSubject("", "", ""));
  }

  @Test
  void aDecisionComesBeforeItsTextAndIsUndone(@TempDir Path folder) throws Exception {
    try (var workspace = Workspace.open(folder, Optional.empty())) {
      var curation = new Curation(workspace, List.of());
      curation.decide(COMMENT.anywhere(), TextDecision.KEEP, "harmless");
      curation.decide(COMMENT, new TextDecision.ReplaceBy("another"), "");

      assertEquals(new TextDecision.ReplaceBy("another"), curation.textDecisions().of(value("a comment")));
      curation.history().undo();
      assertEquals(TextDecision.KEEP, curation.textDecisions().of(value("a comment")));
      assertEquals(TextDecision.UNDECIDED, curation.textDecisions().of(value("A comment")));
      assertTrue(workspace.audit().rows(0, 10).stream().noneMatch(r -> r.toString().contains("a comment")), "the trail holds no values");
    }
  }

  @Test
  void eachTextOfThePracticeCollectionIsCountedOnceAndThoseOfPatientsAreMarked(@TempDir Path folder) throws Exception {
    PracticeCollection.write(folder.resolve("p"), 7);
    try (var workspace = Workspace.open(folder.resolve("w"), Optional.empty()); var pool = new ComputePool(2)) {
      new Intake(workspace, new SourceFiles(), pool).run(List.of(folder.resolve("p/files")), QUIET);
      var curation = new Curation(workspace, List.of());

      var first = new TextScan(workspace, new SourceFiles()).run(QUIET);
      var second = new TextScan(workspace, new SourceFiles()).run(QUIET);
      var rows = curation.values().rows(Optional.empty(), 10_000);

      assertEquals(workspace.catalog().collection().totals().instances(), first.counted());
      assertEquals(0, second.counted());
      assertEquals(rows.size(), rows.stream().map(r -> r.where().place() + r.where().text()).distinct().count());
      var institution = rows.stream().filter(r -> r.where().place().equals("(0008,0080)")).findFirst().orElseThrow();
      assertEquals(first.counted(), institution.uses());
      assertEquals(workspace.catalog().collection().totals().subjects(), institution.subjects());
      var report = rows.stream().filter(r -> r.where().place().equals("(0040,A730).(0040,A160)") && !r.resembles().isEmpty()).findFirst().orElseThrow();
      assertTrue(report.resembles().contains("name"));
    }
  }

  /// Behind the ends of its texts a block of Siemens holds what was in memory: another junk in each file.
  @Test
  void leftoversOfABlockAreAskedAboutOnlyIfTheyResembleThePatient(@TempDir Path folder) throws Exception {
    var block = DataElement.ofBytes(Tag.of(0x0029, 0x1010), VR.OB, CsaSamples.csa(true, "EchoTime", "12.5\0RGenPat", "Comment", "head\0Weber Anna"));
    var file = Samples.patient().with(Samples.text(0x0008, 0x0016, VR.UI, "1.2.840.10008.5.1.4.1.1.2")).with(Samples.text(0x0008, 0x0018, VR.UI, "1.2.3")).with(Samples.text(0x0029, 0x0010, VR.LO, "SIEMENS CSA HEADER")).with(block);
    new DicomWriter().write(DicomWriter.newFile(file, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN), folder.resolve("one.dcm"));
    try (var workspace = Workspace.open(folder.resolve("w"), Optional.empty()); var pool = new ComputePool(2)) {
      new Intake(workspace, new SourceFiles(), pool).run(List.of(folder.resolve("one.dcm")), QUIET);
      new TextScan(workspace, new SourceFiles()).run(QUIET);
      var texts = new Curation(workspace, List.of()).values().rows(Optional.empty(), 10_000).stream().map(r -> r.where().text()).toList();
      assertTrue(texts.containsAll(List.of("head", "Weber Anna")), texts.toString());
      assertFalse(texts.contains("RGenPat"), texts.toString());
    }
  }

  @Test
  void aVerdictOnSeveralSeriesIsOneStep(@TempDir Path folder) throws Exception {
    try (var workspace = Workspace.open(folder, Optional.empty())) {
      var curation = new Curation(workspace, List.of());
      curation.judge(List.of(1L, 2L), Verdict.WITHHOLD, "a face");

      assertEquals("series 1, series 2", workspace.audit().rows(0, 10).getLast().event().object());
      curation.history().undo();
      assertEquals(Optional.empty(), curation.history().undoTitle());
    }
  }
}

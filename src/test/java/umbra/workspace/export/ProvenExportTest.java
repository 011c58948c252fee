package umbra.workspace.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import umbra.catalog.InstanceRow;
import umbra.catalog.finding.Finding;
import umbra.catalog.finding.FindingRow;
import umbra.catalog.finding.FindingState;
import umbra.catalog.finding.Findings;
import umbra.catalog.finding.RegionRow;
import umbra.catalog.finding.ReviewKinds;
import umbra.catalog.finding.Severity;
import umbra.deid.profile.ProfileStore;
import umbra.deid.value.ProjectKey;
import umbra.job.ComputePool;
import umbra.job.JobContext;
import umbra.object.ObjectText;
import umbra.ocr.Box;
import umbra.ocr.OcrResult;
import umbra.ocr.TextBox;
import umbra.workspace.Workspace;
import umbra.workspace.curate.Curation;
import umbra.workspace.curate.Review;
import umbra.workspace.intake.Intake;
import umbra.workspace.intake.Sample;
import umbra.workspace.proof.RedactionGuard;
import umbra.workspace.scan.Scan;
import umbra.workspace.source.SourceFiles;

/// What a redacted instance has to prove before it leaves.
class ProvenExportTest {
  private static final OcrResult NOTHING = new OcrResult.Texts(List.of());
  private static final JobContext QUIET = new JobContext() {
    @Override public void progress(long done, long total) {}

    @Override public void checkCancelled() {}
  };

  @TempDir Path folder;
  private Path workspace;

  @BeforeEach
  void importOneImageWithABox() throws Exception {
    workspace = folder.resolve("w");
    var pixels = new byte[64 * 64];
    for (int i = 0; i < pixels.length; i++) pixels[i] = (byte) (60 + i % 97);
    Sample.of("S", "1.1", "1.1.1", "1.1.1.1").withPixels(pixels).withNumber(0x0010, 64).withNumber(0x0011, 64).write(folder.resolve("in/image.dcm"));
    try (var open = Workspace.open(workspace, Optional.empty()); var pool = new ComputePool(2)) {
      new Intake(open, new SourceFiles(), pool).run(List.of(folder.resolve("in")), QUIET);
      var curation = new Curation(open, ReviewKinds.ALL);
      for (var gate : Gate.Kind.values()) if (gate != Gate.Kind.FINDINGS) curation.pass(gate.word(), "a test");
      new Review(open, curation).draw(List.of(new RegionRow(0, instance(open).seriesId(), 0, 0, 0, 8, 8, 30, 12, "", "")), "");
    }
  }

  private static InstanceRow instance(Workspace open) {
    return open.catalog().collection().instances(open.catalog().collection().allSeries(0, 1).getFirst().id()).getFirst();
  }

  private static OcrResult text(String text, int x, int y) {
    return new OcrResult.Texts(List.of(new TextBox(new Box(x, y, 20, 10), text, "", 0.95f, 0.9f, 2, 2, 0)));
  }

  private static Finding finding(String text, Severity severity, int x, int y) {
    return new Finding("text-" + (severity == Severity.HARMLESS ? "technical" : "unknown"), severity, 0, 0, x, y, 20, 10, "", text, "", 1);
  }

  /// @param seen by the second look
  private Export.Report export(Path out, OcrResult seen) throws Exception {
    try (var open = Workspace.openExisting(workspace, Optional.empty()); var pool = new ComputePool(2)) {
      var curation = new Curation(open, ReviewKinds.ALL);
      var terms = new Terms("c", out.getFileName().toString(), new ProfileStore(List.of(Path.of("profiles"))).profile("ps315-basic"),
          ProjectKey.of("sixteen bytes or more".getBytes(StandardCharsets.US_ASCII)), false, "S-");
      var prepared = new Preparation(open, new SourceFiles(), pool, new ObjectText(List.of()), curation).run(terms, QUIET);
      var sources = new InstanceExport.Sources(new SourceFiles(), TestRedacting.of(open, seen), new Review(open, curation), curation.textDecisions());
      return new Export(open, pool, sources).run(terms, prepared, out, QUIET);
    }
  }

  private void findings(FindingState state, Finding... found) throws Exception {
    try (var open = Workspace.openExisting(workspace, Optional.empty())) {
      new Findings(open.catalog()).replace(instance(open).id(), Scan.TEXT, Optional.of("fixed"), List.of(found));
      decide(open, new Findings(open.catalog()).ofInstance(instance(open).id()), state);
    }
  }

  private static void decide(Workspace open, List<FindingRow> rows, FindingState state) {
    if (state != FindingState.OPEN) new Review(open, new Curation(open, ReviewKinds.ALL)).decide(rows, state, "");
  }

  private static String reason(Export.Report report) {
    assertEquals(0, report.written());
    return report.withheld().values().iterator().next();
  }

  @Test
  void aProvenInstanceLeavesAndItsProofStandsInTheRecord() throws Exception {
    var report = export(folder.resolve("1"), NOTHING);

    assertEquals(1, report.written(), report.withheld()::toString);
    var record = Files.readString(folder.resolve("1/collection.json"));
    assertTrue(record.contains("1 of 1 frames blackened in 1 regions: uniform inside, equal outside; looked at again: 0 texts left"), record);
  }

  @Test
  void textNobodyJudgedBlocksAndBecomesAFindingThatOpensTheWay() throws Exception {
    assertTrue(reason(export(folder.resolve("1"), text("KOWALSKI", 40, 50))).contains("text that nobody judged harmless is seen in frame 1 at 40,50"));

    try (var open = Workspace.openExisting(workspace, Optional.empty())) {
      var rows = new Findings(open.catalog()).ofInstance(instance(open).id(), RedactionGuard.DETECTOR);
      assertEquals(List.of("KOWALSKI"), rows.stream().map(r -> r.finding().text()).toList());
      decide(open, rows, FindingState.HARMLESS);
    }
    assertEquals(1, export(folder.resolve("2"), text("KOWALSK1", 41, 50)).written(), "judged once, though another letter is read");
    assertTrue(Files.readString(folder.resolve("2/collection.json")).contains("1 of them judged by a person"));
  }

  @Test
  void whatWasToBeBlackAndIsStillReadBlocks() throws Exception {
    findings(FindingState.REDACT, finding("KOWALSKI", Severity.SUSPECT, 10, 9));

    assertTrue(reason(export(folder.resolve("1"), text("KOWALSKI", 10, 9))).contains("text is still seen at a box in frame 1"));
  }

  @Test
  void aBlackBoxThatIsReadAsASignIsNoText() throws Exception {
    findings(FindingState.REDACT, finding("O", Severity.UNCLEAR, 10, 9));

    assertEquals(1, export(folder.resolve("1"), text("O", 10, 9)).written());
    assertTrue(reason(export(folder.resolve("2"), text("O", 30, 9))).contains("text is still seen at a box"), "it sticks out");
  }

  @Test
  void whatSticksOutOfItsBoxIsAskedAboutAgain() throws Exception {
    findings(FindingState.REDACT, finding("KOWALSKI", Severity.SUSPECT, 30, 9));
    assertTrue(reason(export(folder.resolve("1"), text("KOWALSKI", 30, 9))).contains("1 new finding to be decided"));

    try (var open = Workspace.openExisting(workspace, Optional.empty())) {
      decide(open, new Findings(open.catalog()).ofInstance(instance(open).id(), RedactionGuard.DETECTOR), FindingState.HARMLESS);
    }
    assertEquals(1, export(folder.resolve("2"), text("KOWALSKI", 30, 9)).written());
  }

  @Test
  void aHarmlessTextThatWasThereBeforeMayStandBesideABox() throws Exception {
    findings(FindingState.HARMLESS, finding("GAIN", Severity.HARMLESS, 36, 10));

    assertEquals(1, export(folder.resolve("1"), text("GAIN", 36, 10)).written());
  }

  @Test
  void withoutAnEngineNothingRedactedLeaves() throws Exception {
    assertTrue(reason(export(folder.resolve("1"), new OcrResult.Unavailable("not installed"))).contains("nobody could look: not installed"));
  }

  @Test
  void theWithheldFileIsNotThere() throws Exception {
    export(folder.resolve("1"), text("KOWALSKI", 40, 50));

    try (var walk = Files.walk(folder.resolve("1/data"))) {
      var files = walk.filter(Files::isRegularFile).map(f -> f.getFileName().toString()).toArray();
      assertFalse(files.length > 0, () -> Arrays.toString(files));
    }
  }
}

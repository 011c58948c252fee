package umbra.workspace.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import umbra.catalog.audit.AuditAction;
import umbra.catalog.finding.Finding;
import umbra.catalog.finding.FindingRow;
import umbra.catalog.finding.FindingState;
import umbra.catalog.finding.Findings;
import umbra.catalog.finding.ReviewKinds;
import umbra.job.ComputePool;
import umbra.job.JobContext;
import umbra.object.ObjectText;
import umbra.object.document.DocumentText;
import umbra.object.presentation.PresentationText;
import umbra.object.report.ReportText;
import umbra.ocr.Box;
import umbra.ocr.Effort;
import umbra.ocr.OcrResult;
import umbra.ocr.TextBox;
import umbra.ocr.TextFinder;
import umbra.ocr.Workers;
import umbra.ocr.judge.TextJudge;
import umbra.ocr.judge.Vocabulary;
import umbra.pixel.Checkpoint;
import umbra.pixel.codec.ffmpeg.VideoStreams;
import umbra.pixel.render.Picture;
import umbra.practice.PracticeCollection;
import umbra.workspace.Workspace;
import umbra.workspace.curate.Curation;
import umbra.workspace.curate.Review;
import umbra.workspace.intake.Intake;
import umbra.workspace.source.SourceFiles;

/// The scan with a finder of known answers; the real one has its own test.
class ScanTest {
  private static final JobContext QUIET = new JobContext() {
    @Override
    public void progress(long done, long total) {}

    @Override
    public void checkCancelled() {}
  };

  @TempDir
  Path folder;

  private final ComputePool pool = new ComputePool(2);
  private final AtomicInteger looks = new AtomicInteger();
  private Workspace workspace;

  @BeforeEach
  void importPractice() throws Exception {
    PracticeCollection.write(folder.resolve("practice"), 7);
    workspace = Workspace.open(folder.resolve("workspace"), Optional.empty());
    new Intake(workspace, new SourceFiles(), pool).run(List.of(folder.resolve("practice/files")), QUIET);
  }

  @AfterEach
  void close() {
    workspace.close();
    pool.close();
  }

  private TextFinder finder(String version, OcrResult result) {
    return new TextFinder() {
      @Override
      public OcrResult find(Picture picture, Effort effort, Workers workers, Checkpoint checkpoint) {
        looks.incrementAndGet();
        return result;
      }

      @Override
      public String version() {
        return version;
      }
    };
  }

  private static OcrResult one(String text) {
    return new OcrResult.Texts(List.of(new TextBox(new Box(1, 1, 30, 10), text, "", 0.95f, 0.9f, 2, 2, 0)));
  }

  private ScanReport scan(TextFinder finder, JobContext context) {
    return scan(finder, Vocabulary.empty(), context);
  }

  private ScanReport scan(TextFinder finder, Vocabulary words, JobContext context) {
    var images = new ScanImages(new SourceFiles(), umbra.pixel.codec.TestCodecs.all(), new VideoStreams(), new ObjectText(List.of(new ReportText(), new DocumentText(), new PresentationText())));
    return new Scan(workspace, images, finder, new TextJudge(words), pool).run(context);
  }

  private List<FindingRow> findings() {
    return new Findings(workspace.catalog()).page(0, 100_000);
  }

  @Test
  void textThatStandsStillIsOneFindingWithItsFrames() {
    scan(finder("1", one("KOWALSKI")), QUIET);

    var cine = findings().stream().map(FindingRow::finding).filter(f -> f.lastFrame() > 0 && f.tagPath().isEmpty()).toList();
    assertTrue(!cine.isEmpty() && cine.stream().allMatch(f -> f.firstFrame() == 0), cine::toString);
    assertEquals("text-unknown", cine.getFirst().kind());
  }

  @Test
  void whatWasLookedAtIsNotLookedAtAgainUnlessTheEngineIsAnother() {
    long all = scan(finder("1", one("A")), QUIET).looked();
    looks.set(0);

    assertEquals(new ScanReport(0, all, 0), scan(finder("1", one("A")), QUIET));
    assertEquals(0, looks.get());
    assertEquals(all, scan(finder("2", one("A")), QUIET).looked());
  }

  @Test
  void withoutAnEngineEveryInstanceIsNotLookedAtAndTriedAgain() {
    var report = scan(TextFinder.unavailable("not installed"), QUIET);

    assertTrue(report.failed() > 0);
    assertTrue(findings().stream().map(FindingRow::finding).filter(f -> f.width() > 0 && f.tagPath().isEmpty()).map(Finding::kind).allMatch("not-looked-at"::equals));
    assertEquals(report.looked(), scan(finder("1", one("A")), QUIET).looked());
    assertEquals(List.of(), findings().stream().map(FindingRow::finding).filter(f -> f.kind().equals("not-looked-at")).toList());
  }

  @Test
  void aCancelledScanKeepsWhatItSawAndGoesOnLater() {
    var cancelled = new AtomicInteger();
    var context = new JobContext() {
      @Override
      public void progress(long done, long total) {
        if (done >= 40) cancelled.set(1);
      }

      @Override
      public void checkCancelled() {
        if (cancelled.get() == 1) throw new CancellationException();
      }
    };
    try {
      scan(finder("1", one("A")), context);
    } catch (CancellationException _) {
      cancelled.set(2);
    }
    assertEquals(2, cancelled.get());

    assertTrue(scan(finder("1", one("A")), QUIET).unchanged() > 0);
  }

  @Test
  void aFileThatIsGoneIsAFindingNotASilence() throws IOException {
    try (var files = Files.walk(folder.resolve("practice/files"))) {
      for (var file : files.filter(Files::isRegularFile).toList()) Files.delete(file);
    }

    var report = scan(finder("1", one("A")), QUIET);

    assertEquals(report.looked(), report.failed());
  }

  @Test
  void newWordsJudgeAgainWithoutLookingAgain() throws IOException {
    long all = scan(finder("1", one("Gain 82")), QUIET).looked();
    assertTrue(findings().stream().map(FindingRow::finding).filter(f -> f.width() > 0 && f.tagPath().isEmpty()).allMatch(f -> f.kind().equals("text-unknown")));
    looks.set(0);

    assertEquals(all, scan(finder("1", one("Gain 82")), Vocabulary.read(Path.of("profiles/text/words.yaml")), QUIET).looked());

    assertEquals(0, looks.get());
    assertTrue(findings().stream().map(FindingRow::finding).filter(f -> f.width() > 0 && f.tagPath().isEmpty()).anyMatch(f -> f.kind().equals("text-technical")));
  }

  @Test
  void aScanIsInTheAuditTrailWithItsCountsAndVersionsButOneThatChangedNothingIsNot() {
    scan(finder("engine 1", one("KOWALSKI")), QUIET);
    scan(finder("engine 1", one("KOWALSKI")), QUIET);

    var rows = workspace.audit().rows(0, 1000).stream().filter(r -> r.event().action() == AuditAction.SCAN).toList();
    assertEquals(1, rows.size());
    var why = rows.getFirst().event().why();
    assertTrue(why.contains("engine 1; judge ") && why.contains("words none") && why.contains(" looked at") && !why.contains("KOWALSKI"), why);
  }

  @Test
  void textOfReportsAndDocumentsIsJudgedWhereItStands() {
    scan(finder("1", new OcrResult.Texts(List.of())), QUIET);

    var written = findings().stream().map(FindingRow::finding).filter(f -> !f.tagPath().isEmpty()).toList();
    assertTrue(written.stream().anyMatch(f -> f.kind().equals("text-subject")), () -> written.stream().map(Finding::kind).toList().toString());
  }

  @Test
  void oneDecisionOnATextHoldsForItsEqualsInLaterScansUntilItIsUndone() {
    scan(finder("1", one("QWERTZ")), QUIET);
    var review = new Review(workspace, new Curation(workspace, ReviewKinds.ALL));

    review.decideText("QWERTZ", FindingState.HARMLESS, "a label of the room");
    scan(finder("2", one("QWERTZ")), QUIET);

    assertTrue(states("QWERTZ").allMatch(s -> s == FindingState.HARMLESS));
    assertTrue(workspace.audit().rows(0, 1000).stream().noneMatch(r -> r.toString().contains("QWERTZ")), "the trail holds no values");
    review.history().undo();
    assertTrue(states("QWERTZ").allMatch(s -> s == FindingState.OPEN));
  }

  private Stream<FindingState> states(String text) {
    var rows = findings().stream().filter(r -> r.finding().text().equals(text)).toList();
    assertTrue(rows.size() > 0);
    return rows.stream().map(FindingRow::state);
  }
}

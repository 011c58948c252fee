package umbra.workspace.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import umbra.catalog.finding.FindingRow;
import umbra.catalog.finding.FindingState;
import umbra.catalog.finding.Severity;

/// Verdicts, their undo and redo when a newer engine has looked again.
class RescannedVerdictsTest {
  @TempDir
  private Path folder;

  private ReviewSample sample;

  @BeforeEach
  void open() throws Exception {
    sample = new ReviewSample(folder);
  }

  @AfterEach
  void close() {
    sample.close();
  }

  private void reads(String series, String text) {
    sample.find(series, "text-unknown", Severity.SUSPECT, text);
  }

  private List<FindingRow> of(String series) {
    return sample.review.findings().ofSeries(sample.series(series).id());
  }

  private FindingState state(String series) {
    return of(series).getFirst().state();
  }

  private void judge(String series, FindingState state) {
    sample.review.decide(of(series), state, "");
  }

  @Test
  void aVerdictIsUndoneAndDoneAgainAfterAnotherScan() {
    reads("1.3", "QWERTZ");
    judge("1.3", FindingState.HARMLESS);

    reads("1.3", "QWERTZ");
    assertEquals(FindingState.HARMLESS, state("1.3"));
    sample.review.history().undo();
    assertEquals(FindingState.OPEN, state("1.3"));
    reads("1.3", "QWERTZ");
    sample.review.history().redo();
    assertEquals(FindingState.HARMLESS, state("1.3"));
  }

  @Test
  void aVerdictToBlackenIsUndoneThoughTheNewEngineReadsAnotherLetterOrNothing() {
    reads("1.3", "QWERTZ");
    judge("1.3", FindingState.REDACT);

    reads("1.3", "QWERT2");
    assertEquals(FindingState.REDACT, state("1.3"));
    sample.find("1.4", "text-unknown", Severity.SUSPECT, "OTHER");
    sample.review.history().undo();
    assertEquals(FindingState.OPEN, state("1.3"));
    sample.review.history().redo();
    assertEquals(FindingState.REDACT, state("1.3"));
  }

  @Test
  void whatIsGoneIsPassedOverAndDoesNotBlockWhatWasDecidedBefore() {
    reads("1.3", "QWERTZ");
    reads("1.4", "ASDFGH");
    judge("1.4", FindingState.REDACT);
    judge("1.3", FindingState.HARMLESS);
    reads("1.3", "QWERT2");
    assertEquals(FindingState.OPEN, state("1.3"), "another letter is asked anew");

    var passedOver = sample.review.history().undo().orElseThrow();

    assertTrue(passedOver.changesNothing());
    assertEquals("Finding: harmless", passedOver.title());
    assertEquals(FindingState.OPEN, state("1.3"));
    assertEquals(1, sample.review.history().undo().orElseThrow().changes().size());
    assertEquals(FindingState.OPEN, state("1.4"));
    sample.review.history().redo();
    sample.review.history().redo();
    assertEquals(FindingState.REDACT, state("1.4"));
    assertEquals(FindingState.OPEN, state("1.3"), "nothing is said of a text that nobody judged");
  }

  @Test
  void whatWasSaidOfTwoIsUndoneForTheOneThatIsLeft() {
    reads("1.2", "QWERTZ");
    judge("1.2", FindingState.HARMLESS);
    var first = of("1.2").getFirst();
    sample.review.findings().replace(first.instance(), umbra.workspace.scan.Scan.TEXT, java.util.Optional.of("newer"), List.of());

    assertEquals(1, sample.review.history().undo().orElseThrow().changes().size());
    assertEquals(List.of(FindingState.OPEN), of("1.2").stream().map(FindingRow::state).toList());
  }

  @Test
  void harmlessInOneSeriesSaysNothingOfTheSameBoxInAnother() {
    reads("1.1", "GAIN 64");
    judge("1.1", FindingState.HARMLESS);

    for (var text : List.of("GAIN 64", "KOWALSKI", "GAIN 65")) {
      reads("1.2", text);
      assertTrue(of("1.2").stream().allMatch(r -> r.state() == FindingState.OPEN), text);
    }
  }

  @Test
  void aTextHarmlessEverywhereIsNeitherAnotherTextNorTheNameOfASubject() {
    reads("1.1", "D0E");
    sample.review.decideText("D0E", FindingState.HARMLESS, "");
    assertEquals(FindingState.HARMLESS, state("1.1"));

    reads("1.2", "DOE");
    sample.find("1.3", "text-subject", Severity.SUSPECT, "D0E");
    sample.find("1.4", "text-unreadable", Severity.SUSPECT, "D0E");

    for (var series : List.of("1.2", "1.3", "1.4")) assertEquals(FindingState.OPEN, state(series), series);
  }
}

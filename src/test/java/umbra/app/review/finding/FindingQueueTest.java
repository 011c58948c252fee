package umbra.app.review.finding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import umbra.catalog.finding.Finding;
import umbra.catalog.finding.FindingRow;
import umbra.catalog.finding.FindingState;
import umbra.catalog.finding.Severity;

class FindingQueueTest {
  private static final FindingRow SCALE = row(1, "1.2.1", FindingState.OPEN, Severity.HARMLESS, "MI 1.2");
  private static final FindingRow NAME = row(2, "1.2.2", FindingState.OPEN, Severity.SUSPECT, "DOE  JANE");
  private static final FindingRow AGAIN = row(3, "1.2.3", FindingState.OPEN, Severity.SUSPECT, "Doe Jane ");
  private static final FindingRow BLUR = row(4, "1.2.2", FindingState.OPEN, Severity.UNCLEAR, "");
  private static final FindingRow DONE = row(5, "1.2.2", FindingState.REDACT, Severity.SUSPECT, "doe jane");
  private static final List<FindingRow> ALL = List.of(SCALE, NAME, AGAIN, BLUR, DONE);

  private static FindingRow row(long id, String series, FindingState state, Severity severity, String text) {
    return new FindingRow(id, id, "P", "1.2", series, "1.2.3." + id, state, new Finding("text", severity, 0, 0, 1, 1, 9, 9, "", text, "why", 0.9));
  }

  private static FindingRow decided(FindingRow row, FindingState state) {
    return row(row.id(), row.seriesInstanceUid(), state, row.finding().severity(), row.finding().text());
  }

  @Test
  void theMostSuspiciousComesFirstAndSeriesStayTogether() {
    var queue = FindingQueue.of(ALL, _ -> true);
    assertEquals(List.of(NAME, DONE, AGAIN, BLUR, SCALE), queue.rows());
    assertEquals(NAME, queue.current().orElseThrow());
  }

  @Test
  void nextPassesOverWhatIsDecidedAndComesRoundToWhatWasSkipped() {
    var queue = FindingQueue.of(ALL, _ -> true).nextOpen();
    assertEquals(AGAIN, queue.current().orElseThrow());
    assertEquals(NAME, queue.nextOpen().nextOpen().nextOpen().current().orElseThrow());
  }

  @Test
  void stepsStopAtTheEnds() {
    var queue = FindingQueue.of(ALL, _ -> true);
    assertEquals(NAME, queue.step(-1).current().orElseThrow());
    assertEquals(DONE, queue.step(1).current().orElseThrow());
    assertEquals(SCALE, queue.step(99).current().orElseThrow());
  }

  @Test
  void equalTextsBelongTogetherButNeverTextsNobodyRead() {
    var queue = FindingQueue.of(ALL, _ -> true);
    assertEquals(List.of(NAME, DONE), queue.equalTexts(true));
    assertEquals(List.of(NAME, DONE, AGAIN), queue.equalTexts(false));
    var blur = FindingQueue.of(List.of(BLUR, row(6, "1.2.2", FindingState.OPEN, Severity.UNCLEAR, " ")), _ -> true);
    assertEquals(List.of(BLUR), blur.equalTexts(false));
  }

  @Test
  void theListHasAHeadForEachSeriesAndOneLineForEqualTexts() {
    var lines = FindingQueue.of(ALL, _ -> true).lines();
    assertEquals(List.of(new FindingLine.Head(Severity.SUSPECT, "1.2.2", "P", 1, 2), new FindingLine.Text(List.of(NAME, DONE)), new FindingLine.Head(Severity.SUSPECT, "1.2.3", "P", 1, 1),
        new FindingLine.Text(List.of(AGAIN))), lines.subList(0, 4));
    assertEquals(8, lines.size());
  }

  @Test
  void aVerdictChangesTheStateAndNotTheOrder() {
    var queue = FindingQueue.of(ALL, _ -> true).decided(java.util.Map.of(NAME.id(), FindingState.HARMLESS));
    assertEquals(FindingState.HARMLESS, queue.rows().getFirst().state());
    assertEquals(FindingState.HARMLESS, queue.current().orElseThrow().state());
    assertEquals(AGAIN, queue.nextOpen().current().orElseThrow());
  }

  @Test
  void wordsOfTheFilterAllHaveToOccur() {
    assertEquals(List.of(NAME, DONE, AGAIN), FindingQueue.of(ALL, FindingFilter.USUAL.withWords("jane why")).rows());
    assertEquals(List.of(SCALE), FindingQueue.of(ALL, FindingFilter.USUAL.withClasses(FindingFilter.Classes.HARMLESS)).rows());
    assertEquals(List.of(DONE), FindingQueue.of(ALL, FindingFilter.USUAL.withStates(FindingFilter.States.REDACT)).rows());
  }

  @Test
  void unsureIsNotCountedAsJudged() {
    var queue = FindingQueue.of(List.of(decided(NAME, FindingState.UNSURE), decided(SCALE, FindingState.HARMLESS), DONE, BLUR), _ -> true);
    assertEquals("2 of 4 judged", queue.progress());
  }

  @Test
  void readingAnewStaysAtTheSameFindingWithItsNewState() {
    var after = decided(NAME, FindingState.REDACT);
    var queue = FindingQueue.of(ALL, _ -> true).refreshed(List.of(SCALE, after, AGAIN), _ -> true);
    assertEquals(after, queue.current().orElseThrow());
    assertEquals(AGAIN, queue.nextOpen().current().orElseThrow());
  }

  @Test
  void nothingFoundIsAnEmptyQueueThatCanBeSteppedThrough() {
    var queue = FindingQueue.of(ALL, _ -> false);
    assertTrue(queue.step(1).nextOpen().current().isEmpty());
    assertEquals("0 of 0 judged", queue.progress());
  }
}

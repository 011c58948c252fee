package umbra.workspace.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import umbra.catalog.finding.FindingState;
import umbra.catalog.finding.RegionRow;
import umbra.catalog.finding.Severity;

/// What lies in a box that will be black is not asked about besides. The findings lie at 4, 4 and are 20 wide and 8 high.
class CoveredFindingsTest {
  @TempDir
  private Path folder;

  private ReviewSample sample;
  private long series;

  @BeforeEach
  void open() throws Exception {
    sample = new ReviewSample(folder);
    series = sample.series("1.1").id();
    sample.find("1.1", "text-unknown", Severity.SUSPECT, "Zwetsloot");
  }

  @AfterEach
  void close() {
    sample.close();
  }

  private RegionRow box(long instance, int frame, int x, int y, int width, int height) {
    return new RegionRow(0, series, instance, frame, frame, x, y, width, height, "", "");
  }

  private Set<FindingState> states() {
    return sample.review.findings().ofSeries(series).stream().map(r -> r.state()).collect(Collectors.toSet());
  }

  @Test
  void aBoxOfTheSeriesDecidesWhatItHidesForAsLongAsItIsThere() {
    var drawn = sample.review.draw(List.of(box(0, 0, 0, 0, 40, 20)), "");
    assertEquals(Set.of(FindingState.REDACT), states());
    assertTrue(sample.review.findings().page(0, 100).stream().allMatch(r -> r.state() == FindingState.REDACT && r.isBoxed()));

    sample.review.change(drawn.getFirst().at(0, 0, 23, 20));
    assertEquals(Set.of(FindingState.OPEN), states(), "a column of it sticks out");
    sample.review.history().undo();
    assertEquals(Set.of(FindingState.REDACT), states());
    sample.review.remove(drawn);
    assertEquals(Set.of(FindingState.OPEN), states());
  }

  @Test
  void aBoxOfOneInstanceDecidesNothingOnAnother() {
    var first = sample.stack("1.1").instance(0).id();
    sample.review.draw(List.of(box(first, 0, 0, 0, 40, 20)), "");
    for (var row : sample.review.findings().ofSeries(series)) assertEquals(row.instance() == first ? FindingState.REDACT : FindingState.OPEN, row.state());
  }

  @Test
  void severalBoxesHideItTogetherAndAGapBetweenThemDoesNot() {
    sample.review.draw(List.of(box(0, 1, 4, 4, 20, 4), box(0, 1, 0, 8, 14, 9)), "");
    assertEquals(Set.of(FindingState.OPEN), states());
    sample.review.draw(List.of(box(0, 0, 15, 8, 30, 4)), "");
    assertEquals(Set.of(FindingState.OPEN), states(), "the column at 14 is seen");
    sample.review.draw(List.of(box(0, 1, 14, 8, 1, 4)), "");
    assertEquals(Set.of(FindingState.REDACT), states());
  }

  @Test
  void aBoxOnOtherFramesHidesNothing() {
    sample.review.draw(List.of(box(0, 2, 0, 0, 40, 20)), "");
    assertEquals(Set.of(FindingState.OPEN), states());
  }

  @Test
  void whatAPersonDecidedStays() {
    sample.review.decide(sample.review.findings().ofSeries(series), FindingState.UNSURE, "");
    sample.review.draw(List.of(box(0, 0, 0, 0, 40, 20)), "");
    assertEquals(Set.of(FindingState.UNSURE), states());
    sample.review.decide(sample.review.findings().ofSeries(series), FindingState.REDACT, "");
    assertTrue(sample.review.findings().ofSeries(series).stream().noneMatch(r -> r.isBoxed()), "a person said so, box or not");
  }
}

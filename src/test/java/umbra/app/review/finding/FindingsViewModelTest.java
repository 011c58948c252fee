package umbra.app.review.finding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import umbra.app.review.box.BoxStore;
import umbra.app.review.box.BoxesViewModel;
import umbra.catalog.finding.FindingState;
import umbra.catalog.finding.Severity;
import umbra.job.DirectJobRunner;
import umbra.job.OrderedJobRunner;
import umbra.workspace.review.DeviceGroup;
import umbra.workspace.review.ReviewSample;

/// Verdicts without a toolkit.
class FindingsViewModelTest {
  @TempDir
  Path folder;

  private ReviewSample sample;
  private BoxesViewModel boxes;
  private FindingsViewModel model;

  @BeforeEach
  void open() throws Exception {
    sample = new ReviewSample(folder);
    var direct = new DirectJobRunner();
    boxes = new BoxesViewModel(sample.review, new BoxStore(sample.review, sample.areas(), direct), new DeviceGroup(sample.workspace.catalog(), sample.files), new OrderedJobRunner(direct), direct);
    model = new FindingsViewModel(sample.review, sample.workspace.catalog(), boxes, direct);
    sample.find("1.1", "text-subject", Severity.SUSPECT, "DOE JANE");
    sample.find("1.2", "text-unknown", Severity.SUSPECT, "ROOM 7");
    sample.find("1.3", "text-unknown", Severity.SUSPECT, "ROOM 7");
    sample.find("1.4", "text-technical", Severity.HARMLESS, "MI 1.2");
    model.reload();
  }

  @AfterEach
  void close() {
    sample.close();
  }

  private long states(FindingState state) {
    return sample.review.findings().page(0, 100).stream().filter(r -> r.state() == state).count();
  }

  @Test
  void whatLooksHarmlessIsNotAskedFor() {
    assertEquals("0 of 6 judged", model.queue().get().progress());
    assertEquals(4 + 2, model.queue().get().lines().size(), "three heads, and equal texts in one line");
  }

  @Test
  void theNextOneComesByItselfWithItsImageAndTheOneAfterIsKnown() {
    var first = model.opened().get().orElseThrow();
    assertTrue(first.isOnImage());
    assertEquals(0, first.index());
    model.judge(FindingState.REDACT, Spread.ONE);
    assertEquals(1, model.opened().get().orElseThrow().index(), "the same text on the next image");
    assertEquals(2, model.upcoming().get().orElseThrow().index());
    assertEquals(1, states(FindingState.REDACT));
    assertEquals("1 of 6 judged", model.queue().get().progress());
  }

  @Test
  void equalTextsOfTheSeriesGoAtOnce() {
    model.judge(FindingState.REDACT, Spread.SERIES);
    assertEquals(3, states(FindingState.REDACT));
    assertEquals("ROOM 7", model.queue().get().current().orElseThrow().finding().text());
    boxes.undo();
    assertEquals(0, states(FindingState.REDACT), "one step back");
    assertEquals("0 of 6 judged", model.queue().get().progress());
  }

  @Test
  void aRuleHoldsEverywhereAndForLaterScans() {
    model.judge(FindingState.REDACT, Spread.SERIES);
    model.judge(FindingState.HARMLESS, Spread.EVERYWHERE);
    assertEquals(3, states(FindingState.HARMLESS), "two of one series and one of another");
    sample.find("1.3", "text-unknown", Severity.SUSPECT, "ROOM 7");
    model.reload();
    assertEquals(3, states(FindingState.HARMLESS));
    assertTrue(model.queue().get().isAllJudged());
  }

  @Test
  void noRuleCallsHarmlessWhatResemblesItsSubject() {
    model.judge(FindingState.HARMLESS, Spread.EVERYWHERE);
    assertEquals(0, states(FindingState.HARMLESS));
    assertTrue(model.said().get().contains("never harmless by a rule"));
  }

  @Test
  void unsureStaysToBeJudged() {
    model.judge(FindingState.UNSURE, Spread.ONE);
    assertEquals("0 of 6 judged", model.queue().get().progress());
    assertEquals(1, states(FindingState.UNSURE));
  }

  @Test
  void aBoxOfAFindingIsOneStep() {
    model.box();
    var box = sample.review.regions().page(0, 10).getFirst();
    assertEquals(List.of(4, 4, 20, 8), List.of(box.x(), box.y(), box.width(), box.height()));
    assertEquals(1, states(FindingState.REDACT));
    boxes.undo();
    assertEquals(List.of(), sample.review.regions().page(0, 10));
    assertEquals(0, states(FindingState.REDACT));
  }

  @Test
  void filtersStayAtTheFindingInFront() {
    model.step(4);
    var at = model.queue().get().current().orElseThrow();
    model.filter().set(FindingFilter.USUAL.withWords("room"));
    assertEquals(at.id(), model.queue().get().current().orElseThrow().id());
    assertEquals(3, model.queue().get().rows().size());
  }
}

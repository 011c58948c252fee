package umbra.catalog.finding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static umbra.catalog.finding.FindingState.HARMLESS;
import static umbra.catalog.finding.FindingState.OPEN;
import static umbra.catalog.finding.FindingState.REDACT;
import static umbra.catalog.finding.FindingState.UNSURE;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A verdict outlives another look where that cannot hide a name, and nowhere else.
class SuccessionTest {
  private static Finding finding(String kind, String text, int x, int width, int first, int last) {
    return new Finding(kind, Severity.SUSPECT, first, last, x, 20, width, 12, "", text, "", 1);
  }

  private static Finding text(String text) {
    return finding("text-unknown", text, 10, 60, 0, 0);
  }

  private static FindingRow row(long id, FindingState state, Finding finding) {
    return new FindingRow(id, 1, "", "", "", "", state, finding);
  }

  private static Succession again(FindingState state, Finding before, Finding... now) {
    return Succession.of(List.of(row(7, state, before)), Arrays.asList(now));
  }

  private static FindingState after(FindingState state, Finding before, Finding now) {
    return again(state, before, now).seen().getFirst().state();
  }

  @Test
  void whatIsSeenAgainStaysTheSameRowWhateverWasDecided() {
    for (var state : FindingState.values()) {
      var now = again(state, text("QWERTZ 12"), finding("text-technical", "qwertz  12", 11, 59, 0, 0));
      assertEquals(List.of(7L), now.seen().stream().map(Succession.Successor::id).toList(), state::name);
      assertEquals(state, now.seen().getFirst().state());
      assertEquals(List.of(), now.kept());
    }
  }

  @ParameterizedTest
  @CsvSource({"D0E, DOE", "ROOM 4711, ROOM 4712", "QWERTZ I2, QWERTZ 12", "GAIN 64, GAIN 6A", "MONDAY, MONDAY J", "'', DOE", "DOE, ''"})
  void harmlessIsNotCarriedToATextThatDiffersByALetter(String before, String now) {
    assertEquals(OPEN, after(HARMLESS, text(before), text(now)));
    assertEquals(List.of(), again(HARMLESS, text(before), text(now)).kept(), "the finding that was judged is gone; the new one is asked anew");
  }

  @ParameterizedTest
  @CsvSource({"D0E, DOE", "ROOM 4711, ROOM 4712", "KOWALSKI, NOWAK", "'', DOE", "DOE, ''"})
  void redactAndUnsureAreCarriedWhateverIsRead(String before, String now) {
    assertEquals(REDACT, after(REDACT, text(before), text(now)));
    assertEquals(UNSURE, after(UNSURE, text(before), text(now)));
  }

  @Test
  void harmlessIsNotCarriedToWhatResemblesTheSubjectNow() {
    assertEquals(OPEN, after(HARMLESS, text("MONDAY"), finding("text-subject", "MONDAY", 10, 60, 0, 0)));
    assertEquals(HARMLESS, after(HARMLESS, finding("text-subject", "MONDAY", 10, 60, 0, 0), finding("text-subject", "MONDAY", 10, 60, 0, 0)), "a person knew that");
  }

  @Test
  void harmlessIsNotCarriedToALargerBoxAndNotToAnotherPlace() {
    assertEquals(OPEN, after(HARMLESS, text("GAIN"), finding("text-unknown", "GAIN", 10, 90, 0, 0)), "a second line may be in it");
    assertEquals(OPEN, after(HARMLESS, text("GAIN"), finding("text-unknown", "GAIN", 200, 60, 0, 0)));
    assertEquals(OPEN, after(HARMLESS, text("GAIN"), finding("text-unknown", "GAIN", 10, 60, 1, 1)), "another frame");
  }

  @Test
  void whatNobodyCouldReadOrLookAtIsHarmlessOnlyForTheFramesAndTheReasonItWasSaidOf() {
    assertEquals(HARMLESS, after(HARMLESS, finding("text-unreadable", "", 10, 60, 0, 9), finding("text-unreadable", "", 10, 60, 2, 9)));
    assertEquals(OPEN, after(HARMLESS, finding("text-unreadable", "", 10, 60, 0, 9), finding("text-unreadable", "", 10, 60, 0, 10)));
    var frame = Finding.notLookedAt(3, 3, "", "this frame cannot be decoded");
    assertEquals(HARMLESS, after(HARMLESS, frame, frame));
    assertEquals(OPEN, after(HARMLESS, frame, Finding.notLookedAt(0, 9, "", "this frame cannot be decoded")));
    assertEquals(OPEN, after(HARMLESS, frame, Finding.notLookedAt(3, 3, "", "the file cannot be read now")));
  }

  @Test
  void whatIsToBeBlackStaysBlackThoughNobodySeesItAnyMore() {
    assertEquals(List.of(7L), again(REDACT, text("KOWALSKI")).kept().stream().map(FindingRow::id).toList());
    assertEquals(List.of(7L), again(UNSURE, text("KOWALSKI")).kept().stream().map(FindingRow::id).toList(), "somebody has to come back to it");
    assertEquals(List.of(), again(HARMLESS, text("KOWALSKI")).kept());
    assertEquals(List.of(), again(OPEN, text("KOWALSKI")).kept());
  }

  @Test
  void theBoxToBeBlackNeverShrinksByAnotherLook() {
    var smaller = again(REDACT, text("KOWALSKI"), finding("text-unknown", "KOWALSKI", 10, 40, 0, 0));
    assertEquals(List.of(7L), smaller.kept().stream().map(FindingRow::id).toList());
    assertEquals(REDACT, smaller.seen().getFirst().state());
    var fewer = again(REDACT, finding("text-unknown", "KOWALSKI", 10, 60, 3, 9), finding("text-unknown", "KOWALSKI", 10, 60, 3, 7));
    assertEquals(List.of(7L), fewer.kept().stream().map(FindingRow::id).toList());
    assertEquals(List.of(), again(REDACT, text("KOWALSKI"), finding("text-unknown", "KOWALSKI", 8, 70, 0, 3)).kept(), "a larger one takes its place");
  }

  @Test
  void twoTextsAtOnePlaceOfAReportAreTwo() {
    var one = new Finding("text-name", Severity.SUSPECT, 0, 0, 0, 0, 0, 0, "ContentSequence[0].TextValue", "A", "", 1);
    var other = new Finding("text-name", Severity.SUSPECT, 0, 0, 0, 0, 0, 0, "ContentSequence[0].TextValue", "B", "", 1);
    assertEquals(OPEN, after(REDACT, one, other));
  }
}

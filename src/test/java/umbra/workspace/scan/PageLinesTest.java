package umbra.workspace.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import umbra.object.document.pdf.PdfLine;
import umbra.ocr.Box;
import umbra.ocr.TextBox;

class PageLinesTest {
  /// At 72 dots an inch a point is a pixel.
  private final PageLines lines = new PageLines(List.of(new PdfLine(1, 20, 30, 120, 10, "Patient: Jane Doe"), new PdfLine(1, 160, 30, 60, 10, "born 1961"), new PdfLine(2, 20, 30, 120, 10, "Report")), 72);

  private static TextBox read(String text, int x, int y, int width, int height) {
    return new TextBox(new Box(x, y, width, height), text, "", 0.9f, 0.9f, 3, 3, 0);
  }

  @Test
  void everyLineIsSeenOnceWithItsPageAndPlace() {
    var seen = lines.seen("EncapsulatedDocument");

    assertEquals(List.of("Patient: Jane Doe", "born 1961", "Report"), seen.stream().map(s -> s.text().text()).toList());
    assertEquals(List.of(0, 0, 1), seen.stream().map(Seen::first).toList());
    assertTrue(seen.stream().allMatch(s -> s.isWritten() && Seen.isPlaced(s.text())));
    assertTrue(seen.getFirst().text().box().shared(new Box(20, 30, 120, 10)) == 1200, "the box holds the line");
  }

  @ParameterizedTest
  @CsvSource({"PATIENT: JANE DOE,18,28,124,14", "Jane Doe,70,27,75,16", "Patient Jane Doe born 1961,16,27,210,16"})
  void theSameTextAtTheSamePlaceIsNotAskedTwice(String text, int x, int y, int width, int height) {
    assertTrue(lines.say(1, read(text, x, y, width, height)));
  }

  @ParameterizedTest
  @CsvSource({"Jane D0e,70,27,75,16", "Jane Roe,70,27,75,16", "Jane Doe,70,127,75,16", "Patient: Jane Doe Smith,18,28,124,14", "'',18,28,124,14", "Jane Doe,18,28,380,60"})
  void anotherLetterAnotherPlaceOrMoreThanTheLayerSaysIsAsked(String text, int x, int y, int width, int height) {
    assertFalse(lines.say(1, read(text, x, y, width, height)));
  }

  @Test
  void thatOfAnotherPageSaysNothing() {
    assertFalse(lines.say(2, read("Jane Doe", 70, 27, 75, 16)));
    assertFalse(lines.say(3, read("Jane Doe", 70, 27, 75, 16)));
  }

  @Test
  void aPageWithAWordThatStandsInNoLineIsNotHeld() {
    assertTrue(lines.hold(1, "born 1961\nPatient: Jane Doe"));
    assertFalse(lines.hold(1, "born 1961\nPatient: Jane Doe\nWard"));
  }
}

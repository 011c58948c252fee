package umbra.pixel.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ViewTransformTest {
  private static final ViewTransform FIT = ViewTransform.fit(100, 50, 1, 400, 400);

  private static void assertPoint(double x, double y, ViewTransform.Point p) {
    assertEquals(x, p.x(), 1e-6);
    assertEquals(y, p.y(), 1e-6);
  }

  @Test
  void fittingShowsTheWholeImageInTheMiddle() {
    assertEquals(4, FIT.scale());
    assertPoint(0, 100, FIT.toView(0, 0));
    assertPoint(400, 300, FIT.toView(100, 50));
  }

  @Test
  void pixelsThatAreNotSquareAreDrawnAsHighAsTheyAre() {
    var tall = ViewTransform.fit(100, 50, 2, 400, 400);

    assertPoint(0, 0, tall.toView(0, 0));
    assertPoint(400, 400, tall.toView(100, 50));
  }

  @ParameterizedTest
  @CsvSource({"0, false", "1, false", "2, false", "3, false", "0, true", "1, true", "2, true", "3, true"})
  void everyOrientationLeadsThereAndBack(int turns, boolean flipped) {
    var view = new ViewTransform(100, 50, 1.5, 333, 251, turns, flipped, 2.25, 40, 20, false);

    var there = view.toView(12.5, 30.25);

    assertPoint(12.5, 30.25, view.toImage(there.x(), there.y()));
  }

  @ParameterizedTest
  @CsvSource({"0, false", "1, false", "2, true", "3, true"})
  void flippingExchangesTheSidesOfTheScreen(int turns, boolean flipped) {
    var view = new ViewTransform(100, 50, 1, 400, 400, turns, flipped, 2, 50, 25, false);

    var before = view.toView(10, 20);

    assertPoint(400 - before.x(), before.y(), view.flippedHorizontally().toView(10, 20));
    assertPoint(before.x(), 400 - before.y(), view.flippedVertically().toView(10, 20));
  }

  @Test
  void aQuarterTurnIsClockwise() {
    var turned = FIT.turned(1);

    assertPoint(300, 0, turned.toView(0, 0));
    assertPoint(300, 400, turned.toView(100, 0));
  }

  @Test
  void zoomingKeepsThePointUnderThePointer() {
    var before = FIT.toImage(120, 180);

    var zoomed = FIT.zoomed(3, 120, 180);

    var after = zoomed.toImage(120, 180);
    assertEquals(before.x(), after.x(), 0.1);
    assertEquals(before.y(), after.y(), 0.1);
    assertEquals(12, zoomed.scale());
  }

  @Test
  void panningMovesTheImageWithTheHand() {
    var moved = FIT.turned(1).panned(30, -10);

    var before = FIT.turned(1).toView(10, 10);
    var after = moved.toView(10, 10);
    assertEquals(before.x() + 30, after.x(), 1);
    assertEquals(before.y() - 10, after.y(), 1);
  }

  @Test
  void aFittedImageStaysFittedInAnotherViewport() {
    assertEquals(2, FIT.inView(200, 300).scale());
    assertEquals(4, FIT.actualSize().zoomed(4, 0, 0).inView(200, 300).scale());
  }

  @Test
  void zoomHasLimits() {
    assertTrue(FIT.zoomed(1e9, 0, 0).scale() <= ViewTransform.MOST);
    assertTrue(FIT.zoomed(1e-9, 0, 0).scale() >= ViewTransform.LEAST);
  }
}

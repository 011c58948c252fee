package umbra.app.preference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class WindowStateTest {
  private static final ScreenArea SMALL = new ScreenArea(0, 0, 1366, 728);
  private static final ScreenArea LARGE = new ScreenArea(0, 0, 1920, 1080);
  private static final ScreenArea BESIDE = new ScreenArea(1920, 200, 1280, 1024);

  @Test
  void aWindowOfALargerScreenIsMovedWhollyOntoASmallerOne() {
    assertBounds(0, 0, 1366, 728, left(277, 104, 1366, 872).fittedTo(List.of(SMALL)));
    assertBounds(366, 104, 1000, 600, left(800, 104, 1000, 600).fittedTo(List.of(SMALL)));
  }

  @Test
  void aWindowThatIsWhollySeenStaysAsItIs() {
    assertBounds(277, 104, 1366, 768, left(277, 104, 1366, 768).fittedTo(List.of(LARGE)));
    assertBounds(1950, 300, 1000, 700, left(1950, 300, 1000, 700).fittedTo(List.of(LARGE, BESIDE)));
  }

  @Test
  void aWindowAcrossTwoScreensGoesToTheOneThatShowsMoreOfIt() {
    assertBounds(1920, 200, 1000, 700, left(1700, 100, 1000, 700).fittedTo(List.of(LARGE, BESIDE)));
  }

  @Test
  void aWindowAtTheLeftOfTheFirstScreenIsPulledIn() {
    assertBounds(0, 0, 1000, 700, left(-300, -40, 1000, 700).fittedTo(List.of(LARGE)));
  }

  @Test
  void aWindowOfAScreenThatIsGoneLosesItsPlaceAndKeepsItsSize() {
    var fitted = left(2000, 300, 1000, 700).fittedTo(List.of(LARGE));

    assertFalse(fitted.isPlaced());
    assertEquals(1000, fitted.width());
    assertFalse(fitted.maximised());
  }

  @Test
  void aFreshWindowIsMaximisedWhereItWouldFillTheScreenAnyway() {
    assertTrue(WindowState.DEFAULT.fittedTo(List.of(SMALL)).maximised());
    assertEquals(728, WindowState.DEFAULT.fittedTo(List.of(SMALL)).height());
    assertFalse(WindowState.DEFAULT.fittedTo(List.of(LARGE)).maximised());
  }

  @Test
  void aMaximisedWindowStaysMaximised() {
    assertTrue(left(277, 104, 1366, 768).withMaximised(true).fittedTo(List.of(SMALL)).maximised());
  }

  private static WindowState left(double x, double y, double width, double height) {
    return WindowState.DEFAULT.withBounds(x, y, width, height);
  }

  private static void assertBounds(double x, double y, double width, double height, WindowState state) {
    assertEquals(List.of(x, y, width, height), List.of(state.x(), state.y(), state.width(), state.height()));
  }
}

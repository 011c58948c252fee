package umbra.app.object.layer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import umbra.dicom.DataSet;
import umbra.object.presentation.ScreenLook;
import umbra.object.presentation.ScreenLook.Area;
import umbra.pixel.render.GrayLook;
import umbra.pixel.view.ViewTransform;

/// Where the pixels of an image lie that a presentation state turns, flips and cuts.
class PresentedTileTest {
  private static final GrayLook PLAIN = GrayLook.of(DataSet.EMPTY, DataSet.EMPTY);

  private static ViewTransform placed(int turns, boolean flipped, Optional<Area> area, OptionalDouble magnification) {
    return PresentedTile.place(new ScreenLook(PLAIN, area, magnification, turns, flipped), ViewTransform.fit(100, 100, 1, 200, 200));
  }

  /// The middle of the pixel in the upper left corner of the image, on a screen of 200 by 200.
  @ParameterizedTest
  @CsvSource({"0,false,1,1", "0,true,199,1", "1,false,199,1", "1,true,1,1", "2,false,199,199", "2,true,1,199", "3,false,1,199", "3,true,199,199"})
  void theImageIsTurnedClockwiseAndThenFlipped(int turns, boolean flipped, double x, double y) {
    var at = placed(turns, flipped, Optional.empty(), OptionalDouble.empty()).toView(0.5, 0.5);

    assertEquals(x, at.x(), 1e-9);
    assertEquals(y, at.y(), 1e-9);
  }

  @Test
  void theAreaFillsTheScreen() {
    var view = placed(0, false, Optional.of(new Area(20, 40, 40, 60)), OptionalDouble.empty());

    assertEquals(10, view.scale());
    assertEquals(0, view.toView(20, 40).x(), 1);
    assertEquals(200, view.toView(40, 60).y(), 1);
  }

  @Test
  void aMagnificationIsTakenAtItsWord() {
    var view = placed(0, false, Optional.of(new Area(0, 0, 100, 100)), OptionalDouble.of(3));

    assertEquals(3, view.scale());
    assertEquals(50, view.centerX());
  }
}

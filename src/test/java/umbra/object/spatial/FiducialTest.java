package umbra.object.spatial;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import umbra.dicom.DataSet;
import umbra.object.drawing.DrawnFrame;
import umbra.object.drawing.ImagePlane;
import umbra.practice.study.Attributes;

class FiducialTest {
  private static DataSet image(String uid) {
    return new Attributes().text("ReferencedSOPInstanceUID", uid).text("ReferencedFrameNumber", "2").dataSet();
  }

  private static FiducialDrawing drawing() {
    var onImage = new Attributes().text("ShapeType", "LINE").text("FiducialIdentifier", "Ruler of Roe")
        .items("GraphicCoordinatesDataSequence", new Attributes().items("ReferencedImageSequence", image("1.7")).floats("GraphicData", 2, 3, 12, 3).dataSet()).dataSet();
    var inSpace = new Attributes().text("ShapeType", "POINT").text("FiducialIdentifier", "Apex").text("ContourData", "10\\20\\5").dataSet();
    var object = new Attributes().items("FiducialSetSequence", new Attributes().items("FiducialSequence", onImage).dataSet(),
        new Attributes().text("FrameOfReferenceUID", "1.5").items("FiducialSequence", inSpace).dataSet()).dataSet();
    return new FiducialDrawing(Fiducial.of(object));
  }

  private static DrawnFrame slice(double z, String space) {
    var header = new Attributes().text("ImagePositionPatient", "0\\0\\" + z).text("ImageOrientationPatient", "1\\0\\0\\0\\1\\0").text("PixelSpacing", "2\\1").text("FrameOfReferenceUID", space).dataSet();
    return new DrawnFrame("1.9", 0, 64, 64, "", ImagePlane.of(header, 0), 3);
  }

  @Test
  void aFiducialMarkedOnAFrameIsDrawnThereAndNowhereElse() {
    var drawing = drawing();

    var here = drawing.on(new DrawnFrame("1.7", 1, 64, 64, "", Optional.empty(), 1), Set.of());

    assertArrayEquals(new double[] {2, 3, 12, 3}, here.lines().getFirst().points(), 1e-6);
    assertEquals("Ruler of Roe", here.captions().getFirst().text());
    assertTrue(drawing.on(new DrawnFrame("1.7", 0, 64, 64, "", Optional.empty(), 1), Set.of()).isEmpty(), "another frame");
    assertTrue(drawing.on(new DrawnFrame("1.7", 1, 64, 64, "", Optional.empty(), 1), Set.of(1)).isEmpty(), "switched off");
    assertEquals(Set.of("1.7#2"), drawing.names());
  }

  @Test
  void aFiducialInSpaceIsDrawnOnTheSliceItLiesIn() {
    var drawing = drawing();

    var here = drawing.on(slice(5.5, "1.5"), Set.of());

    assertEquals("Apex", here.captions().getFirst().text());
    assertEquals(10.5, here.captions().getFirst().x(), 1e-9, "a pixel is 1 mm wide, and the middle of the first is 0.5");
    assertEquals(10.5, here.captions().getFirst().y(), 1e-9, "and 2 mm high");
    assertTrue(drawing.on(slice(9, "1.5"), Set.of()).isEmpty(), "another slice");
    assertTrue(drawing.on(slice(5.5, "1.6"), Set.of()).isEmpty(), "another space");
  }

  @Test
  void partsTellNameAndShape() {
    assertEquals(List.of("Ruler of Roe line", "Apex point"), drawing().parts().stream().map(p -> p.name() + " " + p.kind()).toList());
  }
}

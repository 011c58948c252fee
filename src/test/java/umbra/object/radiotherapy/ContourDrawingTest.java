package umbra.object.radiotherapy;

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
import umbra.pixel.place.SlicePlane;
import umbra.pixel.place.SlicePlane.Vector;
import umbra.practice.study.Attributes;

class ContourDrawingTest {
  private static final String SPACE = "1.2.3";

  private static DataSet contour(String type, String points, String image) {
    return new Attributes().text("ContourGeometricType", type).text("ContourData", points)
        .items("ContourImageSequence", new Attributes().text("ReferencedSOPInstanceUID", image).dataSet()).dataSet();
  }

  private static ContourDrawing drawing(DataSet... contours) {
    return new ContourDrawing(StructureSet.of(new Attributes()
        .items("StructureSetROISequence", new Attributes().text("ROINumber", "4").text("ROIName", "Heart").text("ReferencedFrameOfReferenceUID", SPACE).dataSet())
        .items("ROIContourSequence", new Attributes().text("ReferencedROINumber", "4").text("ROIDisplayColor", "255\\0\\16").items("ContourSequence", contours).dataSet())
        .items("RTROIObservationsSequence", new Attributes().text("ReferencedROINumber", "4").text("RTROIInterpretedType", "ORGAN").dataSet()).dataSet()));
  }

  /// 2 mm pixels from (-10, -20) on, slices 3 mm apart.
  private static DrawnFrame slice(double z, String space) {
    var plane = new ImagePlane(new SlicePlane(space, new Vector(-10, -20, z), new Vector(1, 0, 0), new Vector(0, 1, 0)), 2, 2);
    return new DrawnFrame("img", 0, 64, 64, "", Optional.of(plane), 3);
  }

  @Test
  void aContourIsDrawnOnItsPlaneInPixels() {
    var drawing = drawing(contour("CLOSED_PLANAR", "-10\\-20\\6\\-6\\-20\\6\\-6\\-12\\6", "x"));

    var lines = drawing.on(slice(6.4, SPACE), Set.of()).lines();

    assertArrayEquals(new double[] {0.5, 0.5, 2.5, 0.5, 2.5, 4.5}, lines.getFirst().points(), 1e-9);
    assertEquals(0xFF0010, lines.getFirst().rgb());
    assertTrue(lines.getFirst().closed());
    assertEquals(List.of(), drawing.on(slice(8, SPACE), Set.of()).lines());
    assertEquals(List.of(), drawing.on(slice(6, SPACE), Set.of(4)).lines());
    assertEquals(List.of(), drawing.on(slice(6, "9.9"), Set.of()).lines());
  }

  @Test
  void aContourAcrossPlanesIsNotFlattened() {
    var drawing = drawing(contour("CLOSED_PLANAR", "-10\\-20\\0\\-6\\-20\\6\\-6\\-12\\12", "x"));

    assertEquals(List.of(), drawing.on(slice(6, SPACE), Set.of()).lines());
  }

  @Test
  void withoutImagesEachDepthIsAPlane() {
    var drawing = drawing(contour("CLOSED_PLANAR", "0\\0\\0\\40\\0\\0\\40\\40\\0", "x"), contour("CLOSED_PLANAR", "0\\0\\5\\40\\0\\5\\40\\40\\5", "x"),
        contour("POINT", "7\\7\\5", "x"));

    var planes = drawing.planes();

    assertEquals(2, planes.size());
    assertEquals(70, planes.getFirst().columns());
    assertEquals(1, drawing.on(planes.getFirst(), Set.of()).lines().size());
    assertEquals(2, drawing.on(planes.getLast(), Set.of()).lines().size());
    assertArrayEquals(new double[] {15.5, 15.5}, java.util.Arrays.copyOf(drawing.on(planes.getFirst(), Set.of()).lines().getFirst().points(), 2), 1e-9);
  }

  @Test
  void partsNameTypeAndNumber() {
    var part = drawing(contour("POINT", "1\\2\\3", "x")).parts().getFirst();

    assertEquals("Heart", part.name());
    assertEquals("ORGAN", part.kind());
    assertEquals(4, part.number());
  }

  @Test
  void damagedCoordinatesAreLeftOut() {
    assertEquals("1 contours", drawing(contour("POINT", "1\\2\\x", "x"), contour("POINT", "1\\2\\3", "x")).parts().getFirst().detail());
  }
}

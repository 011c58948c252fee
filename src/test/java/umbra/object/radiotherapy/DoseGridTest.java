package umbra.object.radiotherapy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import umbra.object.drawing.DrawnFrame;
import umbra.object.drawing.ImagePlane;
import umbra.pixel.place.SlicePlane;
import umbra.pixel.place.SlicePlane.Vector;
import umbra.practice.study.Attributes;

class DoseGridTest {
  private static final int SIDE = 21;

  private static ImagePlane plane(double x, double y, double z, double mm) {
    return new ImagePlane(new SlicePlane("1.2", new Vector(x, y, z), new Vector(1, 0, 0), new Vector(0, 1, 0)), mm, mm);
  }

  /// 21 x 21 x 5 voxels of 2 x 2 x 3 mm from the origin on; the dose is a tenth of x.
  private static DoseGrid grid(List<Double> offsets) {
    var doses = new float[SIDE * SIDE * 5];
    for (int i = 0; i < doses.length; i++) doses[i] = i % SIDE * 2 * 0.1f;
    return DoseGrid.of(plane(0, 0, 0, 2), SIDE, offsets, 5, doses, "Gy");
  }

  private static final List<Double> OFFSETS = List.of(0.0, 3.0, 6.0, 9.0, 12.0);

  @Test
  void dosesLieBetweenVoxels() {
    assertEquals(1.3, grid(OFFSETS).at(new Vector(13, 7, 4)), 1e-5);
    assertEquals(4, grid(OFFSETS).maximum(), 1e-5);
    assertTrue(Double.isNaN(grid(OFFSETS).at(new Vector(13, 7, 20))));
    assertTrue(Double.isNaN(grid(OFFSETS).at(new Vector(-9, 7, 4))));
  }

  @Test
  void offsetsMayBePlacesAndMayGoDown() {
    var doses = new float[] {1, 2, 3};
    var absolute = DoseGrid.of(plane(0, 0, -50, 2), 1, List.of(-50.0, -47.0, -44.0), 3, doses, "Gy");
    var down = DoseGrid.of(plane(0, 0, 0, 2), 1, List.of(0.0, -3.0, -6.0), 3, doses, "Gy");

    assertEquals(2.5, absolute.at(new Vector(0, 0, -45.5)), 1e-6);
    assertEquals(2.5, down.at(new Vector(0, 0, -4.5)), 1e-6);
  }

  @Test
  void isodosesLieWhereTheDoseIs() {
    var drawing = new DoseDrawing(grid(OFFSETS)).on(new DrawnFrame("img", 0, 40, 40, "", Optional.of(plane(0, 0, 4, 1)), 1), Set.of());

    var half = drawing.lines().stream().filter(l -> l.part() == 150).findFirst().orElseThrow();
    for (int i = 0; i < half.points().length; i += 2) assertEquals(20.5, half.points()[i], 1e-4); // 2 Gy at x = 20 mm
    assertEquals(0, drawing.wash().orElseThrow().argb()[0] >>> 24);
    assertEquals(255, drawing.wash().orElseThrow().argb()[30] >>> 24);
  }

  @Test
  void theHistogramOfAGradientIsALine() {
    var contours = new umbra.dicom.DataSet[3];
    for (int i = 0; i < 3; i++) {
      contours[i] = new Attributes().text("ContourGeometricType", "CLOSED_PLANAR").text("ContourData", "10\\10\\%1$d\\30\\10\\%1$d\\30\\30\\%1$d\\10\\30\\%1$d".formatted(3 * (i + 1))).dataSet();
    }
    var set = StructureSet.of(new Attributes().items("StructureSetROISequence", new Attributes().text("ROINumber", "1").text("ROIName", "Cube").dataSet())
        .items("ROIContourSequence", new Attributes().text("ReferencedROINumber", "1").items("ContourSequence", contours).dataSet()).dataSet());

    var volume = DoseVolume.computed(grid(OFFSETS), set, () -> {}).getFirst();

    assertEquals(20 * 20 * 9 / 1000.0, volume.volumeCm3().orElseThrow(), 0.01);
    assertEquals(2, volume.mean().orElseThrow(), 0.01);
    assertEquals(1, volume.minimum().orElseThrow(), 0.05);
    assertEquals(3, volume.maximum().orElseThrow(), 0.05);
    int at = java.util.stream.IntStream.range(0, volume.doses().size()).filter(i -> volume.doses().get(i) >= 2.5).findFirst().orElseThrow();
    assertEquals(25, volume.percents().get(at), 2);
  }

  @Test
  void statedHistogramsAreSummedUp() {
    var item = new Attributes().text("DVHType", "DIFFERENTIAL").text("DoseUnits", "GY").text("DVHVolumeUnits", "CM3").text("DVHDoseScaling", "1")
        .text("DVHData", "1\\6\\1\\3\\1\\1").items("DVHReferencedROISequence", new Attributes().text("ReferencedROINumber", "7").dataSet()).dataSet();

    var volume = DoseVolume.stated(Dose.of(new Attributes().items("DVHSequence", item).dataSet()), StructureSet.of(umbra.dicom.DataSet.EMPTY)).getFirst();

    assertEquals("ROI 7", volume.name());
    assertEquals(List.of(100.0, 40.0, 10.0), volume.percents());
    assertEquals(10, volume.volumeCm3().orElseThrow());
  }
}

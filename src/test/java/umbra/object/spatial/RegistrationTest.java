package umbra.object.spatial;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import umbra.dicom.DataSet;
import umbra.practice.study.Attributes;

class RegistrationTest {
  private static DataSet matrix(String numbers) {
    return new Attributes().text("FrameOfReferenceTransformationMatrixType", "RIGID").text("FrameOfReferenceTransformationMatrix", numbers).dataSet();
  }

  private static Registration of(DataSet... matrices) {
    return Registration.of(new Attributes().text("FrameOfReferenceUID", "1.1").items("RegistrationSequence",
        new Attributes().text("FrameOfReferenceUID", "1.2").items("MatrixRegistrationSequence", new Attributes().text("FrameOfReferenceTransformationComment", "by Roe").items("MatrixSequence", matrices).dataSet()).dataSet())
        .dataSet()).getFirst();
  }

  @Test
  void theItemIsMovedIntoTheSpaceOfTheObject() {
    var r = of(matrix("0\\-1\\0\\3\\1\\0\\0\\4\\0\\0\\1\\0\\0\\0\\0\\1"));

    assertEquals("1.2 into 1.1, RIGID, by Roe", r.from() + " into " + r.to() + ", " + r.type() + ", " + r.comment());
    assertEquals(90, r.turnDegrees(), 1e-9);
    assertEquals(5, r.shiftMm(), 1e-9);
  }

  @Test
  void matricesActOneAfterTheOther() {
    var turn = matrix("0\\-1\\0\\0\\1\\0\\0\\0\\0\\0\\1\\0\\0\\0\\0\\1");
    var move = matrix("1\\0\\0\\10\\0\\1\\0\\0\\0\\0\\1\\0\\0\\0\\0\\1");

    assertEquals(List.of(0.0, -1.0, 0.0, 10.0, 1.0, 0.0, 0.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 0.0, 1.0), of(turn, move).matrix(), "turned first: x is moved by ten");
    assertEquals(List.of(0.0, -1.0, 0.0, 0.0, 1.0, 0.0, 0.0, 10.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 0.0, 1.0), of(move, turn).matrix(), "moved first: what was x is y");
  }

  @Test
  void aMatrixWithTooFewNumbersLeavesPointsWhereTheyAre() {
    assertEquals(Registration.IDENTITY, of(matrix("1\\0\\0")).matrix());
  }

  @Test
  void aDeformationTellsItsGrid() {
    var grid = new Attributes().longs("GridDimensions", 5, 6, 7).doubles("GridResolution", 2, 2, 2.5).dataSet();
    var r = Registration.of(new Attributes().text("FrameOfReferenceUID", "1.1").items("DeformableRegistrationSequence", new Attributes().text("SourceFrameOfReferenceUID", "1.3")
        .items("DeformableRegistrationGridSequence", grid).dataSet()).dataSet()).getFirst();

    assertEquals("1.3", r.from());
    assertEquals("vectors on a grid of 5 × 6 × 7 points, 2 × 2 × 2.5 mm apart, between the matrices", r.grid());
  }
}

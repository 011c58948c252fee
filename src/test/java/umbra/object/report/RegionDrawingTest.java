package umbra.object.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import umbra.dicom.DataSet;
import umbra.dicom.VR;
import umbra.object.drawing.DrawnFrame;
import umbra.practice.study.Attributes;

class RegionDrawingTest {
  private static DrawnFrame image(String uid, int frame) {
    return new DrawnFrame(uid, frame, 64, 64, "", Optional.empty(), 1);
  }

  private static DataSet report() {
    var circle = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN).putFloat(10).putFloat(20).putFloat(13).putFloat(24).array();
    var source = new Attributes().text("RelationshipType", "SELECTED FROM").text("ValueType", "IMAGE")
        .items("ReferencedSOPSequence", new Attributes().text("ReferencedSOPInstanceUID", "1.7").text("ReferencedFrameNumber", "2").dataSet()).dataSet();
    var region = new Attributes().text("RelationshipType", "INFERRED FROM").text("ValueType", "SCOORD").text("GraphicType", "CIRCLE").bytes("GraphicData", VR.FL, circle)
        .items("ContentSequence", source).dataSet();
    var number = new Attributes().text("RelationshipType", "CONTAINS").text("ValueType", "NUM").code("ConceptNameCodeSequence", "131190003", "SCT", "Radius")
        .items("MeasuredValueSequence", new Attributes().text("NumericValue", "5").code("MeasurementUnitsCodeSequence", "mm", "UCUM", "millimeter").dataSet())
        .items("ContentSequence", region).dataSet();
    return new Attributes().text("ValueType", "CONTAINER").code("ConceptNameCodeSequence", "126000", "DCM", "Imaging Measurement Report").items("ContentSequence", number).dataSet();
  }

  @Test
  void aRegionIsDrawnOnTheFrameItWasSelectedFrom() {
    var drawing = new RegionDrawing(ContentTree.of(report()));

    var line = drawing.on(image("1.7", 1), Set.of()).lines().getFirst();

    assertTrue(line.closed());
    for (int i = 0; i < line.points().length; i += 2) assertEquals(5, Math.hypot(line.points()[i] - 10, line.points()[i + 1] - 20), 1e-6);
    assertTrue(drawing.on(image("1.7", 0), Set.of()).isEmpty());
    assertEquals(Set.of("1.7#2"), drawing.names());
    assertEquals("Radius", drawing.parts().getFirst().name());
    assertEquals("5 mm", drawing.parts().getFirst().detail());
  }

  @Test
  void numbersAreListedWithTheirUnits() {
    var measurement = Measurement.of(ContentTree.of(report())).getFirst();

    assertEquals("Imaging Measurement Report", measurement.group());
    assertEquals("5 mm", measurement.value());
  }
}

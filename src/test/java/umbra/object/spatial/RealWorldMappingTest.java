package umbra.object.spatial;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import umbra.dicom.DataSet;
import umbra.dicom.VR;
import umbra.object.drawing.DrawnFrame;
import umbra.practice.study.Attributes;

class RealWorldMappingTest {
  private static final DrawnFrame IMAGE = new DrawnFrame("1.7", 0, 4, 4, "", Optional.empty(), 1);

  private static byte[] doubles(double... values) {
    var bytes = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    for (double value : values) bytes.putDouble(value);
    return bytes.array();
  }

  private static byte[] words(int... values) {
    var bytes = ByteBuffer.allocate(2 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    for (int value : values) bytes.putShort((short) value);
    return bytes.array();
  }

  private static DataSet unit(String code) {
    return new Attributes().text("CodeValue", code).text("CodeMeaning", "unit").dataSet();
  }

  private static DataSet object(DataSet... mappings) {
    return new Attributes().items("ReferencedImageRealWorldValueMappingSequence", new Attributes().items("ReferencedImageSequence", new Attributes().text("ReferencedSOPInstanceUID", "1.7").dataSet())
        .items("RealWorldValueMappingSequence", mappings).dataSet()).dataSet();
  }

  private static DataSet linear(VR vr, int first, int last) {
    return new Attributes().text("LUTLabel", "SUV").items("MeasurementUnitsCodeSequence", unit("g/ml")).bytes("RealWorldValueFirstValueMapped", vr, words(first))
        .bytes("RealWorldValueLastValueMapped", vr, words(last)).bytes("RealWorldValueSlope", VR.FD, doubles(0.5)).bytes("RealWorldValueIntercept", VR.FD, doubles(-1)).dataSet();
  }

  private static String probe(DataSet object, double stored) {
    return new MappingDrawing(RealWorldMapping.of(object)).value(IMAGE, 1, 1, OptionalDouble.of(stored));
  }

  @Test
  void aLineIsAppliedWithinItsRange() {
    var object = object(linear(VR.US, 0, 100));

    assertEquals("stored 9 → SUV 3.500 g/ml", probe(object, 9));
    assertEquals("", probe(object, 101));
    assertEquals("", new MappingDrawing(RealWorldMapping.of(object)).value(IMAGE, 1, 1, OptionalDouble.empty()), "colour, or outside the image");
    assertEquals("", new MappingDrawing(RealWorldMapping.of(object)).value(new DrawnFrame("1.8", 0, 4, 4, "", Optional.empty(), 1), 1, 1, OptionalDouble.of(9)), "another image");
  }

  @Test
  void boundsBelowZeroAreUnderstoodWhateverTheirVr() {
    assertEquals("stored -100 → SUV -51.00 g/ml", probe(object(linear(VR.SS, -1000, 1000)), -100));
    assertEquals("stored -100 → SUV -51.00 g/ml", probe(object(linear(VR.US, -1000, 1000)), -100));
  }

  @Test
  void aTableIsLookedUpFromItsFirstValue() {
    var table = new Attributes().text("LUTLabel", "T1").items("MeasurementUnitsCodeSequence", unit("ms")).bytes("RealWorldValueFirstValueMapped", VR.US, words(10))
        .bytes("RealWorldValueLastValueMapped", VR.US, words(12)).bytes("RealWorldValueLUTData", VR.FD, doubles(100, 250, 900)).dataSet();

    assertEquals("stored 11 → T1 250.0 ms", probe(object(table), 11));
    assertEquals("stored 12 → T1 900.0 ms", probe(object(table), 12));
    assertEquals("", probe(object(table), 9));
  }

  @Test
  void severalMappingsOfAnImageAreAllTold() {
    var other = new Attributes().text("LUTLabel", "counts").items("MeasurementUnitsCodeSequence", unit("1")).dataSet();

    assertEquals("stored 9 → SUV 3.500 g/ml, counts 9.000", probe(object(linear(VR.US, 0, 100), other), 9));
  }
}

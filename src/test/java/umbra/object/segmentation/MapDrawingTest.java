package umbra.object.segmentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import umbra.dicom.TransferSyntax;
import umbra.dicom.VR;
import umbra.dicom.read.DicomReader;
import umbra.dicom.read.ReadOptions;
import umbra.dicom.write.DicomWriter;
import umbra.pixel.codec.FrameReader;
import umbra.pixel.codec.TestCodecs;
import umbra.practice.study.Attributes;

class MapDrawingTest {
  @TempDir
  private Path folder;

  /// One frame of 4 x 2 samples 0 to 7; the real-world value is twice the sample and ten.
  private MapDrawing drawing() throws Exception {
    var unit = new Attributes().text("CodeValue", "um2/s").dataSet();
    var mapping = new Attributes().items("MeasurementUnitsCodeSequence", unit).doubles("RealWorldValueIntercept", 10).doubles("RealWorldValueSlope", 2).dataSet();
    var pixels = new byte[16];
    for (int i = 0; i < 8; i++) pixels[2 * i] = (byte) i;
    var dataSet = new Attributes().text("SOPClassUID", "1.2.840.10008.5.1.4.1.1.30").text("SOPInstanceUID", "1.2.3").text("NumberOfFrames", "1").shorts("Rows", 2).shorts("Columns", 4)
        .shorts("SamplesPerPixel", 1).text("PhotometricInterpretation", "MONOCHROME2").shorts("BitsAllocated", 16).shorts("BitsStored", 16).shorts("HighBit", 15).shorts("PixelRepresentation", 0)
        .items("SharedFunctionalGroupsSequence", new Attributes().items("RealWorldValueMappingSequence", mapping).dataSet())
        .items("PerFrameFunctionalGroupsSequence", new Attributes().dataSet()).bytes("PixelData", VR.OW, pixels).dataSet();
    var file = folder.resolve("map.dcm");
    new DicomWriter().write(DicomWriter.newFile(dataSet, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN), file);
    var read = new DicomReader(ReadOptions.LENIENT).read(file);
    return new MapDrawing(read, FrameReader.open(read, TestCodecs.all(), TestCodecs.noVideo()));
  }

  @Test
  void coloursAndBandsSpanTheRealWorldValues() throws Exception {
    try (var drawing = drawing()) {
      var plane = drawing.planes().getFirst();
      var argb = drawing.on(plane, Set.of()).wash().orElseThrow().argb();

      assertEquals(0xFF44_0154, argb[0]);
      assertEquals(0xFFFD_E725, argb[7]);
      assertTrue(drawing.parts().getFirst().name().endsWith(" to 24.00"), drawing.parts().getFirst()::name);
      assertEquals("16.00 um2/s", drawing.value(plane, 3.5, 0.5));
      assertEquals("", drawing.value(plane, 4.5, 0.5));
    }
  }

  @Test
  void aBandThatIsSwitchedOffIsNotDrawn() throws Exception {
    try (var drawing = drawing()) {
      var argb = drawing.on(drawing.planes().getFirst(), Set.of(1, 8)).wash().orElseThrow().argb();

      assertEquals(0, argb[0]);
      assertEquals(0, argb[7]);
      assertEquals(255, argb[3] >>> 24);
    }
  }
}

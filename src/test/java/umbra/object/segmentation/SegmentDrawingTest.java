package umbra.object.segmentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import umbra.dicom.DataSet;
import umbra.dicom.TransferSyntax;
import umbra.dicom.VR;
import umbra.dicom.read.DicomReader;
import umbra.dicom.read.ReadOptions;
import umbra.dicom.write.DicomWriter;
import umbra.object.drawing.DrawnFrame;
import umbra.object.drawing.ImagePlane;
import umbra.pixel.codec.FrameReader;
import umbra.pixel.codec.TestCodecs;
import umbra.pixel.place.SlicePlane;
import umbra.pixel.place.SlicePlane.Vector;
import umbra.practice.study.Attributes;

class SegmentDrawingTest {
  @TempDir
  private Path folder;

  /// Two frames of 4 x 2 pixels at the same place: segment 1 on the left half, segment 2 on the first row.
  private SegmentDrawing drawing(String type, int bits, byte... pixels) throws Exception {
    var groups = new DataSet[] {frame(1), frame(2)};
    var segments = new DataSet[] {segment(1, "Liver"), segment(2, "Tumour")};
    var dataSet = new Attributes().text("SOPClassUID", "1.2.840.10008.5.1.4.1.1.66.4").text("SOPInstanceUID", "1.2.3").text("FrameOfReferenceUID", "1.9").text("SegmentationType", type)
        .shorts("MaximumFractionalValue", 200).text("NumberOfFrames", "2").shorts("Rows", 2).shorts("Columns", 4).shorts("SamplesPerPixel", 1)
        .text("PhotometricInterpretation", "MONOCHROME2").shorts("BitsAllocated", bits).shorts("BitsStored", bits).shorts("HighBit", bits - 1).shorts("PixelRepresentation", 0)
        .items("SegmentSequence", segments)
        .items("SharedFunctionalGroupsSequence", new Attributes().items("PixelMeasuresSequence", new Attributes().text("PixelSpacing", "2\\2").dataSet())
            .items("PlaneOrientationSequence", new Attributes().text("ImageOrientationPatient", "1\\0\\0\\0\\1\\0").dataSet()).dataSet())
        .items("PerFrameFunctionalGroupsSequence", groups).bytes("PixelData", VR.OB, pixels).dataSet();
    var file = folder.resolve("seg.dcm");
    new DicomWriter().write(DicomWriter.newFile(dataSet, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN), file);
    var read = new DicomReader(ReadOptions.LENIENT).read(file);
    return new SegmentDrawing(read, FrameReader.open(read, TestCodecs.all(), TestCodecs.noVideo()));
  }

  private static DataSet segment(int number, String label) {
    return new Attributes().shorts("SegmentNumber", number).text("SegmentLabel", label).dataSet();
  }

  private static DataSet frame(int segment) {
    return new Attributes().items("SegmentIdentificationSequence", new Attributes().shorts("ReferencedSegmentNumber", segment).dataSet())
        .items("PlanePositionSequence", new Attributes().text("ImagePositionPatient", "0\\0\\5").dataSet())
        .items("DerivationImageSequence", new Attributes().items("SourceImageSequence", new Attributes().text("ReferencedSOPInstanceUID", "1.7").dataSet()).dataSet()).dataSet();
  }

  private static DrawnFrame image(String uid, double z, double mm, int columns, int rows) {
    var plane = new ImagePlane(new SlicePlane("1.9", new Vector(0, 0, z), new Vector(1, 0, 0), new Vector(0, 1, 0)), mm, mm);
    return new DrawnFrame(uid, 0, columns, rows, "", Optional.of(plane), 2);
  }

  @Test
  void binarySegmentsAreDrawnWhereTheyLie() throws Exception {
    try (var drawing = drawing("BINARY", 1, (byte) 0b0011_0011, (byte) 0b0000_1111)) {
      var argb = drawing.on(image("1.7", 5, 2, 4, 2), Set.of(2)).wash().orElseThrow().argb();

      assertEquals("Liver", drawing.parts().getFirst().name());
      assertEquals(255, argb[0] >>> 24);
      assertEquals(0, argb[2] >>> 24);
      assertEquals(255, argb[5] >>> 24);
      assertEquals(0, drawing.on(image("1.7", 5, 2, 4, 2), Set.of(1)).wash().orElseThrow().argb()[5] >>> 24);
    }
  }

  @Test
  void anImageOfFinerPixelsGetsTheSamePlaces() throws Exception {
    try (var drawing = drawing("BINARY", 1, (byte) 0b0011_0011, (byte) 0)) {
      var argb = drawing.on(image("9.9", 5.5, 1, 8, 4), Set.of()).wash().orElseThrow().argb();

      assertEquals(255, argb[2] >>> 24); // 2 mm: the middle of the second pixel of 2 mm
      assertEquals(0, argb[5] >>> 24);
      assertTrue(drawing.on(image("9.9", 7, 1, 8, 4), Set.of()).isEmpty());
    }
  }

  @Test
  void fractionsAreOpacities() throws Exception {
    try (var drawing = drawing("FRACTIONAL", 8, (byte) 200, (byte) 100, (byte) 0, (byte) 0, (byte) 0, (byte) 0, (byte) 0, (byte) 0, (byte) 0, (byte) 0, (byte) 0, (byte) 0, (byte) 0,
        (byte) 0, (byte) 0, (byte) 0)) {
      var argb = drawing.on(image("1.7", 5, 2, 4, 2), Set.of()).wash().orElseThrow().argb();

      assertEquals(255, argb[0] >>> 24);
      assertEquals(128, argb[1] >>> 24);
    }
  }

  @Test
  void withoutItsImagesItHasAPlaneOfItsOwn() throws Exception {
    try (var drawing = drawing("BINARY", 1, (byte) 0b0011_0011, (byte) 0b0000_1111)) {
      assertEquals(1, drawing.planes().size());
      assertEquals(255, drawing.on(drawing.planes().getFirst(), Set.of()).wash().orElseThrow().argb()[3] >>> 24);
    }
  }
}

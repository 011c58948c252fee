package umbra.object.presentation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
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
import umbra.practice.study.Attributes;

class PresentationDrawingTest {
  private static final DrawnFrame IMAGE = new DrawnFrame("1.7", 0, 20, 10, "", Optional.empty(), 1);

  @TempDir
  private Path folder;

  private static byte[] floats(float... values) {
    var bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    for (float value : values) bytes.putFloat(value);
    return bytes.array();
  }

  private static DataSet image() {
    return new Attributes().text("ReferencedSOPInstanceUID", "1.7").dataSet();
  }

  private PresentationDrawing state(Attributes more) throws Exception {
    var all = more.text("SOPClassUID", "1.2.840.10008.5.1.4.1.1.11.1").text("SOPInstanceUID", "1.2.3")
        .items("ReferencedSeriesSequence", new Attributes().items("ReferencedImageSequence", image()).dataSet()).dataSet();
    var file = folder.resolve("pr.dcm");
    new DicomWriter().write(DicomWriter.newFile(all, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN), file);
    return new PresentationDrawing(new DicomReader(ReadOptions.LENIENT).read(file));
  }

  @Test
  void graphicsAndTextsLieOnTheImageTheyName() throws Exception {
    var graphic = new Attributes().text("GraphicAnnotationUnits", "DISPLAY").text("GraphicType", "POLYLINE").bytes("GraphicData", VR.FL, floats(0, 0, 0.5f, 1)).dataSet();
    var text = new Attributes().text("BoundingBoxAnnotationUnits", "PIXEL").text("UnformattedTextValue", "seen by Roe").bytes("BoundingBoxTopLeftHandCorner", VR.FL, floats(3, 4)).dataSet();
    try (var state = state(new Attributes().items("GraphicAnnotationSequence",
        new Attributes().text("GraphicLayer", "NOTES").items("GraphicObjectSequence", graphic).items("TextObjectSequence", text).dataSet()))) {
      var drawing = state.on(IMAGE, Set.of());

      assertArrayEquals(new double[] {0, 0, 10, 10}, drawing.lines().getFirst().points(), 1e-6);
      assertEquals("seen by Roe", drawing.captions().getFirst().text());
      assertEquals("NOTES", state.parts().getFirst().name());
      assertTrue(state.on(IMAGE, Set.of(1)).isEmpty());
      assertTrue(state.on(new DrawnFrame("9", 0, 20, 10, "", Optional.empty(), 1), Set.of()).isEmpty());
    }
  }

  @Test
  void theShutterCoversWhatLiesOutside() throws Exception {
    try (var state = state(new Attributes().text("ShutterShape", "RECTANGULAR").text("ShutterLeftVerticalEdge", "3").text("ShutterRightVerticalEdge", "18")
        .text("ShutterUpperHorizontalEdge", "2").text("ShutterLowerHorizontalEdge", "9"))) {
      var cover = state.on(IMAGE, Set.of()).cover().orElseThrow().argb();

      assertEquals(0xFF000000, cover[20 + 1]);
      assertEquals(0, cover[20 + 2]);
      assertEquals(0xFF000000, cover[2]);
    }
  }

  @Test
  void windowAndAreaAreTold() throws Exception {
    var corners = new Attributes().longs("DisplayedAreaTopLeftHandCorner", 5, 3).longs("DisplayedAreaBottomRightHandCorner", 14, 8).dataSet();
    try (var state = state(new Attributes().items("DisplayedAreaSelectionSequence", corners)
        .items("SoftcopyVOILUTSequence", new Attributes().text("WindowCenter", "40").text("WindowWidth", "400").dataSet()).shorts("ImageRotation", 90))) {
      var look = state.look(IMAGE);

      assertEquals(new ScreenLook.Area(4, 2, 14, 8), look.area().orElseThrow());
      assertEquals(400, look.gray().window().orElseThrow().width());
      assertEquals(1, look.turns());
    }
  }
}

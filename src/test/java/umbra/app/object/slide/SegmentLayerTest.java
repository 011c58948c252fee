package umbra.app.object.slide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import umbra.app.viewer.ViewerStage;
import umbra.dicom.DataElement;
import umbra.dicom.Tags;
import umbra.dicom.TransferSyntax;
import umbra.dicom.VR;
import umbra.dicom.write.DicomWriter;
import umbra.job.DirectJobRunner;
import umbra.object.segmentation.SegmentTiles;
import umbra.pixel.codec.TestCodecs;
import umbra.practice.study.Attributes;
import umbra.workspace.source.SourceFiles;
import umbra.workspace.stack.FrameSource;

/// A segmentation of half the resolution over a slide of 8 by 4 tiles: its segment 1 is the left half, segment 2 the right one.
class SegmentLayerTest {
  private static final int ACROSS = 4;
  private static final int DOWN = 2;
  private static final int TILE = 256;

  @TempDir
  private Path folder;

  private SlideViewModel model;
  private SegmentLayer layer;

  @BeforeEach
  void lay() throws Exception {
    var files = new SourceFiles();
    model = new SlideViewModel(files, new FrameSource(files, TestCodecs.all(), TestCodecs.noVideo()), new DirectJobRunner(), 16 << 20);
    model.resize(800, 400);
    model.show(ViewerStage.instances(BigSlide.write(folder, 2 * ACROSS, 2 * DOWN, 1)));
    var file = segmentation();
    var row = ViewerStage.instances(List.of(file)).getFirst();
    try (var opened = files.openHeader(new umbra.workspace.source.SourcePlace(file, ""))) {
      layer = new SegmentLayer(row, SegmentTiles.of(opened.dataSet()).orElseThrow());
    }
    model.lay(List.of(layer));
  }

  private Path segmentation() throws Exception {
    var pixels = new byte[2 * ACROSS * DOWN * TILE * TILE];
    for (int frame = 0; frame < 2 * ACROSS * DOWN; frame++) {
      boolean left = frame % ACROSS < ACROSS / 2;
      if (left == frame < ACROSS * DOWN) Arrays.fill(pixels, frame * TILE * TILE, (frame + 1) * TILE * TILE, (byte) 1);
    }
    var segments = List.of(new Attributes().shorts("SegmentNumber", 1).text("SegmentLabel", "left").dataSet(), new Attributes().shorts("SegmentNumber", 2).text("SegmentLabel", "right").dataSet());
    var dataSet = new Attributes().text("SOPClassUID", "1.2.840.10008.5.1.4.1.1.66.4").text("SOPInstanceUID", "2.25.779").text("Modality", "SEG").text("SegmentationType", "BINARY")
        .text("DimensionOrganizationType", "TILED_FULL").longs("TotalPixelMatrixColumns", ACROSS * TILE).longs("TotalPixelMatrixRows", DOWN * TILE).shorts("Rows", TILE).shorts("Columns", TILE)
        .text("NumberOfFrames", "" + 2 * ACROSS * DOWN).shorts("SamplesPerPixel", 1).text("PhotometricInterpretation", "MONOCHROME2").shorts("BitsAllocated", 8).shorts("BitsStored", 8)
        .shorts("HighBit", 7).shorts("PixelRepresentation", 0).items("SegmentSequence", segments.getFirst(), segments.getLast()).dataSet().with(DataElement.ofBytes(Tags.PIXEL_DATA, VR.OB, pixels));
    var file = folder.resolve("segments.dcm");
    new DicomWriter().write(DicomWriter.newFile(dataSet, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN), file);
    return file;
  }

  private int pixel(int x, int y) {
    var argb = new int[800 * 400];
    SlidePainter.paint(model.painted(), model.view().get().orElseThrow(), argb);
    return argb[y * 800 + x];
  }

  private static boolean isNear(int one, int other) {
    for (int shift = 0; shift < 24; shift += 8) if (Math.abs((one >> shift & 0xFF) - (other >> shift & 0xFF)) > 1) return false;
    return true;
  }

  private static int mean(int one, int other) {
    int mixed = 0;
    for (int shift = 16; shift >= 0; shift -= 8) mixed = mixed << 8 | ((one >> shift & 0xFF) + (other >> shift & 0xFF)) / 2;
    return mixed;
  }

  @Test
  void eachSegmentColoursItsHalfOfTheSlideByItsOpacity() {
    int left = layer.tiles().segments().parts().getFirst().rgb();
    int right = layer.tiles().segments().parts().getLast().rgb();
    layer.setOpacity(0);
    model.changed(layer);
    int under = pixel(100, 200);
    int other = pixel(700, 200);
    layer.setOpacity(0.5);
    model.changed(layer);

    assertTrue(model.isSettled());
    assertTrue(isNear(mean(under, left), pixel(100, 200)));
    assertTrue(isNear(mean(other, right), pixel(700, 200)));
  }

  @Test
  void aSegmentThatIsSwitchedOffIsNeitherReadNorSeen() {
    layer.setOpacity(1);
    model.changed(layer);
    int seen = pixel(100, 200);
    layer.setSeen(1, false);
    model.changed(layer);

    assertFalse(isNear(seen, pixel(100, 200)));
    assertTrue(model.painted().stream().flatMap(p -> p.place().wash().stream()).allMatch(w -> w.segment() == 2));
  }

  @Test
  void onlyTilesInViewAreAskedFor() {
    model.move(v -> v.zoomed(1 / v.scale(), 0, 0));
    long washes = model.painted().stream().filter(p -> p.place().wash().isPresent()).count();
    assertTrue(washes > 0 && washes <= 2 * 3 * 2, washes + " tiles");
    assertFalse(model.isWithoutSegments());
    assertEquals(0, model.failures());
  }
}

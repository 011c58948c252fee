package umbra.object.slide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import umbra.dicom.DataSet;
import umbra.practice.study.Attributes;

class SlideImageTest {
  private static Attributes tiled(int columns, int rows, int tile, int frames) {
    return new Attributes().text("ImageType", "ORIGINAL\\PRIMARY\\VOLUME\\NONE").longs("TotalPixelMatrixColumns", columns).longs("TotalPixelMatrixRows", rows)
        .shorts("Rows", tile).shorts("Columns", tile).text("NumberOfFrames", "" + frames);
  }

  private static DataSet sparse(int column, int row, String path) {
    return new Attributes().items("PlanePositionSlideSequence", new Attributes().longs("ColumnPositionInTotalImagePixelMatrix", column).longs("RowPositionInTotalImagePixelMatrix", row).dataSet())
        .items("OpticalPathIdentificationSequence", new Attributes().text("OpticalPathIdentifier", path).dataSet()).dataSet();
  }

  @Test
  void aFullTilingCountsRowByRow() {
    var image = SlideImage.of(tiled(1000, 600, 256, 12).text("DimensionOrganizationType", "TILED_FULL").dataSet());

    assertEquals(SlideImage.Kind.VOLUME, image.kind());
    assertEquals(List.of(new TileMap.Tile(5, 256, 256), new TileMap.Tile(6, 512, 256)), image.tiles().within(300, 300, 600, 400, 100));
    assertEquals(12, image.tiles().within(-50, -50, 5000, 5000, 100).size());
    assertEquals(List.of(), image.tiles().within(1100, 0, 1200, 10, 100));
  }

  @Test
  void onlyTheFirstOpticalPathIsLaidOut() {
    var image = SlideImage.of(tiled(512, 256, 256, 4).text("DimensionOrganizationType", "TILED_FULL").dataSet());

    assertEquals(2, image.tiles().size());
    assertEquals(2, image.planes());
  }

  @Test
  void aConcatenationGoesOnWhereThePartBeforeEnded() {
    var image = SlideImage.of(tiled(1024, 1024, 256, 6).text("DimensionOrganizationType", "TILED_FULL").longs("ConcatenationFrameOffsetNumber", 6).dataSet());

    assertEquals(List.of(new TileMap.Tile(0, 512, 256), new TileMap.Tile(1, 768, 256)), image.tiles().within(0, 256, 1024, 512, 100));
    assertEquals(6, image.tiles().within(0, 0, 1024, 1024, 100).size());
  }

  @Test
  void aSparseTilingSaysWhereEachTileIs() {
    var image = SlideImage.of(tiled(4000, 4000, 256, 3).items("PerFrameFunctionalGroupsSequence", sparse(2001, 3001, "1"), sparse(101, 51, "1"), sparse(101, 51, "2")).dataSet());

    assertEquals(List.of(new TileMap.Tile(1, 100, 50), new TileMap.Tile(0, 2000, 3000)), image.tiles().within(0, 0, 4000, 4000, 100));
    assertEquals(List.of(new TileMap.Tile(0, 2000, 3000)), image.tiles().within(2200, 3200, 2300, 3300, 100));
    assertEquals(List.of(), image.tiles().within(2256, 3200, 2300, 3300, 100));
  }

  @Test
  void imageTypeTellsTheLabel() {
    var image = SlideImage.of(new Attributes().text("ImageType", "ORIGINAL\\PRIMARY\\LABEL\\NONE").shorts("Rows", 30).shorts("Columns", 40).text("BarcodeValue", "S-1").dataSet());

    assertEquals(SlideImage.Kind.LABEL, image.kind());
    assertEquals(40, image.columns());
    assertEquals(List.of("S-1"), image.label());
    assertEquals(1, image.tiles().size());
  }

  @Test
  void zoomingKeepsThePointUnderTheMouse() {
    var view = SlideViewport.fit(10_000, 5_000, 500, 500);

    var zoomed = view.zoomed(4, 100, 300);

    assertEquals(view.left() + 100 / view.scale(), zoomed.left() + 100 / zoomed.scale(), 1e-6);
    assertEquals(view.top() + 300 / view.scale(), zoomed.top() + 300 / zoomed.scale(), 1e-6);
    assertTrue(zoomed.zoomed(1e9, 0, 0).scale() <= 8);
    assertEquals(new ArrayList<>(List.of(0.0)), new ArrayList<>(List.of(view.panned(1e9, 0).centerX())));
  }
}

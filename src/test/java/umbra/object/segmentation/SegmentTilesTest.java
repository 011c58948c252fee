package umbra.object.segmentation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import umbra.dicom.DataSet;
import umbra.object.segmentation.SegmentTiles.Tile;
import umbra.practice.study.Attributes;

/// Tiles of 10 by 10 on a matrix of 25 by 15: three across, two down.
class SegmentTilesTest {
  private static Attributes common(String type, int frames) {
    return new Attributes().text("SegmentationType", type).longs("TotalPixelMatrixColumns", 25).longs("TotalPixelMatrixRows", 15).shorts("Rows", 10).shorts("Columns", 10)
        .text("NumberOfFrames", "" + frames).items("SegmentSequence", segment(3, "Tumour"), segment(7, "Stroma"));
  }

  private static DataSet segment(int number, String label) {
    return new Attributes().shorts("SegmentNumber", number).text("SegmentLabel", label).dataSet();
  }

  private static List<Tile> all(SegmentTiles tiles) {
    return tiles.within(0, 0, 25, 15);
  }

  @Test
  void aFullTilingHasAllTilesOfOneSegmentAfterThoseOfTheOther() {
    var tiles = SegmentTiles.of(common("BINARY", 12).text("DimensionOrganizationType", "TILED_FULL").dataSet()).orElseThrow();

    assertEquals(12, all(tiles).size());
    assertEquals(List.of(new Tile(4, 3, 10, 10), new Tile(10, 7, 10, 10)), tiles.within(12, 12, 13, 13));
  }

  @Test
  void aSparseTilingSaysOfEachFrameWhereItLiesAndWhoseItIs() {
    var frames = new ArrayList<DataSet>();
    for (int i = 0; i < 3; i++) {
      frames.add(new Attributes().items("SegmentIdentificationSequence", new Attributes().shorts("ReferencedSegmentNumber", i == 1 ? 7 : 3).dataSet())
          .items("PlanePositionSlideSequence", new Attributes().longs("ColumnPositionInTotalImagePixelMatrix", i == 2 ? 1 : 11).longs("RowPositionInTotalImagePixelMatrix", 1).dataSet()).dataSet());
    }
    var tiles = SegmentTiles.of(common("BINARY", 3).text("DimensionOrganizationType", "TILED_SPARSE").items("PerFrameFunctionalGroupsSequence", frames.toArray(DataSet[]::new)).dataSet()).orElseThrow();

    assertEquals(Set.of(new Tile(0, 3, 10, 0), new Tile(1, 7, 10, 0), new Tile(2, 3, 0, 0)), Set.copyOf(all(tiles)));
    assertEquals(List.of(), tiles.within(0, 10, 25, 15));
  }

  @Test
  void aLabelMapHasOneFrameATileForAllSegments() {
    var tiles = SegmentTiles.of(common("LABELMAP", 6).text("DimensionOrganizationType", "TILED_FULL").dataSet()).orElseThrow();

    assertEquals(6, all(tiles).size());
    assertEquals(0, tiles.segments().colour(7, 0, Set.of(7)));
    assertEquals(0xFF, tiles.segments().colour(7, 0, Set.of(3)) >>> 24);
    assertEquals(0, tiles.segments().colour(0, 0, Set.of()));
  }

  @Test
  void whatHasNoTotalMatrixIsNotTiled() {
    assertEquals(Optional.empty(), SegmentTiles.of(new Attributes().shorts("Rows", 10).dataSet()));
  }
}

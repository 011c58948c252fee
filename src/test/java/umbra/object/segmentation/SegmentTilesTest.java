package umbra.object.segmentation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import umbra.dicom.DataSet;
import umbra.object.segmentation.SegmentTiles.Tile;
import umbra.practice.study.Attributes;

/// Tiles of 10 by 10 on a matrix of 25 by 15: three across, two down.
class SegmentTilesTest {
  private static Attributes common(String type, int frames) {
    return common(type, frames, 25, 15);
  }

  private static Attributes common(String type, int frames, int columns, int rows) {
    return new Attributes().text("SegmentationType", type).longs("TotalPixelMatrixColumns", columns).longs("TotalPixelMatrixRows", rows).shorts("Rows", 10).shorts("Columns", 10)
        .text("NumberOfFrames", "" + frames).items("SegmentSequence", segment(3, "Tumour"), segment(7, "Stroma"));
  }

  private static DataSet segment(int number, String label) {
    return new Attributes().shorts("SegmentNumber", number).text("SegmentLabel", label).dataSet();
  }

  private static List<Tile> all(SegmentTiles tiles) {
    return tiles.within(0, 0, 25, 15, Set.of(), 100);
  }

  @Test
  void aFullTilingHasAllTilesOfOneSegmentAfterThoseOfTheOther() {
    var tiles = SegmentTiles.of(common("BINARY", 12).text("DimensionOrganizationType", "TILED_FULL").dataSet()).orElseThrow();

    assertEquals(12, all(tiles).size());
    assertEquals(List.of(new Tile(4, 3, 10, 10), new Tile(10, 7, 10, 10)), tiles.within(12, 12, 13, 13, Set.of(), 100));
  }

  @Test
  void noMoreTilesAreLookedForThanAskedAndNoneOfAHiddenSegment() {
    var tiles = SegmentTiles.of(common("BINARY", 12).text("DimensionOrganizationType", "TILED_FULL").dataSet()).orElseThrow();

    assertEquals(5, tiles.within(0, 0, 25, 15, Set.of(), 5).size());
    assertEquals(List.of(new Tile(10, 7, 10, 10)), tiles.within(12, 12, 13, 13, Set.of(3), 100));
  }

  /// Numbers of frames that are not there take no memory.
  @ParameterizedTest
  @ValueSource(strings = {"TILED_FULL", "TILED_SPARSE"})
  void aNumberOfFramesThatLiesCostsNothing(String organisation) {
    var d = common("BINARY", Integer.MAX_VALUE, 1 << 30, 1 << 30).text("DimensionOrganizationType", organisation)
        .items("PerFrameFunctionalGroupsSequence", new Attributes().items("PlanePositionSlideSequence", new Attributes().longs("ColumnPositionInTotalImagePixelMatrix", 1).longs("RowPositionInTotalImagePixelMatrix", 1).dataSet()).dataSet()).dataSet();
    assertEquals(organisation.equals("TILED_FULL") ? 50 : 1, SegmentTiles.of(d).orElseThrow().within(0, 0, 1 << 30, 1 << 30, Set.of(), 50).size());
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
    assertEquals(List.of(), tiles.within(0, 10, 25, 15, Set.of(), 100));
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

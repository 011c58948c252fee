package umbra.workspace.slide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import umbra.pixel.redact.region.Region;
import umbra.practice.study.Attributes;

class SlideLevelTest {
  private static final String SLIDE = "1.2.840.10008.5.1.4.1.1.77.1.6";

  private static SlideLevel level(int columns, int rows, int frames) {
    return SlideLevel.of(new Attributes().text("SOPClassUID", SLIDE).text("ImageType", "ORIGINAL\\PRIMARY\\VOLUME\\NONE").shorts("Rows", 256).shorts("Columns", 256).text("NumberOfFrames", Integer.toString(frames))
        .longs("TotalPixelMatrixColumns", columns).longs("TotalPixelMatrixRows", rows).dataSet()).orElseThrow();
  }

  @Test
  void aBoxInATileCoversTheSameAreaInASmallerLevel() {
    var fine = level(1024, 768, 12);
    var coarse = level(512, 384, 4);

    var area = fine.areas(6, 6, 0, 0, 20, 10).getFirst(); // second column, second row: 256, 256
    assertEquals(List.of(new Region(1, 1, 127, 127, 12, 7)), coarse.regions(area));
  }

  @Test
  void anAreaOverAnEdgeOfTilesIsCutIntoAllOfThem() {
    var fine = level(1024, 768, 12);
    var coarse = level(512, 384, 4);

    var area = coarse.areas(1, 1, 120, 120, 20, 20).getFirst(); // 240 to 280 both ways in the finer level

    assertEquals(List.of(1, 2, 5, 6), fine.regions(area).stream().map(Region::frameFirst).toList());
    assertTrue(fine.regions(area).stream().allMatch(r -> r.width() >= 17 && r.x() + r.width() <= 256));
  }

  @Test
  void sparseTilesStandWhereTheySay() {
    var position = new Attributes().text("XOffsetInSlideCoordinateSystem", "0").longs("ColumnPositionInTotalImagePixelMatrix", 513).longs("RowPositionInTotalImagePixelMatrix", 257).dataSet();
    var sparse = SlideLevel.of(new Attributes().text("SOPClassUID", SLIDE).text("ImageType", "ORIGINAL\\PRIMARY\\VOLUME\\NONE").shorts("Rows", 256).shorts("Columns", 256).text("NumberOfFrames", "1")
        .longs("TotalPixelMatrixColumns", 1024).longs("TotalPixelMatrixRows", 768)
        .items("PerFrameFunctionalGroupsSequence", new Attributes().items("PlanePositionSlideSequence", position).dataSet()).dataSet()).orElseThrow();

    var area = sparse.areas(1, 1, 0, 0, 256, 256).getFirst();

    assertEquals(new SlideLevel.Area(0.5, 256.0 / 768, 0.75, 512.0 / 768), area);
  }
}

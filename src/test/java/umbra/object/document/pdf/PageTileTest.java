package umbra.object.document.pdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.junit.jupiter.api.Test;

class PageTileTest {
  private static final double DOTS = 150;

  /// Small text in every corner and in the middle.
  private static byte[] page(float width, float height, int rotation) throws Exception {
    try (var document = new PDDocument(); var out = new ByteArrayOutputStream()) {
      var page = new PDPage(new PDRectangle(30, 20, width, height));
      page.setRotation(rotation);
      document.addPage(page);
      try (var content = new PDPageContentStream(document, page)) {
        content.setFont(new PDType1Font(FontName.HELVETICA), 8);
        for (float[] at : new float[][] {{32, 24}, {width - 40, 24}, {32, height}, {width - 40, height}, {width / 2, height / 2}}) {
          content.beginText();
          content.newLineAtOffset(at[0], at[1]);
          content.showText("Doe, Jane");
          content.endText();
        }
      }
      document.save(out);
      return out.toByteArray();
    }
  }

  @Test
  void aPageOfUsualSizeIsOneTile() throws Exception {
    try (var pdf = PdfFile.open(page(842, 1191, 0))) {
      assertEquals(1, pdf.tiles(1, DOTS).size());
    }
  }

  @Test
  void tilesShowWhatTheWholePageShowsAtTheSamePlaces() throws Exception {
    for (int rotation : new int[] {0, 90}) {
      try (var pdf = PdfFile.open(page(1800, 600, rotation))) {
        var whole = pdf.picture(1, DOTS);
        var tiles = pdf.tiles(1, DOTS);
        assertEquals(2, tiles.size());
        for (var tile : tiles) {
          var part = pdf.picture(1, DOTS, tile);
          int ink = 0;
          for (int y = 0; y < part.height(); y++) {
            for (int x = 0; x < part.width(); x++) {
              int here = part.argb()[y * part.width() + x];
              if (x + tile.x() < whole.width() && y + tile.y() < whole.height()) assertEquals(whole.argb()[(y + tile.y()) * whole.width() + x + tile.x()], here, rotation + ": " + x + "," + y);
              if (here != 0xFFFFFFFF) ink++;
            }
          }
          assertTrue(ink > 100, "letters are there");
        }
      }
    }
  }

  @Test
  void theLargestPageIsSeenWholeInTilesThatFitIntoMemoryAndOverlap() {
    int side = 30_000; // 200 inches, the most a page of PDF 1.7 has
    var tiles = PageTile.of(side, side);
    assertTrue(tiles.stream().allMatch(t -> t.width() * t.height() <= 10_000_000));
    for (int at = 0; at + 384 <= side; at += 7) {
      int from = at;
      assertTrue(tiles.stream().anyMatch(t -> t.y() == 0 && t.x() <= from && from + 384 <= t.x() + t.width()), "a short line at " + at + " is whole in one of them");
    }
    assertEquals(side, tiles.stream().mapToInt(t -> t.y() + t.height()).max().orElseThrow());
  }
}

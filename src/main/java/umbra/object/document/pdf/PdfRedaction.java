package umbra.object.document.pdf;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import umbra.object.document.pdf.cut.NeedsPictureException;
import umbra.object.document.pdf.cut.PageEditor;

/// Cuts what lies under boxes out of a document and strips everything but its pages.
///
/// Glyphs, samples of images and pieces of paths under a box are gone from the file, not covered. Metadata, scripts, attachments, bookmarks,
/// tag texts, hidden layers, thumbnails and earlier revisions go from every document, with or without boxes; what forms and annotations show
/// becomes part of its page. A page with something under a box that cannot be cut becomes a picture, and the result says so.
public final class PdfRedaction {
  private static final double PICTURE_SCALE = 200.0 / 72;
  private static final long DOCUMENT_ID = 0x554D425241L;

  /// @param bytes of the new document
  /// @param pictures pages, from 1, that became pictures, with the reason in words
  public record Result(byte[] bytes, List<String> pictures) {}

  private PdfRedaction() {}

  /// @param bytes of the document; left alone
  /// @throws PdfException if it cannot be read, or what came out does not hold what was promised
  public static Result redact(byte[] bytes, List<PageRegion> regions) throws PdfException {
    var pictures = new ArrayList<String>();
    try (var document = PdfFile.load(bytes)) {
      for (var region : regions) {
        if (region.page() > document.getNumberOfPages()) throw new PdfException("a box on page " + region.page() + " of " + document.getNumberOfPages());
      }
      Flattening.flatten(document);
      for (int i = 0; i < document.getNumberOfPages(); i++) page(document, i, regions, pictures);
      PdfStrip.strip(document);
      document.setDocumentId(DOCUMENT_ID);
      var out = new ByteArrayOutputStream();
      document.save(out);
      var result = out.toByteArray();
      prove(result, regions);
      return new Result(result, List.copyOf(pictures));
    } catch (PdfException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw new PdfException("the document cannot be cleaned (" + e.getClass().getSimpleName() + ")", e);
    }
  }

  private static void page(PDDocument document, int index, List<PageRegion> regions, List<String> pictures) throws IOException {
    var page = document.getPage(index);
    List<Rectangle2D> boxes = regions.stream().filter(r -> r.page() == index + 1).map(r -> r.userSpace(page)).toList();
    try {
      new PageEditor(document, page, boxes).edit();
      cover(document, page, boxes);
    } catch (NeedsPictureException e) {
      picture(document, index, regions);
      pictures.add("page " + (index + 1) + " became a picture because of " + e.getMessage());
    }
  }

  private static void cover(PDDocument document, PDPage page, List<Rectangle2D> boxes) throws IOException {
    if (boxes.isEmpty()) return;
    try (var content = new PDPageContentStream(document, page, AppendMode.APPEND, true, true)) {
      content.setNonStrokingColor(Color.BLACK);
      for (var box : boxes) content.addRect((float) box.getX(), (float) box.getY(), (float) box.getWidth(), (float) box.getHeight());
      content.fill();
    }
  }

  private static void picture(PDDocument document, int index, List<PageRegion> regions) throws IOException {
    var page = document.getPage(index);
    var image = PdfFile.image(document, index + 1, PICTURE_SCALE);
    var graphics = image.createGraphics();
    graphics.setColor(Color.BLACK);
    for (var r : regions) {
      if (r.page() == index + 1) graphics.fill(new Rectangle2D.Double(r.x() * PICTURE_SCALE - 1, r.y() * PICTURE_SCALE - 1, r.width() * PICTURE_SCALE + 2, r.height() * PICTURE_SCALE + 2));
    }
    graphics.dispose();
    // The picture shows the page as it is turned, so the page itself is not turned any more.
    if (Math.floorMod(page.getRotation(), 180) == 90) {
      var crop = page.getCropBox();
      page.setCropBox(new org.apache.pdfbox.pdmodel.common.PDRectangle(crop.getLowerLeftX(), crop.getLowerLeftY(), crop.getHeight(), crop.getWidth()));
    }
    page.setRotation(0);
    Flattening.replace(document, page, LosslessFactory.createFromImage(document, image));
  }

  /// Reads the new document: no word may stand under a box, and each box must be black throughout.
  private static void prove(byte[] bytes, List<PageRegion> regions) throws PdfException {
    try (var document = PdfFile.load(bytes)) {
      for (int page = 1; page <= document.getNumberOfPages(); page++) {
        int number = page;
        var boxes = regions.stream().filter(r -> r.page() == number).toList();
        if (boxes.isEmpty()) continue;
        for (var word : PdfText.words(document, page)) {
          if (boxes.stream().anyMatch(b -> holds(b, word))) throw new PdfException("text is left under a box of page " + page);
        }
        var image = PdfFile.image(document, page, 1);
        for (var box : boxes) {
          for (int y = (int) Math.ceil(box.y()) + 1; y < box.y() + box.height() - 2; y++) {
            for (int x = (int) Math.ceil(box.x()) + 1; x < box.x() + box.width() - 2; x++) {
              if (x >= 0 && y >= 0 && x < image.getWidth() && y < image.getHeight() && (image.getRGB(x, y) & 0xFFFFFF) != 0) throw new PdfException("a box of page " + page + " is not black");
            }
          }
        }
      }
    } catch (IOException e) {
      throw e instanceof PdfException p ? p : new PdfException("the cleaned document cannot be read", e);
    }
  }

  private static boolean holds(PageRegion box, PdfWord word) {
    double x = word.x() + word.width() / 2;
    double y = word.y() + word.height() / 2;
    return x > box.x() && x < box.x() + box.width() && y > box.y() && y < box.y() + box.height();
  }
}

package umbra.object.document.pdf;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import umbra.pixel.render.Picture;

/// An open PDF document. For one thread.
public final class PdfFile implements AutoCloseable {
  private static final double POINTS_AN_INCH = 72;
  private static final long MOST_PIXELS = 1L << 27;

  private final byte[] bytes;
  private final PDDocument document;

  private PdfFile(byte[] bytes, PDDocument document) {
    this.bytes = bytes;
    this.document = document;
  }

  /// Opens a document; one that is encrypted without a password is read as if it were not.
  ///
  /// @param bytes of the file; a trailing pad byte does no harm
  /// @throws PdfException if it cannot be read
  public static PdfFile open(byte[] bytes) throws PdfException {
    return new PdfFile(bytes, load(bytes));
  }

  static PDDocument load(byte[] bytes) throws PdfException {
    try {
      var document = Loader.loadPDF(bytes, "", null, null, MemoryUsageSetting.setupMainMemoryOnly().streamCache);
      document.setAllSecurityToBeRemoved(true);
      return document;
    } catch (InvalidPasswordException e) {
      throw new PdfException("the document is locked by a password", e);
    } catch (IOException | RuntimeException e) {
      throw new PdfException("not a readable PDF document (" + e.getClass().getSimpleName() + ")", e);
    }
  }

  public int pages() {
    return document.getNumberOfPages();
  }

  /// Width in points of a page as it is shown.
  ///
  /// @param page from 1
  public double width(int page) {
    var shown = document.getPage(page - 1);
    return isOnItsSide(page) ? shown.getCropBox().getHeight() : shown.getCropBox().getWidth();
  }

  /// Height in points of a page as it is shown.
  ///
  /// @param page from 1
  public double height(int page) {
    var shown = document.getPage(page - 1);
    return isOnItsSide(page) ? shown.getCropBox().getWidth() : shown.getCropBox().getHeight();
  }

  private boolean isOnItsSide(int page) {
    return Math.floorMod(document.getPage(page - 1).getRotation(), 180) == 90;
  }

  /// The words of the text layer of a page in the order of the page, hidden ones included.
  ///
  /// @param page from 1
  public List<PdfWord> words(int page) throws PdfException {
    return PdfText.words(document, page);
  }

  /// The text layer of a page as lines.
  ///
  /// @param page from 1
  public String text(int page) throws PdfException {
    return PdfText.text(document, page);
  }

  /// The lines of all pages once forms and annotations are part of them, hidden ones included: what a cleaned copy is decided by.
  ///
  /// @param bytes of the document
  public static List<PdfLine> lines(byte[] bytes) throws PdfException {
    try (var document = load(bytes)) {
      Flattening.flatten(document);
      var all = new java.util.ArrayList<PdfLine>();
      for (int page = 1; page <= document.getNumberOfPages(); page++) all.addAll(PdfText.lines(document, page));
      return List.copyOf(all);
    } catch (PdfException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw new PdfException("the text of the document cannot be read (" + e.getClass().getSimpleName() + ")", e);
    }
  }

  /// A page as it is shown.
  ///
  /// @param page from 1
  /// @param dotsPerInch 72 shows a point as one pixel; lowered for pages that would not fit into memory, see [#tiles]
  public Picture picture(int page, double dotsPerInch) throws PdfException {
    double scale = dotsPerInch / POINTS_AN_INCH;
    double pixels = width(page) * height(page) * scale * scale;
    if (pixels > MOST_PIXELS) scale *= Math.sqrt(MOST_PIXELS / pixels);
    return picture(image(document, page, scale));
  }

  /// Parts of a page that overlap and together are all of it: one where the page is of usual size.
  ///
  /// @param page from 1
  public List<PageTile> tiles(int page, double dotsPerInch) {
    return PageTile.of(width(page) * dotsPerInch / POINTS_AN_INCH, height(page) * dotsPerInch / POINTS_AN_INCH);
  }

  /// A part of a page as it is shown, never at less than these dots.
  ///
  /// @param page from 1
  public Picture picture(int page, double dotsPerInch, PageTile tile) throws PdfException {
    var image = new BufferedImage(tile.width(), tile.height(), BufferedImage.TYPE_INT_RGB);
    var graphics = image.createGraphics();
    try {
      graphics.setBackground(Color.WHITE);
      graphics.clearRect(0, 0, tile.width(), tile.height());
      graphics.translate(-tile.x(), -tile.y());
      new PDFRenderer(document).renderPageToGraphics(page - 1, graphics, (float) (dotsPerInch / POINTS_AN_INCH));
    } catch (IOException | RuntimeException e) {
      throw new PdfException("page " + page + " cannot be shown (" + e.getClass().getSimpleName() + ")", e);
    } finally {
      graphics.dispose();
    }
    return picture(image);
  }

  private static Picture picture(BufferedImage image) {
    return new Picture(image.getWidth(), image.getHeight(), image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth()));
  }

  static BufferedImage image(PDDocument document, int page, double scale) throws PdfException {
    try {
      return new PDFRenderer(document).renderImage(page - 1, (float) scale, ImageType.RGB);
    } catch (IOException | RuntimeException e) {
      throw new PdfException("page " + page + " cannot be shown (" + e.getClass().getSimpleName() + ")", e);
    }
  }

  /// All that carries text or pictures besides the text layers of the pages.
  public List<PdfPart> parts() throws PdfException {
    return new PdfParts(document, bytes).list();
  }

  @Override
  public void close() throws IOException {
    document.close();
  }
}

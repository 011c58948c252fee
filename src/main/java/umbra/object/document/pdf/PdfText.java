package umbra.object.document.pdf;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/// Reads the text layer of one page.
final class PdfText extends PDFTextStripper {
  private final int page;
  private final List<PdfWord> words = new ArrayList<>();
  private final StringBuilder word = new StringBuilder();
  private Rectangle2D box = new Rectangle2D.Double();

  private PdfText(int page) {
    this.page = page;
    setStartPage(page);
    setEndPage(page);
    setSortByPosition(true);
    setSuppressDuplicateOverlappingText(false);
  }

  static List<PdfWord> words(PDDocument document, int page) throws PdfException {
    var reader = new PdfText(page);
    reader.read(document);
    return List.copyOf(reader.words);
  }

  static String text(PDDocument document, int page) throws PdfException {
    return new PdfText(page).read(document);
  }

  private String read(PDDocument document) throws PdfException {
    try {
      return getText(document).strip();
    } catch (IOException | RuntimeException e) {
      throw new PdfException("the text of page " + page + " cannot be read (" + e.getClass().getSimpleName() + ")", e);
    }
  }

  @Override
  protected void writeString(String text, List<TextPosition> positions) throws IOException {
    for (var position : positions) {
      if (position.getUnicode().isBlank()) {
        endWord();
        continue;
      }
      // Positions are of the turned page, in points from its upper left corner; y is that of the base line.
      var glyph = new Rectangle2D.Double(position.getX(), position.getY() - position.getHeight(), Math.max(0.1, position.getWidth()), Math.max(0.1, position.getHeight()));
      box = word.isEmpty() ? glyph : box.createUnion(glyph);
      word.append(position.getUnicode());
    }
    endWord();
    super.writeString(text, positions);
  }

  private void endWord() {
    ended().ifPresent(words::add);
    word.setLength(0);
  }

  private Optional<PdfWord> ended() {
    return word.isEmpty() ? Optional.empty()
        : Optional.of(new PdfWord(page, box.getX(), box.getY(), box.getWidth(), box.getHeight(), word.toString()));
  }
}

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
  private final List<PdfLine> lines = new ArrayList<>();
  private int lineFrom;
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

  /// Words that follow each other on one line. What stands far apart is one line all the same.
  static List<PdfLine> lines(PDDocument document, int page) throws PdfException {
    var reader = new PdfText(page);
    reader.read(document);
    reader.endLine();
    return List.copyOf(reader.lines);
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

  @Override
  protected void writeLineSeparator() throws IOException {
    endLine();
    super.writeLineSeparator();
  }

  private void endLine() {
    var of = words.subList(lineFrom, words.size());
    lineFrom = words.size();
    if (of.isEmpty()) return;
    Rectangle2D all = new Rectangle2D.Double(of.getFirst().x(), of.getFirst().y(), of.getFirst().width(), of.getFirst().height());
    for (var w : of) all = all.createUnion(new Rectangle2D.Double(w.x(), w.y(), w.width(), w.height()));
    var text = of.stream().map(PdfWord::text).collect(java.util.stream.Collectors.joining(" "));
    lines.add(new PdfLine(page, all.getX(), all.getY(), all.getWidth(), all.getHeight(), text));
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

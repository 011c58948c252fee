package umbra.workspace.scan;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import umbra.catalog.finding.Finding;
import umbra.dicom.DicomFile;
import umbra.dicom.dict.TagPaths;
import umbra.object.ObjectText;
import umbra.object.TextItem;
import umbra.object.document.DocumentText;
import umbra.object.document.EncapsulatedDocument;
import umbra.object.document.pdf.PdfException;
import umbra.object.document.pdf.PdfFile;
import umbra.ocr.Effort;
import umbra.ocr.OcrResult;
import umbra.ocr.TextBox;
import umbra.ocr.TextFinder;
import umbra.pixel.Checkpoint;

/// Reads the text of an object without pixels: presentation states, reports, documents and their like, and looks at each page of a PDF, which may be a scan.
final class ObjectScan {
  private static final double DOTS_PER_INCH = 150;
  private static final String DOCUMENT = "EncapsulatedDocument";

  private final ObjectText texts;
  private final TextFinder finder;

  ObjectScan(ObjectText texts, TextFinder finder) {
    this.texts = texts;
    this.finder = finder;
  }

  Sight look(DicomFile file, Checkpoint checkpoint) {
    var seen = new ArrayList<Seen>();
    var failures = new ArrayList<Finding>();
    var lines = lines(file);
    seen.addAll(lines.seen(DOCUMENT));
    try {
      texts.of(file).ifPresent(items -> items.stream().filter(i -> !isInLines(i, lines)).forEach(i -> seen.add(Seen.written(TagPaths.print(i.where()), i.text()))));
    } catch (IOException _) {
      failures.add(Finding.notLookedAt(0, 0, "", "the text inside cannot be read"));
    }
    boolean complete = pages(file, lines, seen, failures, checkpoint);
    return new Sight(seen, failures, complete);
  }

  /// The text layer of a PDF.
  private static PageLines lines(DicomFile file) {
    var document = EncapsulatedDocument.of(file.dataSet());
    if (document.isEmpty() || !document.get().isPdf()) return new PageLines(List.of(), DOTS_PER_INCH);
    try {
      return new PageLines(PdfFile.lines(document.get().bytes()), DOTS_PER_INCH);
    } catch (PdfException _) {
      return new PageLines(List.of(), DOTS_PER_INCH); // then the text of its pages is taken as it is, or is a failure of its own
    }
  }

  private static boolean isInLines(TextItem item, PageLines lines) {
    return item.kind().startsWith(DocumentText.PAGE) && lines.hold(Integer.parseInt(item.kind().substring(DocumentText.PAGE.length())), item.text());
  }

  private boolean pages(DicomFile file, PageLines lines, List<Seen> seen, List<Finding> failures, Checkpoint checkpoint) {
    var document = EncapsulatedDocument.of(file.dataSet());
    if (document.isEmpty() || !document.get().isPdf()) return true;
    boolean complete = true;
    try (var pdf = PdfFile.open(document.get().bytes())) {
      for (int page = 1; page <= pdf.pages(); page++) {
        checkpoint.check();
        complete &= page(pdf, page, lines, seen, failures, checkpoint);
      }
    } catch (IOException _) {
      failures.add(Finding.notLookedAt(0, 0, DOCUMENT, "the document cannot be opened"));
    }
    return complete;
  }

  /// @return false if there is no engine now
  private boolean page(PdfFile pdf, int page, PageLines lines, List<Seen> seen, List<Finding> failures, Checkpoint checkpoint) {
    var found = new ArrayList<TextBox>();
    try {
      for (var tile : pdf.tiles(page, DOTS_PER_INCH)) {
        switch (finder.find(pdf.picture(page, DOTS_PER_INCH, tile), Effort.THOROUGH, checkpoint)) {
          case OcrResult.Texts(var texts) -> texts.stream().map(t -> t.moved(tile.x(), tile.y())).filter(t -> found.stream().noneMatch(f -> isSame(f, t))).forEach(found::add);
          case OcrResult.Unavailable(var reason) -> {
            failures.add(Finding.notLookedAt(page - 1, page - 1, DOCUMENT, reason));
            return false;
          }
        }
      }
    } catch (PdfException _) {
      failures.add(Finding.notLookedAt(page - 1, page - 1, DOCUMENT, "this page cannot be shown"));
    }
    found.stream().filter(t -> !lines.say(page, t)).forEach(t -> seen.add(new Seen(DOCUMENT, page - 1, page - 1, t)));
    return true;
  }

  /// The same text seen in two tiles that overlap: it says the same, and each box is mostly in the other.
  private static boolean isSame(TextBox a, TextBox b) {
    return a.text().equals(b.text()) && a.box().shared(b.box()) * 5 >= Math.max(a.box().area(), b.box().area()) * 4;
  }
}

package umbra.app.object.document;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import umbra.dicom.DicomFile;
import umbra.object.TextItem;
import umbra.object.document.DocumentText;
import umbra.object.document.EncapsulatedDocument;
import umbra.object.document.pdf.PdfFile;
import umbra.object.document.pdf.PdfPart;
import umbra.object.document.pdf.PdfWord;

/// A document as it is shown.
public sealed interface ShownDocument {
  /// @param words of all pages, in order
  record Pdf(byte[] bytes, int pages, List<PdfWord> words, List<PdfPart> parts) implements ShownDocument {}

  /// A CDA, or a model whose header is text.
  record Words(String mimeType, List<TextItem> texts) implements ShownDocument {}

  static ShownDocument of(DicomFile file) throws IOException {
    var document = EncapsulatedDocument.of(file.dataSet()).orElseThrow(() -> new IOException("The object holds no document, or one of more than a gibibyte."));
    if (!document.isPdf()) return new Words(document.mimeType(), new DocumentText().texts(file));
    try (var pdf = PdfFile.open(document.bytes())) {
      var words = new ArrayList<PdfWord>();
      for (int page = 1; page <= pdf.pages(); page++) words.addAll(pdf.words(page));
      return new Pdf(document.bytes(), pdf.pages(), List.copyOf(words), List.copyOf(pdf.parts()));
    }
  }
}

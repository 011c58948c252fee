package umbra.object.document.clean;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import umbra.object.document.EncapsulatedDocument;
import umbra.object.document.ModelText;
import umbra.object.document.XmlPieces;
import umbra.object.document.pdf.PdfFile;
import umbra.object.document.pdf.PdfLine;

/// The texts of a document that a person decides about before a cleaned copy leaves: lines of PDF pages, free texts of a CDA, words of a model.
/// What goes in any case is not among them.
public final class DocumentPieces {
  private DocumentPieces() {}

  /// @throws IOException if the document cannot be read
  public static List<String> of(EncapsulatedDocument document) throws IOException {
    var texts = new LinkedHashSet<String>();
    if (document.isPdf()) PdfFile.lines(document.bytes()).stream().map(PdfLine::text).forEach(texts::add);
    else if (document.isXml()) xml(document, texts);
    else texts.addAll(ModelText.of(document.bytes()));
    return List.copyOf(new ArrayList<>(texts));
  }

  private static void xml(EncapsulatedDocument document, LinkedHashSet<String> texts) throws IOException {
    try {
      for (var piece : XmlPieces.of(document.bytes())) if (CdaRules.of(piece.where()) == CdaRules.Part.TEXT) texts.add(piece.text());
    } catch (XMLStreamException e) {
      throw new IOException("the XML document inside is not well formed", e);
    }
  }
}

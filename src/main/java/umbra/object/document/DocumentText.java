package umbra.object.document;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import umbra.dicom.DataSet;
import umbra.dicom.DicomFile;
import umbra.dicom.TagPath;
import umbra.object.TextFamily;
import umbra.object.TextItem;
import umbra.object.TextWalk;
import umbra.object.document.pdf.PdfFile;

/// Reads encapsulated documents: the pages and hidden parts of a PDF, the text of a CDA, the words of a model.
public final class DocumentText implements TextFamily {
  /// What the text of a page is: this and its number from 1.
  public static final String PAGE = "page ";
  private static final String SOP_CLASSES = "1.2.840.10008.5.1.4.1.1.104.";

  @Override
  public boolean holds(String sopClassUid, DataSet dataSet) {
    return sopClassUid.startsWith(SOP_CLASSES) || dataSet.contains(EncapsulatedDocument.DOCUMENT);
  }

  @Override
  public List<TextItem> texts(DicomFile file) throws IOException {
    var items = new ArrayList<>(TextWalk.of(file.dataSet(), List.of(), TextWalk::isOfTheObject));
    var document = EncapsulatedDocument.of(file.dataSet());
    if (document.isEmpty()) return items;
    if (document.get().isPdf()) pdf(document.get(), items);
    else if (document.get().isXml()) xml(document.get(), items);
    else ModelText.of(document.get().bytes()).forEach(t -> add(items, "model", t));
    return items;
  }

  private static void pdf(EncapsulatedDocument document, List<TextItem> items) throws IOException {
    try (var pdf = PdfFile.open(document.bytes())) {
      for (int page = 1; page <= pdf.pages(); page++) add(items, PAGE + page, pdf.text(page));
      for (var part : pdf.parts()) {
        switch (part.kind()) {
          case FONT, IMAGE -> { }
          case METADATA, ATTACHMENT, FORM_FIELD, SCRIPT, ANNOTATION, BOOKMARK, LAYER, TAG_TEXT, REVISION -> add(items, part.where(), part.text());
        }
      }
    }
  }

  private static void xml(EncapsulatedDocument document, List<TextItem> items) throws IOException {
    try {
      for (var piece : XmlPieces.of(document.bytes())) add(items, piece.where(), piece.text());
    } catch (XMLStreamException e) {
      throw new IOException("the XML document inside is not well formed at line " + e.getLocation().getLineNumber(), e);
    }
  }

  private static void add(List<TextItem> items, String kind, String text) {
    if (!text.isBlank()) items.add(new TextItem(TagPath.of(EncapsulatedDocument.DOCUMENT), kind, text.strip()));
  }
}

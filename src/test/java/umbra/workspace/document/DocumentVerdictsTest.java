package umbra.workspace.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.junit.jupiter.api.Test;
import umbra.deid.value.TextDecisions;
import umbra.dicom.DataElement;
import umbra.dicom.DataSet;
import umbra.dicom.VR;
import umbra.object.document.EncapsulatedDocument;
import umbra.object.document.pdf.PdfFile;

/// What a person said of a line on the Findings page is not asked again when the document is cleaned.
class DocumentVerdictsTest {
  private static byte[] pdf(String... lines) throws IOException {
    try (var document = new PDDocument(); var bytes = new ByteArrayOutputStream()) {
      var page = new PDPage();
      document.addPage(page);
      try (var content = new PDPageContentStream(document, page)) {
        for (int i = 0; i < lines.length; i++) {
          content.beginText();
          content.setFont(new PDType1Font(FontName.HELVETICA), 12);
          content.newLineAtOffset(72, 700 - 30 * i);
          content.showText(lines[i]);
          content.endText();
        }
      }
      document.save(bytes);
      return bytes.toByteArray();
    }
  }

  private static DocumentCleaning.Outcome.Cleaned cleaned(DocumentBoxes boxes) throws IOException {
    var source = DataSet.of(DataElement.ofBytes(EncapsulatedDocument.DOCUMENT, VR.OB, pdf("Liver normal", "Jane Doe", "Spleen normal")));
    return assertInstanceOf(DocumentCleaning.Outcome.Cleaned.class, new DocumentCleaning(DocumentDaysTest.planner(), TextDecisions.NONE).of(source, boxes, true));
  }

  @Test
  void aLineThatWasCalledHarmlessStaysAndTheOthersAreAskedFor() throws IOException {
    var cleaned = cleaned(new DocumentBoxes(List.of(), List.of(), Set.of("Liver normal")));

    assertEquals(Set.of("Jane Doe", "Spleen normal"), cleaned.undecided());
    try (var pdf = PdfFile.open(cleaned.bytes())) {
      assertTrue(pdf.text(1).contains("Liver normal"), pdf.text(1));
      assertFalse(pdf.text(1).contains("Doe") || pdf.text(1).contains("Spleen"), pdf.text(1));
    }
  }

  @Test
  void aPartOfALineOrAnotherCaseIsNotTheLine() throws IOException {
    assertEquals(Set.of("Liver normal", "Jane Doe", "Spleen normal"), cleaned(new DocumentBoxes(List.of(), List.of(), Set.of("Liver", "JANE DOE", "Doe"))).undecided());
  }

  @Test
  void redactComesBeforeHarmless() throws IOException {
    try (var pdf = PdfFile.open(cleaned(new DocumentBoxes(List.of(), List.of("Liver normal"), Set.of("Liver normal"))).bytes())) {
      assertFalse(pdf.text(1).contains("Liver"), pdf.text(1));
    }
  }
}

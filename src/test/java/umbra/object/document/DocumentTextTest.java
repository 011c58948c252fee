package umbra.object.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import umbra.dicom.DicomFile;
import umbra.dicom.read.DicomReader;
import umbra.dicom.read.ReadOptions;
import umbra.object.TextItem;
import umbra.referee.Referee;

class DocumentTextTest {
  @Test
  void textAttributesAndCommentsOfXmlAreReadWithTheirPath() throws XMLStreamException {
    var xml = "<a><!-- by DOE --><b who='JANE'>Text &amp; more</b><c><![CDATA[raw]]></c></a>";

    var pieces = XmlPieces.of(xml.getBytes(StandardCharsets.UTF_8));

    assertEquals(List.of(new XmlPieces.Piece("a comment", "by DOE"), new XmlPieces.Piece("a/b@who", "JANE"), new XmlPieces.Piece("a/b", "Text & more"), new XmlPieces.Piece("a/c", "raw")), pieces);
  }

  @Test
  void entitiesOfXmlLoadNothing() {
    var xml = "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>";

    assertThrows(XMLStreamException.class, () -> XmlPieces.of(xml.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void aBinaryStlSaysWhatItsHeaderSays() {
    var stl = new byte[84];
    var header = "scan of DOE".getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(header, 0, stl, 0, header.length);

    assertEquals(List.of("scan of DOE"), ModelText.of(stl));
  }

  @Test
  void commentsAndNamesOfAnObjAreRead() {
    var obj = "# patient DOE\no head\nv 0 0 0\nusemtl skin_of_doe\nf 1 1 1\n";

    assertEquals(List.of("# patient DOE", "o head", "usemtl skin_of_doe"), ModelText.of(obj.getBytes(StandardCharsets.UTF_8)));
  }

  @Tag("referee")
  @Test
  void pagesOfCorpusDocumentsSayWhatPdftotextSays(@TempDir Path folder) throws IOException, InterruptedException {
    Referee.require("pdftotext");
    for (var name : List.of("dcmnorm_pdf.dcm", "test-pdf.dcm")) {
      try (DicomFile file = new DicomReader(ReadOptions.LENIENT).read(Referee.corpus().resolve("encapsulated").resolve(name))) {
        var pdf = Files.write(folder.resolve("a.pdf"), EncapsulatedDocument.of(file.dataSet()).orElseThrow().bytes());
        var theirs = new String(Referee.run("pdftotext", pdf, "-"), StandardCharsets.UTF_8);
        var ours = String.join(" ", new DocumentText().texts(file).stream().filter(i -> i.kind().startsWith("page")).map(TextItem::text).toList()).replaceAll("\\s+", "");
        for (var word : Arrays.stream(theirs.split("[\\s\\u200B]+")).filter(w -> w.length() > 2).toList()) assertTrue(ours.contains(word.replaceAll("\\s", "")), word);
      }
    }
  }

  @Test
  void theCorpusCdaAndStlAreRead() throws IOException {
    try (var cda = new DicomReader(ReadOptions.LENIENT).read(Referee.corpus().resolve("encapsulated/test-cda.dcm"));
        var stl = new DicomReader(ReadOptions.LENIENT).read(Referee.corpus().resolve("derived/encapsulated_stl_cube.dcm"))) {
      assertTrue(new DocumentText().texts(cda).stream().anyMatch(i -> i.kind().startsWith("ClinicalDocument/recordTarget")));
      assertTrue(new DocumentText().texts(stl).stream().anyMatch(i -> i.text().contains("DOE^CUBE")));
    }
  }
}

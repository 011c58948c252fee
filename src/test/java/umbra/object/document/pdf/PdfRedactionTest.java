package umbra.object.document.pdf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import umbra.referee.Referee;

class PdfRedactionTest {
  static Stream<String> names() throws IOException {
    return PdfSamples.names().stream();
  }

  private static PdfRedaction.Result redacted(String name) throws IOException {
    return PdfRedaction.redact(PdfSamples.all().get(name), List.of(PdfSamples.boxOf(name)));
  }

  @ParameterizedTest
  @MethodSource("names")
  void theSecretIsFoundBefore(String name) throws IOException {
    if (List.of("image", "JPEG image", "inline image", "outlined letters", "glyphs one by one", "adjusted glyphs").contains(name)) return; // no text to find
    var bytes = PdfSamples.all().get(name);
    try (var document = Loader.loadPDF(bytes)) {
      boolean inText = new PDFTextStripper().getText(document).contains(PdfSamples.SECRET);
      assertTrue(inText || everything(document).contains(PdfSamples.SECRET) || name.equals("earlier revision"));
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void nothingUnderTheBoxOrBesideThePageIsLeft(String name) throws IOException {
    var result = redacted(name);

    assertEquals(List.of(), result.pictures());
    assertFalse(new String(result.bytes(), StandardCharsets.ISO_8859_1).contains(PdfSamples.SECRET));
    try (var document = Loader.loadPDF(result.bytes())) {
      var text = new PDFTextStripper().getText(document);
      assertFalse(text.contains(PdfSamples.SECRET), text);
      assertFalse(everything(document).contains(PdfSamples.SECRET));
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void whatStandsElsewhereStaysWhereItWas(String name) throws IOException {
    var before = words(PdfSamples.all().get(name));
    var after = words(redacted(name).bytes());

    assertTrue(after.stream().anyMatch(w -> PdfSamples.HARMLESS.startsWith(w.text())));
    for (var word : after) assertTrue(before.stream().anyMatch(w -> w.text().startsWith(word.text()) && Math.abs(w.x() - word.x()) < 0.1 && Math.abs(w.y() - word.y()) < 0.1), word::text);
  }

  @Test
  void theBoxIsBlackAndTheRestLooksAsBefore() throws IOException {
    for (var name : List.of("glyphs", "image", "outlined letters", "turned page")) {
      var box = PdfSamples.boxOf(name);
      try (var before = PdfFile.open(PdfSamples.all().get(name)); var after = PdfFile.open(redacted(name).bytes())) {
        var old = before.picture(1, 72);
        var now = after.picture(1, 72);
        assertEquals(old.width(), now.width());
        int changed = 0;
        for (int y = 0; y < old.height(); y++) {
          for (int x = 0; x < old.width(); x++) {
            boolean near = x > box.x() - 4 && x < box.x() + box.width() + 4 && y > box.y() - 4 && y < box.y() + box.height() + 4;
            if (!near && old.argb()[y * old.width() + x] != now.argb()[y * old.width() + x]) changed++;
          }
        }
        assertTrue(changed < 30, name + ": " + changed + " pixels outside the box differ");
      }
    }
  }

  @Test
  void theSameDocumentAndBoxesGiveTheSameBytes() throws IOException {
    var bytes = PdfSamples.all().get("image");
    assertArrayEquals(PdfRedaction.redact(bytes, List.of(PdfSamples.BOX)).bytes(), PdfRedaction.redact(bytes, List.of(PdfSamples.BOX)).bytes());
  }

  @Test
  void damagedDocumentsAreRefused() {
    assertThrows(PdfException.class, () -> PdfRedaction.redact("no document".getBytes(StandardCharsets.US_ASCII), List.of()));
    assertThrows(PdfException.class, () -> PdfRedaction.redact(PdfSamples.all().get("glyphs"), List.of(new PageRegion(2, 0, 0, 1, 1))));
  }

  @Tag("referee")
  @ParameterizedTest
  @MethodSource("names")
  void othersFindNothingEither(String name, @TempDir Path folder) throws IOException, InterruptedException {
    Referee.require("pdftotext");
    Referee.require("qpdf");
    var file = Files.write(folder.resolve("redacted.pdf"), redacted(name).bytes());

    assertFalse(new String(Referee.run("pdftotext", file, "-"), StandardCharsets.UTF_8).contains(PdfSamples.SECRET));
    assertFalse(new String(Referee.run("qpdf", "--qdf", "--object-streams=disable", file, "-"), StandardCharsets.ISO_8859_1).contains(PdfSamples.SECRET));
    assertTrue(new String(Referee.run("pdftotext", file, "-"), StandardCharsets.UTF_8).contains(PdfSamples.HARMLESS));
    if (Referee.isInstalled("mutool")) assertFalse(new String(Referee.run("mutool", "draw", "-F", "txt", file), StandardCharsets.UTF_8).contains(PdfSamples.SECRET));
  }

  private static List<PdfWord> words(byte[] bytes) throws IOException {
    try (var file = PdfFile.open(bytes)) {
      return file.words(1);
    }
  }

  /// All strings and decoded streams of all objects.
  private static String everything(PDDocument document) throws IOException {
    var all = new StringBuilder();
    for (var key : document.getDocument().getXrefTable().keySet()) {
      var object = document.getDocument().getObjectFromPool(key).getObject();
      if (object instanceof COSStream stream) {
        try (var in = stream.createInputStream()) {
          all.append(new String(in.readAllBytes(), StandardCharsets.ISO_8859_1));
        }
      }
      if (object instanceof org.apache.pdfbox.cos.COSDictionary dictionary) {
        for (var value : dictionary.getValues()) {
          if (value instanceof COSString text) all.append(text.getString()).append('\n');
        }
      }
      all.append(object).append('\n');
    }
    return all.toString();
  }
}

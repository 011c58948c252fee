package umbra.ocr.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import umbra.ocr.Box;
import umbra.ocr.Drawing;
import umbra.ocr.Effort;
import umbra.ocr.OcrResult;
import umbra.ocr.TextBox;
import umbra.ocr.TextFinder;
import umbra.pixel.Checkpoint;
import umbra.pixel.render.Picture;

class OcrEngineTest {
  @TempDir
  static Path cache;

  private static TextFinder engine;

  @BeforeAll
  static void open() {
    engine = new OcrEngine(Path.of("target/umbra/models"), cache);
  }

  private static List<TextBox> texts(Picture picture, Effort effort) {
    return assertInstanceOf(OcrResult.Texts.class, engine.find(picture, effort, Checkpoint.NONE)).texts();
  }

  private static List<Box> boxes(List<TextBox> texts) {
    return texts.stream().map(TextBox::box).toList();
  }

  @ParameterizedTest
  @EnumSource(Effort.class)
  void lightTextOnDarkIsFoundAndRead(Effort effort) {
    var drawing = new Drawing(400, 300, 10).tissue(1, 5, 90);
    var ink = drawing.text("MUELLER ANNA", 20, 30, 2, 250);

    var texts = texts(drawing.picture(), effort);

    assertTrue(Drawing.covered(ink, boxes(texts)) > 0.95, texts::toString);
    assertTrue(texts.stream().anyMatch(t -> t.text().replace(" ", "").toUpperCase().contains("ANNA")), texts::toString);
  }

  @Test
  void darkTextOnLightIsFound() {
    var drawing = new Drawing(400, 300, 230).tissue(2, 170, 245);
    var ink = drawing.text("1961-04-23", 200, 200, 2, 5);

    assertTrue(Drawing.covered(ink, boxes(texts(drawing.picture(), Effort.THOROUGH))) > 0.95);
  }

  @Test
  void turnedTextIsFoundAndRead() {
    var drawing = new Drawing(300, 260, 10);
    drawing.text("PATIENT 42", 30, 100, 3, 240);

    var texts = texts(Drawing.turned(drawing.picture()), Effort.THOROUGH);

    assertEquals(1, texts.size(), texts::toString);
    assertTrue(texts.getFirst().box().height() > texts.getFirst().box().width());
    assertTrue(texts.getFirst().text().replace(" ", "").toUpperCase().contains("PATIENT"), texts::toString);
    assertEquals(3, texts.getFirst().quarters());
  }

  @Test
  void smallTextOfALargePictureIsFoundInTiles() {
    var drawing = new Drawing(2300, 1900, 20).tissue(3, 10, 110);
    var ink = drawing.text("DOE JOHN", 2180, 1850, 2, 235);

    assertTrue(Drawing.covered(ink, boxes(texts(drawing.picture(), Effort.EVERY_FRAME))) > 0.95);
  }

  @Test
  void textAtTheVeryEdgeIsFoundAndItsBoxStaysInside() {
    var drawing = new Drawing(300, 200, 10);
    var ink = drawing.text("SMITH", 0, 0, 2, 255);

    var boxes = boxes(texts(drawing.picture(), Effort.THOROUGH));

    assertTrue(Drawing.covered(ink, boxes) > 0.9, boxes::toString);
    assertTrue(boxes.stream().allMatch(b -> b.x() >= 0 && b.y() >= 0 && b.right() <= 300 && b.bottom() <= 200));
  }

  @Test
  void aPictureWithoutTextGivesNothing() {
    assertEquals(List.of(), texts(new Drawing(320, 320, 0).tissue(4, 0, 160).picture(), Effort.EVERY_FRAME));
    assertEquals(List.of(), texts(new Drawing(64, 64, 0).picture(), Effort.THOROUGH));
    assertEquals(List.of(), texts(new Drawing(1, 1, 0).picture(), Effort.THOROUGH));
  }

  @Test
  void theVersionNamesLibraryModelsAndSecondReader() {
    assertTrue(engine.version().matches("umbra-\\d+ onnxruntime-[\\d.]+ (en|ch)-det3-rec4 tesseract-5.*"), engine::version);
  }

  @Test
  void theModelsOfTheMavenArtefactAreEnough() {
    var drawing = new Drawing(300, 200, 10);
    var ink = drawing.text("SMITH JOHN", 30, 40, 2, 255);

    var fallback = new OcrEngine(cache.resolve("nothing here"), cache);
    var result = assertInstanceOf(OcrResult.Texts.class, fallback.find(drawing.picture(), Effort.FIRST_LOOK, Checkpoint.NONE));

    assertTrue(fallback.version().contains("ch-det3-rec4"));
    assertTrue(Drawing.covered(ink, boxes(result.texts())) > 0.9);
    assertTrue(result.texts().getFirst().text().contains("SMITH"), result::toString);
  }

  @Test
  void aWrongModelIsNoResultButAReason(@TempDir Path folder) throws Exception {
    Files.writeString(folder.resolve("en_PP-OCRv3_det_infer.onnx"), "no model");
    Files.writeString(folder.resolve("en_PP-OCRv4_rec.onnx"), "no model");

    var result = new OcrEngine(folder, cache).find(new Drawing(64, 64, 0).picture(), Effort.FIRST_LOOK, Checkpoint.NONE);

    assertTrue(assertInstanceOf(OcrResult.Unavailable.class, result).reason().contains("en_PP-OCRv3_det_infer.onnx"));
  }

  @Test
  void aCancelledLookThrows() {
    assertThrows(CancellationException.class, () -> engine.find(new Drawing(64, 64, 0).picture(), Effort.THOROUGH, () -> {
      throw new CancellationException();
    }));
  }
}

package umbra.ocr.engine;

import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import umbra.ocr.Effort;
import umbra.ocr.OcrResult;
import umbra.ocr.TextFinder;
import umbra.ocr.Workers;
import umbra.ocr.detect.TextDetector;
import umbra.ocr.model.ModelSet;
import umbra.ocr.model.NativeFolder;
import umbra.ocr.model.Network;
import umbra.ocr.model.OnnxLibraries;
import umbra.ocr.read.LineReader;
import umbra.ocr.read.TextReader;
import umbra.ocr.tesseract.TesseractReader;
import umbra.pixel.Checkpoint;
import umbra.pixel.render.Picture;

/// The engine of this installation, loaded when it is first needed. It lives as long as the program.
public final class OcrEngine implements TextFinder {
  /// Grows when looks, joining or reading change so that results may differ.
  private static final int METHOD = 5;

  private final Path models;
  private final Path cache;
  private TextFinder loaded;

  /// @param models folder of the better models; need not exist
  /// @param cache folder for unpacked libraries, made if it is not there
  public OcrEngine(Path models, Path cache) {
    this.models = models;
    this.cache = cache;
  }

  @Override
  public OcrResult find(Picture picture, Effort effort, Workers workers, Checkpoint checkpoint) {
    return loaded().find(picture, effort, workers, checkpoint);
  }

  @Override
  public String version() {
    return loaded().version();
  }

  private synchronized TextFinder loaded() {
    if (loaded == null) loaded = load();
    return loaded;
  }

  private TextFinder load() {
    try {
      var set = ModelSet.in(models);
      var environment = OnnxLibraries.load(new NativeFolder(cache.resolve("onnxruntime")));
      var detector = new TextDetector(new Network(environment, set.detector()));
      var reader = new LineReader(new TextReader(new Network(environment, set.reader()), set.hasOwnAlphabet()));
      var second = second();
      var version = "umbra-" + METHOD + " onnxruntime-" + environment.getVersion() + " " + set.name() + second.map(t -> " tesseract-" + t.version()).orElse("");
      return new NeuralTextFinder(detector, reader, second, version);
    } catch (IOException | OrtException | LinkageError e) {
      return TextFinder.unavailable("the text engine cannot be loaded: " + e.getMessage());
    }
  }

  /// Without the second reader nothing is found less; it only helps to read.
  private Optional<TesseractReader> second() {
    try {
      return Optional.of(TesseractReader.open(new NativeFolder(cache.resolve("tesseract"))));
    } catch (IOException | LinkageError _) {
      return Optional.empty();
    }
  }
}

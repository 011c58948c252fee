package umbra.ocr.engine;

import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import umbra.ocr.Effort;
import umbra.ocr.OcrResult;
import umbra.ocr.TextBox;
import umbra.ocr.TextFinder;
import umbra.ocr.Workers;
import umbra.ocr.detect.Candidate;
import umbra.ocr.detect.LookPlan;
import umbra.ocr.detect.TextDetector;
import umbra.ocr.read.Crop;
import umbra.ocr.read.LineReader;
import umbra.ocr.read.Lines;
import umbra.ocr.read.Reading;
import umbra.ocr.read.ReadingCache;
import umbra.ocr.tesseract.TesseractReader;
import umbra.pixel.Checkpoint;
import umbra.pixel.render.Picture;

/// Detects with one network, reads with another, and asks Tesseract where that one is not sure.
final class NeuralTextFinder implements TextFinder {
  /// Pixels around a box that are hidden with it.
  private static final int MARGIN = 2;

  private final TextDetector detector;
  private final LineReader reader;
  private final Optional<TesseractReader> second;
  private final String version;
  private final ReadingCache<ReadLine> cache = new ReadingCache<>(20_000);

  /// @param second empty where Tesseract cannot be loaded
  NeuralTextFinder(TextDetector detector, LineReader reader, Optional<TesseractReader> second, String version) {
    this.detector = detector;
    this.reader = reader;
    this.second = second;
    this.version = version;
  }

  @Override
  public OcrResult find(Picture picture, Effort effort, Workers workers, Checkpoint checkpoint) {
    try {
      checkpoint.check();
      var looks = LookPlan.of(picture, effort);
      var joined = new Looking(detector, picture, checkpoint).candidates(looks, workers);
      var lines = joined.stream().flatMap(c -> lines(picture, c).stream()).toList();
      return new OcrResult.Texts(Shared.among(workers, lines, line -> {
        checkpoint.check();
        return read(picture, line, looks);
      }));
    } catch (OrtException | IOException e) {
      return new OcrResult.Unavailable("the text engine failed: " + e.getMessage());
    }
  }

  /// Grown to what is hidden with it, and cut where it holds two lines.
  private static List<Candidate> lines(Picture picture, Candidate candidate) {
    var box = candidate.box().grown(MARGIN, picture.width(), picture.height());
    return Lines.of(Crop.of(picture, box), box).stream().map(line -> new Candidate(line, candidate.probability(), candidate.passes())).toList();
  }

  private TextBox read(Picture picture, Candidate candidate, List<LookPlan.Look> looks) throws OrtException, IOException {
    var box = candidate.box();
    var crop = Crop.of(picture, box);
    var line = cache.find(crop).orElse(null);
    if (line == null) {
      var first = reader.read(crop);
      var other = first.score() >= LineReader.SURE || second.isEmpty() ? Reading.NOTHING : second.get().read(crop.turned(first.quarters()));
      line = new ReadLine(first, other.text());
      cache.put(crop, line);
    }
    int made = (int) looks.stream().filter(l -> l.area().shared(box) * 2 >= box.area()).count();
    return new TextBox(box, line.first().text(), line.second(), line.first().score(), candidate.probability(), Math.min(candidate.passes(), Math.max(1, made)),
        Math.max(1, made), line.first().quarters());
  }

  @Override
  public String version() {
    return version;
  }

  /// What both readers made of a line.
  record ReadLine(Reading first, String second) {}
}

package umbra.ocr.engine;

import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;
import umbra.ocr.Box;
import umbra.ocr.Effort;
import umbra.ocr.OcrResult;
import umbra.ocr.TextBox;
import umbra.ocr.TextFinder;
import umbra.ocr.Workers;
import umbra.ocr.detect.Candidate;
import umbra.ocr.detect.Candidates;
import umbra.ocr.detect.LookPlan;
import umbra.ocr.detect.Pass;
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
      var glances = looks.stream().flatMap(l -> l.parts().stream().map(part -> new Glance(part, l.pass(), l.closer()))).toList();
      var seen = shared(workers, glances, g -> {
        checkpoint.check();
        return detector.look(picture, g.part(), g.pass(), g.closer());
      });
      var joined = Candidates.joined(seen.stream().flatMap(List::stream).toList());
      var lines = joined.stream().flatMap(c -> lines(picture, c).stream()).toList();
      return new OcrResult.Texts(shared(workers, lines, line -> {
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

  private record Glance(Box part, Pass pass, double closer) {}

  private interface Step<A, B> {
    B of(A item) throws OrtException, IOException;
  }

  /// The same step for all, in their order; the first failure is that of all.
  private static <A, B> List<B> shared(Workers workers, List<A> items, Step<A, B> step) throws OrtException, IOException {
    var done = new AtomicReferenceArray<B>(items.size());
    var failed = new AtomicReference<Exception>();
    workers.forEach(items.size(), i -> {
      if (failed.get() != null) return;
      try {
        done.set(i, step.of(items.get(i)));
      } catch (OrtException | IOException e) {
        failed.compareAndSet(null, e);
      }
    });
    if (failed.get() instanceof OrtException e) throw e;
    if (failed.get() instanceof IOException e) throw e;
    return IntStream.range(0, items.size()).mapToObj(done::get).toList();
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

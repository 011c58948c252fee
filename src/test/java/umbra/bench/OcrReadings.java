package umbra.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import umbra.ocr.Box;
import umbra.ocr.Effort;
import umbra.ocr.TextBox;
import umbra.ocr.engine.OcrEngine;

/// What the engine read in the images of `ocr-bench/`, kept below `target/` for as long as the engine is the same, so that judging can be tried often.
final class OcrReadings {
  private final OcrEngine engine;
  private final Path file;
  private final Map<String, List<TextBox>> known = new ConcurrentHashMap<>();

  OcrReadings(OcrEngine engine, Path file) throws IOException {
    this.engine = engine;
    this.file = file;
    var lines = Files.exists(file) ? Files.readAllLines(file) : List.of(engine.version());
    if (!lines.getFirst().equals(engine.version())) lines = List.of(engine.version());
    for (var line : lines.subList(1, lines.size())) {
      var f = line.split("\t", -1);
      var texts = known.computeIfAbsent(f[0], _ -> new ArrayList<>());
      if (f.length == 1) continue;
      var box = new Box(number(f[1]), number(f[2]), number(f[3]), number(f[4]));
      texts.add(new TextBox(box, f[5], f[6], Float.parseFloat(f[7]), Float.parseFloat(f[8]), number(f[9]), number(f[10]), number(f[11])));
    }
    Files.write(file, lines);
  }

  private static int number(String text) {
    return Integer.parseInt(text);
  }

  /// Looks thoroughly, unless it did before.
  List<TextBox> of(Path image) throws IOException {
    var name = image.getFileName().toString();
    var before = known.get(name);
    if (before != null) return before;
    var texts = OcrBench.texts(engine, OcrBench.picture(image), Effort.THOROUGH);
    var lines = new ArrayList<String>();
    for (var t : texts) {
      var b = t.box();
      lines.add(String.join("\t", name, b.x() + "", b.y() + "", b.width() + "", b.height() + "", t.text(), t.second().replace('\t', ' ').replace('\n', ' '), t.score() + "",
          t.probability() + "", t.passes() + "", t.looks() + "", t.quarters() + ""));
    }
    if (texts.isEmpty()) lines.add(name);
    Files.write(file, lines, java.nio.file.StandardOpenOption.APPEND);
    known.put(name, texts);
    return texts;
  }
}

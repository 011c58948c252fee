package umbra.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.imageio.ImageIO;
import umbra.ocr.Box;
import umbra.ocr.Effort;
import umbra.ocr.OcrResult;
import umbra.ocr.TextBox;
import umbra.ocr.TextFinder;
import umbra.ocr.engine.OcrEngine;
import umbra.ocr.judge.Scales;
import umbra.ocr.judge.SubjectWords;
import umbra.ocr.judge.TextClass.Suspicion;
import umbra.ocr.judge.TextJudge;
import umbra.ocr.judge.Vocabulary;
import umbra.pixel.Checkpoint;
import umbra.pixel.render.Picture;

/// Prints how much burned-in text of `ocr-bench/` is found and flagged, beside plain Tesseract on the same images, and how fast frames pass.
///
/// Arguments: every n-th image only (1 for all); `missed` names what was missed. Readings of a run before are used again if the engine is the same.
public final class OcrBench {
  private static final Path BENCH = Path.of("../shared/ocr-bench");
  private static final Set<String> IDENTIFYING = Set.of("name", "id", "date", "time", "accession", "institution", "physician", "age");

  record Word(Box box, String text, String kind) {
    boolean isIdentifying() {
      return IDENTIFYING.contains(kind);
    }
  }

  private static final class Tally {
    int words;
    int half;
    int most;
    int freeImages;
    int freeBoxes;

    void add(List<Word> labels, List<Box> boxes) {
      if (labels.isEmpty()) {
        freeImages++;
        freeBoxes += boxes.size();
      }
      for (var word : labels) {
        if (!word.isIdentifying()) continue;
        double covered = covered(word.box(), boxes);
        words++;
        if (covered >= 0.5) half++;
        if (covered >= 0.9) most++;
      }
    }

    void print(String name) {
      System.out.printf("%-34s %6.2f %%  %6.2f %%  of %d   %6.2f%n", name, 100.0 * half / words, 100.0 * most / words, words, (double) freeBoxes / Math.max(1, freeImages));
    }
  }

  private OcrBench() {}

  public static void main(String[] arguments) throws Exception {
    int every = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1;
    boolean tells = arguments.length > 1 && arguments[1].equals("missed");
    var engine = new OcrEngine(Path.of("target/umbra/models"), Path.of("target/ocr-cache"));
    System.out.println(engine.version());
    var readings = new OcrReadings(engine, Path.of("target/ocr-readings.tsv"));
    var labels = labels();
    var images = images().stream().filter(i -> Math.floorMod(i.hashCode(), every) == 0).toList();
    var found = new Tally();
    var flagged = new Tally();
    var tesseract = new Tally();
    var bare = new Flags();
    var headed = new Flags();
    var judge = new TextJudge(Vocabulary.read(Path.of("profiles/text/words.yaml")));
    var heldOut = OcrHeldOut.of(labels, judge);
    for (var image : images) {
      var file = BENCH.resolve("images").resolve(image);
      var words = labels.getOrDefault(image, List.of());
      var texts = readings.of(file);
      found.add(words, boxes(texts));
      var subject = SubjectWords.of(Map.of("header", words.stream().filter(Word::isIdentifying).map(Word::text).toList()));
      var left = new ArrayList<TextBox>();
      var scales = Scales.of(texts);
      for (var text : texts) {
        boolean flag = judge.judge(text, scales, SubjectWords.none(), modality(image)).textClass().suspicion() != Suspicion.HARMLESS;
        if (flag) left.add(text);
        bare.add(text, words, flag, tells ? image : "");
        headed.add(text, words, judge.judge(text, scales, subject, modality(image)).textClass().suspicion() != Suspicion.HARMLESS, "");
        heldOut.add(image, text, words, scales, modality(image));
      }
      flagged.add(words, boxes(left));
      tesseract.add(words, TesseractPage.boxes(file));
      if (tells) for (var word : words) if (word.isIdentifying() && covered(word.box(), boxes(texts)) < 0.9) System.out.println("missed " + image + " " + word);
    }
    System.out.printf("%d images%n%-34s %8s  %8s          %s%n", images.size(), "identifying words", ">= half", ">= 9/10", "boxes a text-free image");
    found.print("Umbra, found");
    flagged.print("Umbra, suspect or unclear");
    tesseract.print("Tesseract --psm 11");
    bare.print("judged without header");
    headed.print("judged with the words as header");
    heldOut.print();
    OcrSpeed.print(engine);
  }

  /// Of the boxes on identifying words, how many are flagged; of those on harmless words only, how many pass.
  static final class Flags {
    int identifying;
    int caught;
    int harmless;
    int passed;

    void add(TextBox text, List<Word> words, boolean flagged, String tell) {
      var on = words.stream().filter(w -> w.box().shared(text.box()) * 2 >= w.box().area()).toList();
      if (on.isEmpty()) return;
      if (on.stream().anyMatch(Word::isIdentifying)) {
        identifying++;
        if (flagged) caught++;
        else if (!tell.isEmpty()) System.out.println("passed " + tell + " " + text + " " + on.stream().map(Word::text).toList());
      } else {
        harmless++;
        if (!flagged) passed++;
        else if (!tell.isEmpty()) System.out.println("flagged " + tell + " " + text.text() + " | " + text.second() + " " + text.score() + " " + on.stream().map(Word::text).toList());
      }
    }

    void print(String name) {
      System.out.printf("%-34s identifying flagged %6.2f %% of %d, harmless passed %6.2f %% of %d%n", name, 100.0 * caught / identifying, identifying, 100.0 * passed / harmless, harmless);
    }
  }

  static List<TextBox> texts(TextFinder engine, Picture picture, Effort effort) throws IOException {
    return switch (engine.find(picture, effort, Checkpoint.NONE)) {
      case OcrResult.Texts(var texts) -> texts;
      case OcrResult.Unavailable(var reason) -> throw new IOException(reason);
    };
  }

  private static List<Box> boxes(List<TextBox> texts) {
    return texts.stream().map(TextBox::box).toList();
  }

  static Picture picture(Path file) throws IOException {
    var image = ImageIO.read(file.toFile());
    int w = image.getWidth();
    return new Picture(w, image.getHeight(), image.getRGB(0, 0, w, image.getHeight(), null, 0, w));
  }

  private static String modality(String image) {
    return image.contains("-us") || image.contains("scatter") ? "US" : image.contains("-mr") ? "MR" : image.contains("-ct") ? "CT" : image.contains("-x") ? "CR" : "OT";
  }

  private static List<String> images() throws IOException {
    try (var list = Files.list(BENCH.resolve("images"))) {
      return list.map(p -> p.getFileName().toString()).sorted().toList();
    }
  }

  static double covered(Box box, List<Box> boxes) {
    var hit = new boolean[(int) box.area()];
    int count = 0;
    for (var b : boxes) {
      for (int y = Math.max(box.y(), b.y()); y < Math.min(box.bottom(), b.bottom()); y++) {
        for (int x = Math.max(box.x(), b.x()); x < Math.min(box.right(), b.right()); x++) {
          int at = (y - box.y()) * box.width() + x - box.x();
          if (!hit[at]) count++;
          hit[at] = true;
        }
      }
    }
    return (double) count / box.area();
  }

  private static Map<String, List<Word>> labels() throws IOException {
    var labels = new LinkedHashMap<String, List<Word>>();
    try (var rows = de.siegmar.fastcsv.reader.CsvReader.builder().ofNamedCsvRecord(BENCH.resolve("labels.csv"), StandardCharsets.UTF_8)) {
      for (var row : rows) {
        var box = new Box(number(row.getField("x")), number(row.getField("y")), number(row.getField("w")), number(row.getField("h")));
        labels.computeIfAbsent(row.getField("image"), _ -> new ArrayList<>()).add(new Word(box, row.getField("text"), row.getField("kind")));
      }
    }
    return labels;
  }

  private static int number(String text) {
    return Integer.parseInt(text);
  }
}

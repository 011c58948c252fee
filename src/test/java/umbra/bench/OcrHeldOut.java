package umbra.bench;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import umbra.ocr.TextBox;
import umbra.ocr.judge.SubjectWords;
import umbra.ocr.judge.TextClass.Suspicion;
import umbra.ocr.judge.TextJudge;
import umbra.ocr.judge.Vocabulary;

/// How the judge does on images nobody fitted it on. The word lists were written knowing all images; so each image is judged once more
/// with lists that lack every word which stands on images of its half only, as if nobody had seen that half. And the rules that were
/// added last were written looking at some of the images only: the others are counted apart.
final class OcrHeldOut {
  /// The rules of judge 3 were written looking at readings of the images before this one.
  private static final String FIRST_UNSEEN = "d0137";

  private final List<TextJudge> judges;
  private final TextJudge whole;
  private final OcrBench.Flags poor = new OcrBench.Flags();
  private final OcrBench.Flags seen = new OcrBench.Flags();
  private final OcrBench.Flags unseen = new OcrBench.Flags();

  private OcrHeldOut(List<TextJudge> judges, TextJudge whole) {
    this.judges = judges;
    this.whole = whole;
  }

  static OcrHeldOut of(Map<String, List<OcrBench.Word>> labels, TextJudge whole) throws IOException {
    return new OcrHeldOut(List.of(without(labels, 0), without(labels, 1)), whole);
  }

  private static int half(String image) {
    return Math.floorMod(image.hashCode(), 2);
  }

  private static Set<String> words(Map<String, List<OcrBench.Word>> labels, int half) {
    var words = new HashSet<String>();
    labels.forEach((image, list) -> {
      if (half(image) != half) return;
      for (var word : list) for (var part : word.text().toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")) words.add(part.replaceAll("\\d+$", ""));
    });
    return words;
  }

  private static TextJudge without(Map<String, List<OcrBench.Word>> labels, int half) throws IOException {
    var own = words(labels, half);
    own.removeAll(words(labels, 1 - half));
    var mapper = new YAMLMapper();
    var root = mapper.readTree(Path.of("profiles/text/words.yaml").toFile());
    root.path("harmless").forEach(list -> removeIf((ArrayNode) list, own));
    removeIf((ArrayNode) root.path("units"), own);
    var file = Files.createTempFile("umbra-words", ".yaml");
    mapper.writeValue(file.toFile(), root);
    return new TextJudge(Vocabulary.read(file));
  }

  private static void removeIf(ArrayNode list, Set<String> words) {
    for (int i = list.size() - 1; i >= 0; i--) if (words.contains(list.get(i).asText())) list.remove(i);
  }

  void add(String image, TextBox text, List<OcrBench.Word> words, Set<TextBox> scales, String modality) {
    poor.add(text, words, judges.get(half(image)).judge(text, scales, SubjectWords.none(), modality).textClass().suspicion() != Suspicion.HARMLESS, "");
    boolean flag = whole.judge(text, scales, SubjectWords.none(), modality).textClass().suspicion() != Suspicion.HARMLESS;
    (image.compareTo(FIRST_UNSEEN) < 0 ? seen : unseen).add(text, words, flag, "");
  }

  void print() {
    seen.print("images the last rules saw");
    unseen.print("images they did not see");
    poor.print("lists without the half's own words");
  }
}

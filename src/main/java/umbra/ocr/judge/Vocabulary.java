package umbra.ocr.judge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Words that decide what a text is, from a file under `profiles/` that anybody can extend: docs/burned-in-text.md.
public final class Vocabulary {
  private static final String FORMAT = "umbra-text-words 1";
  private static final List<String> KEYS = List.of("format", "harmless", "units", "labels", "institutions", "addresses");

  private final Map<String, Set<String>> harmless;
  private final Map<String, Set<String>> lists;
  private final String fingerprint;

  private Vocabulary(Map<String, Set<String>> harmless, Map<String, Set<String>> lists, String fingerprint) {
    this.fingerprint = fingerprint;
    this.harmless = harmless;
    this.lists = lists;
  }

  /// Knows no word: then every text is suspect.
  public static Vocabulary empty() {
    return new Vocabulary(Map.of(), Map.of(), "none");
  }

  /// @throws IOException if the file says anything this version does not know, naming it
  public static Vocabulary read(Path file) throws IOException {
    var mapper = YAMLMapper.builder().enable(com.fasterxml.jackson.core.StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
    var root = mapper.readTree(file.toFile());
    if (!root.isObject()) throw new IOException(file + ": is no map of word lists");
    for (var key : keys(root)) if (!KEYS.contains(key)) throw new IOException(file + ": unknown key " + key);
    if (!FORMAT.equals(root.path("format").asText())) throw new IOException(file + ": format must be " + FORMAT);
    var harmless = new HashMap<String, Set<String>>();
    for (var modality : keys(root.path("harmless"))) harmless.put(modality, words(root.path("harmless").path(modality), file, "harmless/" + modality));
    var lists = new HashMap<String, Set<String>>();
    for (var key : KEYS.subList(2, KEYS.size())) lists.put(key, words(root.path(key), file, key));
    return new Vocabulary(harmless, lists, fingerprint(Files.readAllBytes(file)));
  }

  private static String fingerprint(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Sixteen hexadecimal digits of the SHA-256 of the file.
  String fingerprint() {
    return fingerprint;
  }

  private static List<String> keys(JsonNode node) {
    return node.properties().stream().map(Map.Entry::getKey).toList();
  }

  private static Set<String> words(JsonNode node, Path file, String key) throws IOException {
    if (!node.isArray()) throw new IOException(file + ": " + key + " must be a list of words");
    var words = new HashSet<String>();
    for (var word : node) {
      if (!word.isTextual()) throw new IOException(file + ": " + key + " holds " + word + ", which is no text; put it in quotes");
      words.add(Folding.plain(word.asText()));
    }
    return Set.copyOf(words);
  }

  /// A word of two letters must be written as in the list; one of five or more may have one letter wrong.
  ///
  /// @param word in any case
  /// @param modality one without a list of its own, such as OT or SC, may show text of any scanner
  boolean isHarmless(String word, String modality) {
    var plain = Folding.plain(word);
    var letters = plain.chars().anyMatch(Character::isLetter) ? plain.replace('1', 'l').replace('0', 'o').replace('5', 's') : plain;
    for (var key : harmless.containsKey(modality) ? List.of("all", modality) : harmless.keySet()) {
      var set = harmless.getOrDefault(key, Set.of());
      if (set.contains(plain) || plain.length() >= 3 && set.contains(letters)) return true;
      if (plain.length() >= 5 && set.stream().anyMatch(w -> w.length() >= 5 && Folding.between(w, plain) <= 1)) return true;
    }
    return false;
  }

  /// As [#isHarmless], letter for letter.
  boolean isListed(String word, String modality) {
    var plain = Folding.plain(word);
    for (var key : harmless.containsKey(modality) ? List.of("all", modality) : harmless.keySet()) if (harmless.getOrDefault(key, Set.of()).contains(plain)) return true;
    return false;
  }

  boolean isUnit(String word) {
    return lists.getOrDefault("units", Set.of()).contains(Folding.plain(word));
  }

  boolean isLabel(String word) {
    return has("labels", word);
  }

  boolean isInstitution(String word) {
    return has("institutions", word);
  }

  boolean isAddress(String word) {
    return has("addresses", word);
  }

  /// Words of these lists of six letters and more may have one letter wrong.
  private boolean has(String list, String word) {
    var plain = Folding.plain(word);
    var set = lists.getOrDefault(list, Set.of());
    return set.contains(plain) || plain.length() >= 6 && set.stream().anyMatch(w -> w.length() >= 6 && Folding.between(w, plain) <= 1);
  }
}

package umbra.deid.compile;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import umbra.deid.compile.PrivateRules.OwnWord;
import umbra.dicom.DataSet;
import umbra.dicom.Numbers;
import umbra.dicom.Tag;

/// What a Data Set says of its own private blocks: Private Data Element Characteristics (0008,0300), PS3.3 C.12.1.1.7.
public final class PrivateWords {
  private static final Tag CHARACTERISTICS = Tag.of(0x0008, 0x0300);
  private static final PrivateWords NONE = new PrivateWords();

  private final Map<String, String> status = new HashMap<>();
  private final Map<String, Set<Integer>> harmless = new HashMap<>();

  public static PrivateWords of(DataSet dataSet) {
    var items = dataSet.items(CHARACTERISTICS);
    if (items.isEmpty()) return NONE;
    var words = new PrivateWords();
    for (var item : items) {
      var key = key(item.integer(Tag.of(0x0008, 0x0301)).orElse(0), item.text(Tag.of(0x0008, 0x0302)).orElse(""));
      words.status.put(key, item.text(Tag.of(0x0008, 0x0303)).orElse("UNSAFE"));
      item.find(Tag.of(0x0008, 0x0304)).ifPresent(list -> {
        var elements = words.harmless.computeIfAbsent(key, _ -> new HashSet<>());
        for (long i = 0; i < Numbers.count(list); i++) elements.add((int) Numbers.binary(list, i) & 0xFF);
      });
    }
    return words;
  }

  private static String key(int group, String creator) {
    return group + " " + creator.strip();
  }

  /// A block that is MIXED is safe where its list says so, and unsafe elsewhere.
  public OwnWord about(String creator, Tag tag) {
    if (status.isEmpty()) return OwnWord.NOTHING;
    var key = key(tag.group(), creator);
    return switch (status.getOrDefault(key, "")) {
      case "SAFE" -> OwnWord.SAFE;
      case "UNSAFE" -> OwnWord.UNSAFE;
      case "MIXED" -> harmless.getOrDefault(key, Set.of()).contains(tag.element() & 0xFF) ? OwnWord.SAFE : OwnWord.UNSAFE;
      default -> OwnWord.NOTHING;
    };
  }
}

package umbra.deid.identifier;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Other ways to write the same name: without accents, with the digraphs of German, the parts of a double name alone.
public final class Spellings {
  private static final Map<Character, String> TAKEN_APART = Map.ofEntries(Map.entry('\u00DF', "ss"), Map.entry('\u00E6', "ae"), Map.entry('\u0153', "oe"), Map.entry('\u00F8', "o"),
      Map.entry('\u00F0', "d"), Map.entry('\u00FE', "th"), Map.entry('\u0142', "l"), Map.entry('\u0111', "d"), Map.entry('\u0131', "i"), Map.entry('\u00C6', "AE"), Map.entry('\u0152', "OE"),
      Map.entry('\u00D8', "O"), Map.entry('\u00D0', "D"), Map.entry('\u00DE', "TH"), Map.entry('\u0141', "L"), Map.entry('\u0110', "D"));
  private static final Map<Character, String> DIGRAPHS = Map.of('\u00E4', "ae", '\u00F6', "oe", '\u00FC', "ue", '\u00C4', "AE", '\u00D6', "OE", '\u00DC', "UE", '\u00E5', "aa", '\u00C5', "AA",
      '\u00F8', "oe", '\u00D8', "OE");
  private static final int FOREIGN_WEIGHT = 3;
  /// Min and Jun are words, too.
  private static final int SHORTEST_PIECE = 4;

  private Spellings() {}

  /// Latin letters without their marks, composed or not; letters of other scripts as they are.
  public static String plain(String text) {
    if (text.chars().allMatch(c -> c < 0x80)) return text;
    var plain = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x300 && c < 0x370) continue; // a combining mark
      if (TAKEN_APART.containsKey(c)) plain.append(TAKEN_APART.get(c));
      else plain.append(isLatin(c) && c > 0x7F ? Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD).charAt(0) : c);
    }
    return plain.toString();
  }

  /// The part itself first.
  public static Set<String> of(String part) {
    var all = new LinkedHashSet<String>();
    all.add(part);
    if (part.chars().allMatch(c -> c < 0x80)) return all;
    all.add(plain(part));
    var german = new StringBuilder();
    for (int i = 0; i < part.length(); i++) german.append(DIGRAPHS.getOrDefault(part.charAt(i), String.valueOf(part.charAt(i))));
    all.add(plain(german.toString()));
    if (part.chars().anyMatch(c -> isLatin((char) c) && c > 0x7F)) all.add(Normalizer.normalize(part, Normalizer.Form.NFD));
    return all;
  }

  /// `Smith-Jones` is called Smith, too, and `O'Brien` OBrien.
  public static List<String> ofDouble(String part) {
    var pieces = part.split("[-'\u2019\u2010]");
    var all = new LinkedHashSet<String>();
    if (pieces.length > 1) {
      all.add(String.join("", pieces));
      all.add(String.join(" ", pieces));
      for (var piece : pieces) if (weight(piece) >= SHORTEST_PIECE) all.add(piece);
    }
    return List.copyOf(all);
  }

  /// How much a word tells: a letter of another script as much as three Latin ones.
  public static int weight(String part) {
    return part.chars().map(c -> isLatin((char) c) ? 1 : FOREIGN_WEIGHT).sum();
  }

  private static boolean isLatin(char c) {
    return c < 0x250 || c >= 0x1E00 && c < 0x1F00;
  }

  /// Case does not count in comparisons.
  static String upper(String text) {
    return text.toUpperCase(Locale.ROOT);
  }
}

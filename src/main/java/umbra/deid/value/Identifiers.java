package umbra.deid.value;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import umbra.dicom.DataElement;
import umbra.dicom.DataSet;
import umbra.dicom.VR;
import umbra.dicom.text.CharacterSets;

/// What names the subject of an instance, and the people and places around it: names, IDs, numbers, addresses, as they stand in its
/// own elements. Finds them in other texts.
public final class Identifiers {
  private static final Set<Integer> TEXTS = Set.of(0x0008_0050, 0x0008_0080, 0x0008_0081, 0x0010_0020, 0x0010_1000, 0x0010_1040, 0x0010_2154, 0x0010_1050, 0x0010_1090,
      0x0032_1066, 0x0038_0010, 0x0040_2016, 0x0040_2017, 0x0010_1060, 0x0012_0040);
  private static final Set<Integer> INSTITUTIONS = Set.of(0x0008_0080, 0x0008_0081);
  private static final Set<String> NOBODY = Set.of("ANON", "ANONYM", "ANONYMOUS", "ANONYMIZED", "ANONYMISED", "NONE", "UNKNOWN", "PATIENT", "TEST", "PHANTOM", "NAME", "NULL", "REMOVED",
      "HEAD", "BODY", "CHEST", "BRAIN", "SAMPLE", "EXAMPLE", "IMAGE", "DICOM", "DEMO", "SUBJECT", "HUMAN", "FIRST", "LAST", "MALE", "FEMALE", "OTHER", "DOCTOR", "HOSPITAL", "CASE",
      "STUDY", "SERIES", "SCAN", "DATA", "MR", "CT", "MRI", "PET", "SPINE", "KNEE", "BREAST", "VOLUNTEER", "QUALITY", "CONTROL", "SYSTEM", "IMAGES", "COMPRESSED", "PHILIPS",
      "SIEMENS", "TOSHIBA", "DEFAULT", "SERVICE", "MEDICAL", "THE", "AND", "FOR");
  private static final int FUNCTIONAL_GROUPS = 0x5200;

  private final List<String> words;

  private Identifiers(Set<String> words) {
    this.words = List.copyOf(words);
  }

  /// Gathers them from a Data Set as it was.
  ///
  /// @param institutions whether institutions and their addresses count
  public static Identifiers of(DataSet dataSet, boolean institutions) {
    var words = new HashSet<String>();
    gather(dataSet, institutions, words);
    return new Identifiers(words);
  }

  private static void gather(DataSet dataSet, boolean institutions, Set<String> words) {
    CharacterSets sets = null;
    for (var element : dataSet) {
      if (element.tag().group() == FUNCTIONAL_GROUPS) continue;
      for (var item : element.items()) gather(item, institutions, words);
      if (!institutions && INSTITUTIONS.contains(element.tag().packed())) continue;
      boolean name = element.vr() == VR.PN;
      if (!name && !TEXTS.contains(element.tag().packed()) || element.isEmpty()) continue;
      if (sets == null) sets = dataSet.characterSets();
      for (var value : umbra.dicom.Text.values(element, sets)) {
        if (Placeholder.isOne(value)) continue;
        if (name) addName(value, words);
        else add(value, words);
      }
    }
  }

  private static void addName(String value, Set<String> words) {
    add(value, words);
    for (var part : value.split("[\\^=,;\\s]+")) add(part, words);
  }

  private static void add(String value, Set<String> words) {
    var word = value.strip().toUpperCase(Locale.ROOT);
    boolean number = word.chars().allMatch(c -> c < 'A');
    boolean foreign = word.chars().anyMatch(c -> c > 0x7F);
    if (word.length() < (number ? 5 : foreign ? 2 : 3) || NOBODY.contains(word)) return;
    words.add(word);
  }

  /// The identifiers in upper case, longest first.
  public List<String> words() {
    var sorted = new ArrayList<>(words);
    sorted.sort(java.util.Comparator.comparing(String::length).reversed().thenComparing(w -> w));
    return sorted;
  }

  /// Whether a text holds one of them as a word of its own; case does not count.
  public boolean isIn(String text) {
    if (words.isEmpty() || text.length() < 2) return false;
    var upper = text.toUpperCase(Locale.ROOT);
    for (var word : words) if (at(upper, word) >= 0) return true;
    return false;
  }

  private static int at(String text, String word) {
    for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      if (!continues(text, at - 1, word.charAt(0)) && !continues(text, at + word.length(), word.charAt(word.length() - 1))) return at;
    }
    return -1;
  }

  /// A letter beside a letter, a digit (or a decimal point) beside a digit.
  private static boolean continues(String text, int at, char edge) {
    if (at < 0 || at >= text.length()) return false;
    char c = text.charAt(at);
    if (edge > 0x7F) return false;
    if (Character.isDigit(edge)) return Character.isDigit(c) || c == '.';
    return Character.isLetter(edge) && Character.isLetter(c);
  }

  /// Whether this element itself is one of those the identifiers come from.
  public static boolean isSource(DataElement element) {
    return element.vr() == VR.PN || TEXTS.contains(element.tag().packed());
  }
}

package umbra.deid.identifier;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The names, IDs, numbers and addresses of a subject and of those around it, as words that are found in other texts. Ordinary words are
/// left out, unless two parts of a name stand together.
public final class IdentifierWords {
  private static final Set<String> NOBODY = Set.of("ANON", "ANONYM", "ANONYMOUS", "ANONYMIZED", "ANONYMISED", "NONE", "UNKNOWN", "PATIENT", "TEST", "PHANTOM", "NAME", "NULL", "REMOVED",
      "HEAD", "BODY", "CHEST", "BRAIN", "SAMPLE", "EXAMPLE", "IMAGE", "DICOM", "DEMO", "SUBJECT", "HUMAN", "FIRST", "LAST", "MALE", "FEMALE", "OTHER", "DOCTOR", "HOSPITAL", "CASE",
      "STUDY", "SERIES", "SCAN", "DATA", "MR", "CT", "MRI", "PET", "SPINE", "KNEE", "BREAST", "VOLUNTEER", "QUALITY", "CONTROL", "SYSTEM", "IMAGES", "COMPRESSED", "PHILIPS",
      "SIEMENS", "TOSHIBA", "DEFAULT", "SERVICE", "MEDICAL", "THE", "AND", "FOR");
  private static final int SHORTEST_NUMBER = 5;
  private static final int SHORTEST = 3;

  private final List<String> words;

  private IdentifierWords(Set<String> words) {
    this.words = List.copyOf(words);
  }

  /// @param institutions whether institutions count
  public static IdentifierWords of(Set<Identifier> identifiers, boolean institutions) {
    var words = new HashSet<String>();
    for (var identifier : identifiers) {
      switch (identifier.kind()) {
        case NAME, PERSON -> addName(Spellings.upper(identifier.value()), words);
        case ID, PHONE, ADDRESS -> add(Spellings.upper(identifier.value()), words);
        case INSTITUTION -> {
          if (institutions) add(Spellings.upper(identifier.value()), words);
        }
        case DATE, UID -> {} // these have forms of their own
      }
    }
    return new IdentifierWords(words);
  }

  private static void addName(String value, Set<String> words) {
    add(value, words);
    for (var group : value.split("=")) {
      var parts = List.of(group.strip().split("[\\^,;\\s]+"));
      for (var part : parts) {
        for (var spelling : Spellings.of(part)) add(spelling, words);
        for (var piece : Spellings.ofDouble(part)) for (var spelling : Spellings.of(piece)) add(spelling, words);
        if (!isTelling(part)) for (var other : parts) if (!other.equals(part)) addPair(part, other, words);
      }
    }
  }

  /// A part that says nothing alone does with another beside it.
  private static void addPair(String part, String other, Set<String> words) {
    if (other.isEmpty() || Spellings.weight(part) + Spellings.weight(other) < SHORTEST) return;
    boolean foreign = Spellings.weight(part) > part.length();
    for (var between : foreign ? List.of(" ", "") : List.of(" ", ", ", "^")) {
      add(part + between + other, words);
      add(other + between + part, words);
    }
    if (foreign || part.length() == 1 || !isTelling(other)) return;
    var initial = other.substring(0, 1);
    for (var form : List.of(part + " " + initial, part + ", " + initial, initial + " " + part, initial + ". " + part)) add(form, words);
  }

  private static void add(String value, Set<String> words) {
    var word = value.strip();
    if (isTelling(word)) words.add(word);
  }

  private static boolean isTelling(String word) {
    boolean number = word.chars().allMatch(c -> c < 'A');
    return Spellings.weight(word) >= (number ? SHORTEST_NUMBER : SHORTEST) && (word.length() > 1) && !NOBODY.contains(word);
  }

  /// Whether a text holds one of them as a word of its own; case does not count.
  public boolean isIn(String text) {
    if (words.isEmpty() || text.length() < 2) return false;
    var upper = Spellings.upper(text);
    for (var word : words) if (at(upper, word) >= 0) return true;
    var plain = Spellings.plain(upper);
    return !plain.equals(upper) && words.stream().anyMatch(word -> at(plain, word) >= 0);
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
}

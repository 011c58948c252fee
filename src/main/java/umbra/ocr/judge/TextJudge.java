package umbra.ocr.judge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import umbra.ocr.TextBox;
import umbra.ocr.judge.TextClass.Suspicion;

/// Judges found texts: what the header names first, then what looks like something, then whether every word is known.
public final class TextJudge {
  private static final float GUESS = 0.6f;
  private static final float SURE = 0.85f;
  private static final Pattern WORD = Pattern.compile("[\\s:;=,()\\[\\]{}<>\"']+");
  private static final Pattern NUMBER = Pattern.compile("[-+±~]?\\d{1,4}([.,]\\d{1,3})?");
  /// What is parted by a stroke may be what is left of a date: only with a unit or of single digits.
  private static final Pattern SIZE = Pattern.compile("\\d{1,4}([.,]\\d+)?[*x×]\\d{1,4}([.,]\\d+)?[a-zA-Z%]{0,3}|\\d{1,4}([.,]\\d+)?/\\d{1,4}([.,]\\d+)?[a-zA-Z%]{1,3}|\\d/\\d");
  private static final Pattern RATIO = Pattern.compile("\\d{1,4}/\\d{1,4}");
  /// From where to where a scan reaches, in mm from the landmark.
  private static final Pattern REACH = Pattern.compile("[ISLRAPH1]?\\d{1,3}[.,]\\d{1,3}-[$ISLRAPHs5]?\\d{1,4}[.,]\\d{1,3}");
  private static final Pattern PROBE = Pattern.compile("[A-Z]{1,2}\\d{1,2}-\\d{1,2}[A-Za-z]{0,2}");
  private static final Pattern GLUED = Pattern.compile("([A-Za-z#%]+)[.:]?([-+]?\\d{1,4}(?:[.,]\\d{1,3})?)([A-Za-z%/°²]*)");
  private static final Pattern MEASURED = Pattern.compile("[-+]?\\d{1,4}(?:[.,]\\d{1,3})?([A-Za-z%°/²³µ]+\\d?)");

  /// Laterality glued to what it is the side of.
  private static final Pattern SIDED = Pattern.compile("(?i)([RL]T)[.-]?(\\p{L}{4,})");
  private static final Pattern DIMENSIONS = Pattern.compile("(?i)[234]D[.:]?\\d{1,3}%?");

  /// Goes up whenever the code judges otherwise than before, so that what was read is judged again.
  private static final int VERSION = 5;

  private final Vocabulary vocabulary;

  public TextJudge(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /// As [#judge(TextBox, SubjectWords, String)], knowing what else stands in the picture.
  ///
  /// @param scales numbers along a ruler, see [Scales]
  public Verdict judge(TextBox text, Set<TextBox> scales, SubjectWords subject, String modality) {
    var verdict = judge(text, subject, modality);
    boolean isTick = verdict.textClass() == TextClass.UNCLEAR && scales.contains(text);
    return isTick ? new Verdict(TextClass.TECHNICAL, "a number along a ruler") : verdict;
  }

  /// @param modality as (0008,0060) has it; may be empty
  public Verdict judge(TextBox text, SubjectWords subject, String modality) {
    for (var reading : List.of(text.text(), text.second())) {
      var attribute = subject.match(reading);
      if (attribute.isPresent()) return new Verdict(TextClass.SUBJECT, "resembles " + attribute.get() + " of the header");
    }
    if (Marks.isMark(text)) return new Verdict(TextClass.MARK, "the shape of a mark, and no reader made a word of it");
    var verdict = ofText(text.text(), modality);
    if (verdict.textClass().suspicion() == Suspicion.SUSPECT || text.score() >= SURE) return verdict;
    if (!text.second().isBlank()) {
      var other = ofText(text.second(), modality);
      if (other.textClass() != TextClass.UNKNOWN && other.textClass() != TextClass.UNREADABLE && other.textClass().suspicion() == Suspicion.SUSPECT) return other;
      if (other.textClass().suspicion() == Suspicion.HARMLESS) return verdict;
    }
    return text.score() < GUESS ? new Verdict(TextClass.UNCLEAR, "hard to read") : verdict;
  }

  /// Names the rules and the word lists: findings of another version are to be judged anew.
  public String version() {
    return "judge " + VERSION + " words " + vocabulary.fingerprint();
  }

  /// Judges text that no reader had to guess, by its worst line.
  public Verdict judgeWritten(String text, SubjectWords subject, String modality) {
    return text.lines().filter(l -> !l.isBlank()).map(line -> {
      var attribute = subject.match(line);
      return attribute.isPresent() ? new Verdict(TextClass.SUBJECT, "resembles " + attribute.get() + " of the header") : ofText(line, modality);
    }).min(Comparator.comparing(Verdict::textClass)).orElse(new Verdict(TextClass.TECHNICAL, "no text"));
  }

  private Verdict ofText(String raw, String modality) {
    var text = raw.strip();
    if (text.chars().noneMatch(Character::isLetterOrDigit)) return new Verdict(TextClass.UNREADABLE, "text that could not be read");
    var shape = TextShapes.of(text);
    if (shape.isPresent()) return shape.get();
    var words = words(text);
    boolean hasLetters = words.stream().anyMatch(w -> w.chars().anyMatch(Character::isLetter));
    if (hasLetters) {
      for (int i = 0; i < words.size(); i++) {
        var word = words.get(i);
        if (word.equalsIgnoreCase("dr") && i + 1 < words.size() && NUMBER.matcher(Folding.digits(words.get(i + 1))).matches()) continue; // dynamic range
        if (vocabulary.isInstitution(word)) return new Verdict(TextClass.INSTITUTION, "a word of institutions");
        if (vocabulary.isAddress(word)) return new Verdict(TextClass.ADDRESS, "a word of addresses");
        if (vocabulary.isLabel(word)) return new Verdict(TextClass.IDENTIFIER, "a label that announces a name or an identifier");
      }
    }
    return known(words, modality);
  }

  private static List<String> words(String text) {
    var words = new ArrayList<String>();
    for (var part : WORD.split(text)) {
      var word = part.replaceAll("^[.!?*_|~-]+(?=[A-Za-z])|[.!?*_|~-]+$", "");
      if (!word.isEmpty()) words.add(word);
    }
    return words;
  }

  private Verdict known(List<String> words, String modality) {
    int named = 0;
    int bare = 0;
    int ratios = 0;
    for (int i = 0; i < words.size(); i++) {
      var word = words.get(i);
      if (isKnown(word, modality)) {
        named++;
      } else if (i + 1 < words.size() && isTorn(word, words.get(i + 1), modality)) {
        named++;
        i++;
      } else if (RATIO.matcher(Folding.digits(word)).matches()) {
        ratios++;
      } else if (NUMBER.matcher(Folding.digits(word)).matches()) {
        bare += isShort(word) ? 0 : 1;
      } else if (word.length() == 1) {
        if (word.equalsIgnoreCase("m") || word.equalsIgnoreCase("f")) return new Verdict(TextClass.UNCLEAR, "a single letter that may be a sex");
        if (Character.isLetter(word.charAt(0)) && !vocabulary.isHarmless(word, modality)) return new Verdict(TextClass.UNCLEAR, "a single letter");
      } else if (word.chars().anyMatch(Character::isLetterOrDigit)) {
        return new Verdict(TextClass.UNKNOWN, "a word that no list calls harmless; it may be a name");
      }
    }
    if (ratios > 0) return new Verdict(TextClass.UNCLEAR, "numbers parted by a stroke; they may be part of a date");
    if (bare > 0 && named == 0) return new Verdict(TextClass.UNCLEAR, "a number without a unit; it may be an identifier or an age");
    return new Verdict(TextClass.TECHNICAL, "every word is known as technical");
  }

  /// One long word read as two.
  private boolean isTorn(String word, String next, String modality) {
    return word.length() + next.length() >= 7 && word.chars().allMatch(Character::isLetter) && next.chars().allMatch(Character::isLetter) && vocabulary.isListed(word + next, modality);
  }

  /// One digit, or a decimal fraction.
  private static boolean isShort(String word) {
    return word.length() == 1 || word.contains(".") || word.contains(",");
  }

  private boolean isKnown(String word, String modality) {
    if (word.length() > 1 && (vocabulary.isHarmless(word, modality) || vocabulary.isUnit(word))) return true;
    if (word.length() == 1) return Character.isLetter(word.charAt(0)) && !word.equalsIgnoreCase("m") && !word.equalsIgnoreCase("f") && vocabulary.isHarmless(word, modality);
    if (SIZE.matcher(Folding.digits(word)).matches() || PROBE.matcher(word).matches() || REACH.matcher(word).matches()) return true;
    if (isMeasured(word, modality) || DIMENSIONS.matcher(word).matches()) return true;
    var sided = SIDED.matcher(word);
    if (sided.matches() && vocabulary.isListed(sided.group(2), modality)) return true;
    var glued = GLUED.matcher(looksLikeNumber(word));
    if (glued.matches() && vocabulary.isHarmless(glued.group(1), modality) && (glued.group(3).isEmpty() || vocabulary.isUnit(glued.group(3)))) return true;
    var parts = word.split("[/+&*_-]");
    if (parts.length < 2 || RATIO.matcher(word).matches()) return false;
    for (var part : parts) {
      if (!part.isEmpty() && !vocabulary.isHarmless(part, modality) && !vocabulary.isUnit(part) && !NUMBER.matcher(part).matches() && !isMeasured(part, modality)) return false;
    }
    return true;
  }

  private static final Pattern LABEL_AND_O = Pattern.compile("([A-Za-z]{2,}?)O(?=[.,]\\d)");

  /// A letter O before a decimal point is a zero.
  private static String looksLikeNumber(String word) {
    return LABEL_AND_O.matcher(word).replaceFirst("$1" + "0");
  }

  private boolean isMeasured(String word, String modality) {
    var measured = MEASURED.matcher(word);
    return measured.matches() && (vocabulary.isUnit(measured.group(1)) || vocabulary.isHarmless(measured.group(1), modality));
  }
}

package umbra.app.review.finding;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import umbra.catalog.finding.Finding;

/// What a finding seems to be, the worst first: a word and a letter of its own, so that nothing hangs on colour alone.
public enum FindingClass {
  SUBJECT("text-subject", "this subject", "S"),
  NAME("text-name", "name", "N"),
  IDENTIFIER("text-identifier", "identifier", "#"),
  DATE("text-date", "date", "D"),
  PHONE("text-phone", "phone", "P"),
  ADDRESS("text-address", "address", "A"),
  INSTITUTION("text-institution", "institution", "I"),
  AGE("text-age", "age", "G"),
  TIME("text-time", "time", "T"),
  UNKNOWN("text-unknown", "unknown words", "W"),
  DEVICE_REGION("device-region", "device template", "R"),
  UNREADABLE("text-unreadable", "unreadable", "?"),
  NOT_LOOKED_AT("not-looked-at", "not looked at", "!"),
  UNCLEAR("text-unclear", "unclear", "~"),
  TECHNICAL("text-technical", "technical", "t"),
  MARK("text-mark", "mark", "m"),
  OTHER("", "other", "o");

  private static final Map<String, FindingClass> BY_KIND = Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(c -> c.kind, Function.identity()));

  private final String kind;
  private final String title;
  private final String letter;

  FindingClass(String kind, String title, String letter) {
    this.kind = kind;
    this.title = title;
    this.letter = letter;
  }

  public static FindingClass of(Finding finding) {
    return BY_KIND.getOrDefault(finding.kind(), OTHER);
  }

  public String title() {
    return title;
  }

  public String letter() {
    return letter;
  }
}

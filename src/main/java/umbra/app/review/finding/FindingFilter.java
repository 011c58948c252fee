package umbra.app.review.finding;

import java.util.Locale;
import java.util.function.Predicate;
import umbra.catalog.finding.FindingRow;
import umbra.catalog.finding.FindingState;
import umbra.catalog.finding.Severity;

/// Which findings are listed.
///
/// @param words parted by blanks, all of which have to occur in text, reason, class or patient
public record FindingFilter(Classes classes, States states, String words) implements Predicate<FindingRow> {
  public static final FindingFilter USUAL = new FindingFilter(Classes.TO_JUDGE, States.ALL, "");

  /// Which suspicions.
  public enum Classes {
    TO_JUDGE("Suspect and unclear"), SUSPECT("Suspect"), UNCLEAR("Unclear"), HARMLESS("Looks harmless"), ALL("All classes");

    private final String title;

    Classes(String title) {
      this.title = title;
    }

    boolean shows(Severity severity) {
      return switch (this) {
        case TO_JUDGE -> severity != Severity.HARMLESS;
        case SUSPECT -> severity == Severity.SUSPECT;
        case UNCLEAR -> severity == Severity.UNCLEAR;
        case HARMLESS -> severity == Severity.HARMLESS;
        case ALL -> true;
      };
    }

    @Override
    public String toString() {
      return title;
    }
  }

  /// Which verdicts.
  public enum States {
    ALL("Judged or not"), OPEN("Open"), UNSURE("Unsure"), REDACT("To be redacted"), HARMLESS("Judged harmless");

    private final String title;

    States(String title) {
      this.title = title;
    }

    boolean shows(FindingState state) {
      return this == ALL || name().equals(state.name());
    }

    @Override
    public String toString() {
      return title;
    }
  }

  @Override
  public boolean test(FindingRow row) {
    if (!classes.shows(row.finding().severity()) || !states.shows(row.state())) return false;
    if (words.isBlank()) return true;
    var text = (row.finding().text() + " " + row.finding().why() + " " + FindingClass.of(row.finding()).title() + " " + row.patientId() + " " + row.finding().tagPath()).toLowerCase(Locale.ROOT);
    for (var word : words.toLowerCase(Locale.ROOT).strip().split("\\s+")) if (!text.contains(word)) return false;
    return true;
  }

  public FindingFilter withClasses(Classes other) {
    return new FindingFilter(other, states, words);
  }

  public FindingFilter withStates(States other) {
    return new FindingFilter(classes, other, words);
  }

  public FindingFilter withWords(String other) {
    return new FindingFilter(classes, states, other);
  }
}

package umbra.workspace.curate;

import java.util.Arrays;
import java.util.Optional;

/// What a person says of a series.
public enum Verdict {
  RELEASE("release"), WITHHOLD("withhold"), UNSURE("unsure");

  private final String word;

  Verdict(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }

  public static Optional<Verdict> ofWord(String word) {
    return Arrays.stream(values()).filter(v -> v.word.equals(word)).findFirst();
  }
}

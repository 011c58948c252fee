package umbra.workspace.curate;

import umbra.catalog.decision.TextRow;

/// What a text looks like to the program. Nothing follows from it until a person decides.
public enum Suggestion {
  KEEP("keep"), REMOVE("remove"), LOOK("look");

  private static final int COMMON_SUBJECTS = 3;
  private final String word;

  Suggestion(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }

  /// Names, and what resembles an identifier, should go; what many subjects share is hardly about one of them.
  public static Suggestion of(TextRow row) {
    if (!row.resembles().isEmpty() || row.where().vr().equals("PN")) return REMOVE;
    return row.subjects() >= COMMON_SUBJECTS ? KEEP : LOOK;
  }
}

package umbra.workspace.export;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What is still open before a version may leave.
///
/// @param passed the reason a person gave; empty if the gate is closed
public record Gate(Kind kind, long count, String passed) {
  /// What a gate asks for.
  public enum Kind {
    VERDICTS("verdicts", "series without a verdict, or with the verdict unsure"),
    NOTES("notes", "instances with notes of the reader in series nobody released"),
    TEXTS("texts", "texts to be cleaned that nobody decided about"),
    FINDINGS("findings", "findings that are open or unsure"),
    NOT_LOOKED_AT("not-looked-at", "images whose pixels no detector looked at with success"),
    DOCUMENTS("documents", "encapsulated documents that cannot be cleaned"),
    OBJECTS("objects", "objects of a kind that Umbra does not understand"),
    REFERENCES("references", "references from released instances to withheld ones, or that the export would break"),
    VARIANTS("variants", "instances whose SOP Instance UID another one has too"),
    SUBJECTS("subjects", "subjects that may be one person under two IDs, or two persons under one"),
    IDENTITY("identity", "subjects that left under other pseudonyms, UIDs or dates in an earlier version"),
    SOURCES("sources", "files that cannot be read now"),
    UNRECOGNISED("unrecognised", "instances with elements that no dictionary knows");

    private final String word;
    private final String text;

    Kind(String word, String text) {
      this.word = word;
      this.text = text;
    }

    /// As the command line spells it.
    public String word() {
      return word;
    }

    public String text() {
      return text;
    }

    public static Optional<Kind> ofWord(String word) {
      return Arrays.stream(values()).filter(k -> k.word.equals(word)).findFirst();
    }
  }

  public boolean isClosed() {
    return passed.isEmpty();
  }

  /// Those that nobody passed.
  public static List<Gate> closed(List<Gate> gates) {
    return gates.stream().filter(Gate::isClosed).toList();
  }
}

package umbra.deid.value;

/// What becomes of a text.
public sealed interface TextDecision {
  TextDecision KEEP = new Keep();
  TextDecision REMOVE = new Remove();
  TextDecision UNDECIDED = new Undecided();

  /// It stays; dates and UIDs in it follow the rules for dates and UIDs all the same.
  record Keep() implements TextDecision {}

  /// As the basic profile has it: removed, empty, or a dummy.
  record Remove() implements TextDecision {}

  /// Another text stands in its place, taken as it is.
  record ReplaceBy(String text) implements TextDecision {}

  /// Nobody has said anything: treated as removed, and reported.
  record Undecided() implements TextDecision {}
}

package umbra.deid.value;

/// What was decided about texts. Asked only for texts that the profile wants cleaned. Safe for use by several threads.
@FunctionalInterface
public interface TextDecisions {
  /// Nothing is decided.
  TextDecisions NONE = _ -> TextDecision.UNDECIDED;

  TextDecision of(TextValue value);
}

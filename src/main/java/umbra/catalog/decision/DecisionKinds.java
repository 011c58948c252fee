package umbra.catalog.decision;

import java.util.List;

/// The kinds of decisions of this package.
public final class DecisionKinds {
  /// Object `value 12`; `keep`, `remove`, or `replace`, a line feed and the new text.
  public static final ChangeKind TEXT = new NumberedKind("text", "value", "text_decision", "value_id", "decision");
  /// Object `series 12`; `release`, `withhold` or `unsure`, a line feed and the reason.
  public static final ChangeKind SERIES_VERDICT = new NumberedKind("series verdict", "series", "series_verdict", "series_id", "verdict");
  /// Object `gate texts`; the reason for passing it.
  public static final ChangeKind GATE = new GateKind();
  /// Object `person 12`; the number of the person it is the same as.
  public static final ChangeKind SUBJECT_MERGE = new NumberedKind("subject merge", "person", "subject_merge", "person_id", "same_as");
  /// Object `setting release`; a text.
  public static final ChangeKind SETTING = new SettingKind();
  public static final List<ChangeKind> ALL = List.of(TEXT, SERIES_VERDICT, GATE, SUBJECT_MERGE, SETTING);

  private DecisionKinds() {}
}

package umbra.workspace.curate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import umbra.catalog.audit.AuditAction;
import umbra.catalog.decision.ChangeKind;
import umbra.catalog.decision.DecisionKinds;
import umbra.catalog.decision.Edit;
import umbra.catalog.decision.EditHistory;
import umbra.catalog.decision.TextPlace;
import umbra.catalog.decision.TextValues;
import umbra.catalog.finding.FindingState;
import umbra.deid.value.TextDecision;
import umbra.deid.value.TextDecisions;
import umbra.workspace.Workspace;

/// Makes decisions in one workspace. All kinds of decisions share its one history.
public final class Curation {
  /// How edits begin that leave a text to be decided again.
  static final String TAKE_BACK = "Take back what was decided about ";

  private final TextValues values;
  private final EditHistory history;
  private final Workspace workspace;

  /// @param others kinds of decisions of other packages, such as findings and regions
  public Curation(Workspace workspace, Collection<? extends ChangeKind> others) {
    this.workspace = workspace;
    this.values = new TextValues(workspace.catalog());
    var kinds = new ArrayList<ChangeKind>(DecisionKinds.ALL);
    kinds.addAll(others);
    this.history = new EditHistory(workspace.catalog(), workspace.audit(), kinds);
  }

  public EditHistory history() {
    return history;
  }

  public TextValues values() {
    return values;
  }

  /// One decision for all equals of a text, those that are still to come included.
  ///
  /// @param place its own, or [TextPlace#anywhere]
  public Optional<Edit> decide(TextPlace place, TextDecision decision, String why) {
    return history.change(AuditAction.VALUE, title(decision, 1), why, DecisionKinds.TEXT.name(), Map.of("value " + values.id(place), stored(decision)));
  }

  /// One decision on several texts, at one stroke.
  ///
  /// @param everywhere wherever the same texts stand; what was decided for these places alone no longer holds
  public Optional<Edit> decide(Collection<TextPlace> places, TextDecision decision, boolean everywhere, String why) {
    var after = new java.util.LinkedHashMap<String, Optional<String>>();
    for (var place : places) {
      if (everywhere) after.put("value " + values.id(place.anywhere()), stored(decision));
      after.put("value " + values.id(place), everywhere ? Optional.empty() : stored(decision));
    }
    return history.change(AuditAction.VALUE, title(decision, places.size()), why, DecisionKinds.TEXT.name(), after);
  }

  private static String title(TextDecision decision, int texts) {
    return (decision instanceof TextDecision.Undecided ? TAKE_BACK : "Decide ") + (texts == 1 ? "a text" : texts + " texts");
  }

  /// @param verdict on all these series at one stroke
  public Optional<Edit> judge(List<Long> series, Verdict verdict, String why) {
    var after = new java.util.LinkedHashMap<String, Optional<String>>();
    for (var id : series) after.put("series " + id, Optional.of(verdict.word() + "\n" + why));
    return history.change(AuditAction.VERDICT, "Verdict: " + verdict.word(), why, DecisionKinds.SERIES_VERDICT.name(), after);
  }

  /// A decision on a finding by its number, when the kinds of findings are among those of this history.
  public Optional<Edit> judgeFinding(long finding, FindingState state, String why) {
    return history.change(AuditAction.FINDING, "Finding: " + state.name().toLowerCase(java.util.Locale.ROOT), why, "finding", Map.of("finding " + finding, Optional.of(state.name())));
  }

  /// Passes a gate, or closes it again. A reason that no longer holds, see [Passes], can be given once more.
  ///
  /// @param why empty closes it
  public Optional<Edit> pass(String gate, String why) {
    if (!why.isBlank() && !Passes.of(workspace).containsKey(gate)) change(gate, "");
    return change(gate, why);
  }

  private Optional<Edit> change(String gate, String why) {
    return history.change(AuditAction.GATE, why.isBlank() ? "Close a gate" : "Pass a gate", why, DecisionKinds.GATE.name(), Map.of("gate " + gate, why.isBlank() ? Optional.empty() : Optional.of(why)));
  }

  /// What de-identification asks: the decisions as they are now.
  public TextDecisions textDecisions() {
    var decided = values.decided();
    return value -> decided.find(TextPlaces.of(value)).map(Curation::read).orElse(TextDecision.UNDECIDED);
  }

  private static Optional<String> stored(TextDecision decision) {
    return switch (decision) {
      case TextDecision.Keep _ -> Optional.of("keep");
      case TextDecision.Remove _ -> Optional.of("remove");
      case TextDecision.ReplaceBy(var text) -> Optional.of("replace\n" + text);
      case TextDecision.Undecided _ -> Optional.empty();
    };
  }

  private static TextDecision read(String stored) {
    if (stored.startsWith("replace\n")) return new TextDecision.ReplaceBy(stored.substring("replace\n".length()));
    return switch (stored) {
      case "keep" -> TextDecision.KEEP;
      case "remove" -> TextDecision.REMOVE;
      default -> TextDecision.UNDECIDED;
    };
  }
}

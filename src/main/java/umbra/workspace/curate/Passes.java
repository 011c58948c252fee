package umbra.workspace.curate;

import java.util.HashMap;
import java.util.Map;
import umbra.catalog.audit.AuditRow;
import umbra.catalog.decision.GateKind;
import umbra.workspace.Workspace;

/// Gates that a person passed, as far as their reason still speaks of what is there: a gate that was passed closes again when instances
/// are added, pixels are looked at again, or a decision is taken back.
public final class Passes {
  private static final int PAGE = 500;

  private Passes() {}

  /// Reasons by the word of the gate.
  public static Map<String, String> of(Workspace workspace) {
    var passed = new HashMap<>(GateKind.passed(workspace.catalog()));
    if (passed.isEmpty()) return passed;
    var lapsed = new HashMap<String, Boolean>();
    long after = 0;
    for (var page = workspace.audit().rows(after, PAGE); !page.isEmpty(); page = workspace.audit().rows(after, PAGE)) {
      for (var row : page) for (var gate : passed.keySet()) take(row, gate, lapsed);
      after = page.getLast().sequence();
    }
    passed.keySet().removeIf(gate -> lapsed.getOrDefault(gate, false));
    return passed;
  }

  private static void take(AuditRow row, String gate, Map<String, Boolean> lapsed) {
    if (row.event().object().equals("gate " + gate)) lapsed.put(gate, false);
    else if (opens(row, gate)) lapsed.put(gate, true);
  }

  private static boolean opens(AuditRow row, String gate) {
    var why = row.event().why();
    return switch (row.event().action()) {
      case IMPORT -> !why.contains(" 0 instances added");
      case UNDO, REDO -> !row.event().object().startsWith("gate ") && !row.event().object().startsWith("setting ");
      case SCAN -> !row.event().object().equals("texts of headers") && (gate.equals("findings") || gate.equals("not-looked-at"));
      case VERDICT -> why.startsWith("Verdict: unsure") && gate.equals("verdicts") || why.startsWith("Verdict: withhold") && gate.equals("references");
      case VALUE -> why.startsWith(Curation.TAKE_BACK) && (gate.equals("texts") || gate.equals("documents"));
      case FINDING -> (why.startsWith("Finding: open") || why.startsWith("Finding: unsure")) && gate.equals("findings");
      case MERGE -> gate.equals("subjects") || gate.equals("identity");
      case PROFILE -> gate.equals("identity") && row.event().object().startsWith("setting ");
      default -> false;
    };
  }
}

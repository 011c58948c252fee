package umbra.workspace.tally;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import umbra.catalog.InstanceRow;
import umbra.deid.Plan;
import umbra.deid.Remark;
import umbra.deid.Retention;

/// Adds up what plans of single instances do to a collection. Looking is for several threads, adding for one.
public final class PlanTally {
  private final Examples examples = new Examples();
  private final ModuleShares modules = new ModuleShares();
  private final Map<PlanPlace, Long> counts = new HashMap<>();
  private final Map<String, Long> held = new TreeMap<>();
  private final Map<Long, Retention> bySeries = new TreeMap<>();
  private final Map<String, Retention> byModule = new TreeMap<>();
  private Retention all = Retention.NONE;

  /// What one plan does.
  public record One(InstanceRow row, Map<PlanPlace, Long> actions, Map<String, Long> held, Retention retention, Map<String, Retention> modules) {}

  /// What all plans do.
  ///
  /// @param lines by tag path, action and rule
  /// @param held elements by tag path whose text nobody decided about, so that the basic profile was used
  /// @param bySeries by the series' row
  /// @param examples up to three for each line
  public record Sum(List<PlanLine> lines, Map<String, Long> held, Retention retention, Map<String, Retention> byModule, Map<Long, Retention> bySeries, Map<PlanLine, Set<Example>> examples) {}

  /// While the file of the plan is open.
  public One look(InstanceRow row, Plan plan) {
    var actions = new HashMap<PlanPlace, Long>();
    for (var decision : plan.decisions()) {
      var place = PlanPlace.of(decision);
      actions.merge(place, 1L, Long::sum);
      examples.see(place, plan, decision, row.id());
    }
    var undecided = new HashMap<String, Long>();
    for (var remark : plan.remarks()) if (remark.kind() == Remark.Kind.UNDECIDED_TEXT) undecided.merge(PlanPlace.open(remark.where()), 1L, Long::sum);
    return new One(row, actions, undecided, plan.retention(), modules.of(plan));
  }

  public void add(One one) {
    one.actions().forEach((place, n) -> counts.merge(place, n, Long::sum));
    one.held().forEach((path, n) -> held.merge(path, n, Long::sum));
    bySeries.merge(one.row().seriesId(), one.retention(), Retention::plus);
    one.modules().forEach((module, r) -> byModule.merge(module, r, Retention::plus));
    all = all.plus(one.retention());
  }

  public Sum sum() {
    var seen = new HashMap<PlanLine, Set<Example>>();
    counts.forEach((place, n) -> seen.put(place.line(n), examples.of(place)));
    var lines = seen.keySet().stream().sorted(Comparator.comparing(PlanLine::tagPath).thenComparing(PlanLine::action).thenComparing(PlanLine::rule)).toList();
    return new Sum(lines, new TreeMap<>(held), all, new TreeMap<>(byModule), new TreeMap<>(bySeries), Map.copyOf(seen));
  }
}

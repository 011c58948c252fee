package umbra.workspace.tally;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import umbra.deid.Decision;
import umbra.deid.Plan;
import umbra.dicom.DataSet;
import umbra.dicom.TagPath;
import umbra.workspace.header.ElementText;

/// Up to three values that differ for each place, with what becomes of them. For several threads.
final class Examples {
  private static final int MOST = 3;
  /// So many equal ones, and there are hardly others.
  private static final int TRIES = 40;
  private static final int LONGEST = 160;

  private final Map<PlanPlace, Seen> all = new ConcurrentHashMap<>();

  private static final class Seen {
    private final Set<Example> found = new LinkedHashSet<>();
    private final Set<String> before = new LinkedHashSet<>();
    private int tries;

    synchronized boolean wants() {
      return found.size() < MOST && ++tries <= TRIES;
    }

    synchronized void add(Example example) {
      if (found.size() < MOST && before.add(example.before())) found.add(example);
    }

    synchronized Set<Example> found() {
      return Set.copyOf(found);
    }
  }

  void see(PlanPlace place, Plan plan, Decision decision, long instance) {
    var seen = all.computeIfAbsent(place, _ -> new Seen());
    if (seen.wants()) seen.add(new Example(value(plan.source(), decision.where()), value(plan.result(), decision.where()), instance));
  }

  Set<Example> of(PlanPlace place) {
    var seen = all.get(place);
    return seen == null ? Set.of() : seen.found();
  }

  private static String value(DataSet dataSet, TagPath where) {
    var place = Optional.of(dataSet);
    for (var step : where.items()) place = place.map(d -> d.items(step.sequence())).filter(i -> step.item() < i.size()).map(i -> i.get(step.item()));
    var text = place.flatMap(d -> d.find(where.tag()).map(e -> ElementText.value(e, d.characterSets()))).orElse("");
    return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
  }
}

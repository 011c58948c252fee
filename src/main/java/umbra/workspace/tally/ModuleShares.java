package umbra.workspace.tally;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import umbra.deid.Plan;
import umbra.deid.Retention;
import umbra.deid.table.IodModules;
import umbra.dicom.Tags;

/// How the elements of each module came out; nested ones belong to the module of the Sequence they stand in. For several threads.
final class ModuleShares {
  private final Map<String, IodModules> classes = new ConcurrentHashMap<>();

  Map<String, Retention> of(Plan plan) {
    var modules = classes.computeIfAbsent(plan.source().text(Tags.SOP_CLASS_UID).orElse("").strip(), IodModules::ofSopClass);
    var shares = new HashMap<String, Retention>();
    plan.tops().forEach((tag, share) -> {
      if (share.in() > 0) shares.merge(modules.of(tag), share, Retention::plus);
    });
    return shares;
  }
}

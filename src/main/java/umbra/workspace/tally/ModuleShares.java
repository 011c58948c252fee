package umbra.workspace.tally;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import umbra.deid.Action;
import umbra.deid.Plan;
import umbra.deid.Retention;
import umbra.deid.table.IodModules;
import umbra.dicom.DataElement;
import umbra.dicom.DataSet;
import umbra.dicom.TagPath;
import umbra.dicom.Tags;

/// How the elements of each module came out; nested ones belong to the module of the Sequence they stand in.
final class ModuleShares {
  private final Map<String, IodModules> classes = new ConcurrentHashMap<>();

  Map<String, Retention> of(Plan plan) {
    var modules = classes.computeIfAbsent(plan.source().text(Tags.SOP_CLASS_UID).orElse("").strip(), IodModules::ofSopClass);
    var actions = new HashMap<TagPath, Action>();
    for (var decision : plan.decisions()) actions.put(decision.where(), decision.action());
    var shares = new HashMap<String, Retention>();
    for (var element : plan.source()) {
      var share = of(element, TagPath.of(element.tag()), actions);
      if (share.in() > 0) shares.merge(modules.of(element.tag()), share, Retention::plus);
    }
    return shares;
  }

  private static Retention of(DataElement element, TagPath path, Map<TagPath, Action> actions) {
    if (element.tag().isGroupLength()) return Retention.NONE;
    var action = actions.get(path);
    if (action == null) return inside(element, path, actions);
    return switch (action) {
      case Action.Keep _, Action.Within _ -> inside(element, path, actions);
      case Action.Remove _ -> new Retention(0, 0, 0, 1);
      case Action.Empty _ -> new Retention(0, 0, 1, 0);
      case Action.Replace(_, boolean cleaned) -> cleaned ? new Retention(0, 1, 0, 0) : new Retention(0, 0, 1, 0);
      case Action.Add _ -> Retention.NONE;
    };
  }

  private static Retention inside(DataElement element, TagPath path, Map<TagPath, Action> actions) {
    var sum = new Retention(1, 0, 0, 0);
    var items = element.items();
    for (int i = 0; i < items.size(); i++) sum = sum.plus(item(items.get(i), path, i, actions));
    return sum;
  }

  private static Retention item(DataSet item, TagPath path, int number, Map<TagPath, Action> actions) {
    var sum = Retention.NONE;
    for (var element : item) sum = sum.plus(of(element, path.child(number, element.tag()), actions));
    return sum;
  }
}

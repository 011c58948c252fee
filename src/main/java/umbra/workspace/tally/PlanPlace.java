package umbra.workspace.tally;

import java.util.stream.Collectors;
import umbra.deid.Action;
import umbra.deid.Decision;
import umbra.dicom.TagPath;
import umbra.object.TextWalk;

/// A place of a collection, item numbers left out, with what happens there by which rule.
public record PlanPlace(String tagPath, String name, String action, String rule) {
  static PlanPlace of(Decision decision) {
    return new PlanPlace(open(decision.where()), TextWalk.name(decision.where().tag()), word(decision.action()), decision.rule().text());
  }

  /// Without item numbers.
  static String open(TagPath where) {
    return where.items().stream().map(s -> s.sequence() + ".").collect(Collectors.joining()) + where.tag();
  }

  private static String word(Action action) {
    return switch (action) {
      case Action.Keep _ -> "keep";
      case Action.Remove _ -> "remove";
      case Action.Empty _ -> "empty";
      case Action.Replace(_, boolean cleaned) -> cleaned ? "clean" : "replace";
      case Action.Within _ -> "look inside";
      case Action.Add _ -> "add";
    };
  }

  PlanLine line(long count) {
    return new PlanLine(tagPath, name, action, rule, count);
  }
}

package umbra.practice.answer;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// How a de-identified collection did.
///
/// @param passed by action; `failed` likewise
/// @param withheld answers about files that did not leave, counted in neither
/// @param faults the answers that were not met
public record Score(Map<AnswerAction, Integer> passed, Map<AnswerAction, Integer> failed, int withheld, List<Answer> faults) {
  public Score {
    passed = Map.copyOf(passed);
    failed = Map.copyOf(failed);
    faults = List.copyOf(faults);
  }

  static Score of(List<Answer> met, List<Answer> faults, int withheld) {
    return new Score(count(met), count(faults), withheld, faults);
  }

  private static Map<AnswerAction, Integer> count(List<Answer> answers) {
    var counts = new EnumMap<AnswerAction, Integer>(AnswerAction.class);
    for (var answer : answers) counts.merge(answer.action(), 1, Integer::sum);
    return counts;
  }

  public int passed(AnswerAction action) {
    return passed.getOrDefault(action, 0);
  }

  public int failed(AnswerAction action) {
    return failed.getOrDefault(action, 0);
  }

  /// Met answers among all about files that left, 0 to 1; 0 if none left.
  public double share() {
    long good = passed.values().stream().mapToInt(Integer::intValue).sum();
    return good + faults.size() == 0 ? 0 : (double) good / (good + faults.size());
  }

  /// A line for each action, and one for all.
  public String table() {
    var table = new StringBuilder(String.format("%-18s %8s %8s%n", "action", "passed", "failed"));
    for (var action : AnswerAction.values()) table.append(String.format("%-18s %8d %8d%n", action.word(), passed(action), failed(action)));
    int good = passed.values().stream().mapToInt(Integer::intValue).sum();
    return table.append(String.format("%-18s %8d %8d   %.3f %%, %d withheld%n", "all", good, faults.size(), 100 * share(), withheld)).toString();
  }
}

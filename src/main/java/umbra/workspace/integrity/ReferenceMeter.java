package umbra.workspace.integrity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Measures whether references among objects stay whole. Takes every instance as it is, and those that leave as they will be.
public final class ReferenceMeter {
  /// An instance before and after.
  ///
  /// @param leaves false if it stays here; what it would become is then not looked at
  public record Pair(Named before, Named after, boolean leaves) {}

  /// References from objects of one modality to objects of another; `outside` where no instance has the UID.
  ///
  /// @param before references of the instances that leave
  /// @param after what of them is left after the UIDs were swapped
  /// @param broken pointed at an instance of the collection before and point at nothing now
  public record Line(String from, String to, long before, long after, long broken) {}

  /// @param groups of two or more leaving instances with one Frame of Reference
  /// @param groupsBroken of them, those that are no longer one group of just these instances
  public record Result(List<Line> lines, long groups, long groupsBroken) {
    public static final Result NOTHING = new Result(List.of(), 0, 0);

    public Result {
      lines = List.copyOf(lines);
    }

    /// What blocks release.
    public long broken() {
      return lines.stream().mapToLong(Line::broken).sum() + groupsBroken;
    }
  }

  private static final String OUTSIDE = "outside";

  private ReferenceMeter() {}

  /// @param pairs all instances of the collection
  public static Result measure(List<Pair> pairs) {
    var before = new HashMap<String, String>();
    var after = new HashMap<String, String>();
    for (var pair : pairs) {
      before.put(pair.before().sopInstance(), pair.before().modality());
      if (pair.leaves()) after.put(pair.after().sopInstance(), pair.before().modality());
    }
    var counts = new TreeMap<List<String>, long[]>(java.util.Comparator.comparing(List::toString));
    for (var pair : pairs) if (pair.leaves()) count(pair, before, after, counts);
    var lines = new ArrayList<Line>();
    counts.forEach((key, n) -> lines.add(new Line(key.get(0), key.get(1), n[0], n[1], n[2])));
    var groups = groups(pairs);
    return new Result(lines, groups[0], groups[1]);
  }

  /// A reference to something inside may become one to nothing: of each instance, as many as point outside now beyond those that did before.
  private static void count(Pair pair, Map<String, String> before, Map<String, String> after, Map<List<String>, long[]> counts) {
    var from = pair.before().modality();
    for (var uid : pair.before().references()) counts.computeIfAbsent(List.of(from, before.getOrDefault(uid, OUTSIDE)), _ -> new long[3])[0]++;
    long outside = 0;
    for (var uid : pair.after().references()) {
      var to = after.get(uid);
      if (to == null) outside++;
      else counts.computeIfAbsent(List.of(from, to), _ -> new long[3])[1]++;
    }
    long known = pair.before().references().stream().filter(u -> !before.containsKey(u)).count();
    if (outside > 0) counts.computeIfAbsent(List.of(from, OUTSIDE), _ -> new long[3])[1] += outside;
    if (outside > known) counts.get(List.of(from, OUTSIDE))[2] += outside - known;
  }

  /// Instances that shared a Frame of Reference must share one again, and with nobody else.
  private static long[] groups(List<Pair> pairs) {
    var before = new HashMap<String, Set<Integer>>();
    var after = new HashMap<String, Set<Integer>>();
    for (int i = 0; i < pairs.size(); i++) {
      if (!pairs.get(i).leaves()) continue;
      for (var uid : pairs.get(i).before().frames()) before.computeIfAbsent(uid, _ -> new HashSet<>()).add(i);
      for (var uid : pairs.get(i).after().frames()) after.computeIfAbsent(uid, _ -> new HashSet<>()).add(i);
    }
    var left = new HashSet<>(after.values());
    long groups = 0;
    long broken = 0;
    for (var group : before.values()) {
      if (group.size() < 2) continue;
      groups++;
      if (!left.contains(group)) broken++;
    }
    return new long[] {groups, broken};
  }
}

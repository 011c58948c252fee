package umbra.workspace.integrity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Measures whether references among objects stay whole. Takes every instance as it is, and those that may leave as they will be. Not for several threads.
public final class ReferenceMeter {
  /// References from objects of one modality to objects of another; `outside` where the collection has no such instance, frame,
  /// segment or Frame of Reference.
  ///
  /// @param before references of the instances that leave
  /// @param after what of them is left after the UIDs were swapped
  /// @param broken led to something in the collection before and leads to nothing now, or to something else
  public record Line(String from, String to, Reference.Kind kind, long before, long after, long broken) {
    /// Whether both count the same kind of reference between the same modalities.
    public boolean isOfSame(Line other) {
      return from.equals(other.from) && to.equals(other.to) && kind == other.kind;
    }
  }

  /// @param holder the instance whose reference is broken, by the number it was added under
  /// @param target the UID as it was
  public record Break(long holder, String target) {}

  /// @param groups of two or more leaving instances with one Frame of Reference
  /// @param groupsBroken of them, those that are no longer one group of just these instances
  public record Result(List<Line> lines, long groups, long groupsBroken, Set<Break> breaks) {
    public Result {
      lines = List.copyOf(lines);
      breaks = java.util.Collections.unmodifiableSet(breaks);
    }

    /// What blocks release.
    public long broken() {
      return breaks.size() + groupsBroken;
    }

    /// References to instances that are not there.
    public long outside() {
      return lines.stream().filter(l -> l.kind() == Reference.Kind.INSTANCE && l.to().equals(OUTSIDE)).mapToLong(Line::after).sum();
    }
  }

  private record Entry(Named before, Named after, Set<Link> links, boolean mayLeave) {}

  /// Lie in the space of images, and are not what others are placed on.
  private static final Set<String> NO_IMAGES = Set.of("RTSTRUCT", "RTDOSE", "RTPLAN", "RTRECORD", "SEG", "REG", "FID", "RWV", "PR", "SR", "KO", "M3D", "DOC", "ANN");
  private static final String OUTSIDE = "outside";

  private final Map<Long, Entry> entries = new LinkedHashMap<>();

  /// @param id a number of its own
  public void add(long id, Named before, Named after, Set<Link> links) {
    entries.put(id, new Entry(before, after, Set.copyOf(links), true));
  }

  /// One that does not leave; what it names is of no interest.
  public void addStaying(long id, Named named) {
    entries.put(id, new Entry(named, named, Set.of(), false));
  }

  /// @param staying stay here too, whatever they were added as
  public Result measure(Set<Long> staying) {
    return new Measuring(staying).result();
  }

  private static final class Count {
    long before;
    long after;
    long broken;
  }

  private record Key(String from, String to, Reference.Kind kind) {}

  /// One measurement.
  private final class Measuring {
    private final Set<Long> staying;
    private final Map<String, Long> byName = new HashMap<>();
    private final Map<String, Map<String, Long>> spacesBefore = new HashMap<>();
    private final Map<String, Map<String, Long>> spacesAfter = new HashMap<>();
    private final Map<Key, Count> counts = new TreeMap<>(Comparator.comparing(Key::from).thenComparing(Key::to).thenComparing(Key::kind));
    private final Set<Break> breaks = new LinkedHashSet<>();

    Measuring(Set<Long> staying) {
      this.staying = staying;
      entries.forEach((id, e) -> {
        if (leaves(id) || !byName.containsKey(e.before().sopInstance())) byName.put(e.before().sopInstance(), id);
        if (!leaves(id)) return;
        count(spacesBefore, e.before());
        count(spacesAfter, new Named(e.after().sopInstance(), e.before().modality(), 0, Set.of(), e.after().space()));
      });
    }

    private static void count(Map<String, Map<String, Long>> spaces, Named named) {
      if (!named.space().isEmpty()) spaces.computeIfAbsent(named.space(), _ -> new TreeMap<>()).merge(named.modality(), 1L, Long::sum);
    }

    private boolean leaves(long id) {
      return entries.get(id).mayLeave() && !staying.contains(id);
    }

    Result result() {
      entries.forEach((id, entry) -> {
        if (!leaves(id)) return;
        for (var link : entry.links()) {
          if (link.before().kind() == Reference.Kind.FRAME_OF_REFERENCE) space(id, entry, link);
          else instance(id, entry, link);
        }
      });
      var lines = new ArrayList<Line>();
      counts.forEach((key, n) -> lines.add(new Line(key.from(), key.to(), key.kind(), n.before, n.after, n.broken)));
      var groups = groups();
      return new Result(lines, groups[0], groups[1], breaks);
    }

    private Count count(Entry from, String to, Reference.Kind kind) {
      return counts.computeIfAbsent(new Key(from.before().modality(), to, kind), _ -> new Count());
    }

    private void instance(long holder, Entry entry, Link link) {
      var kind = link.before().kind();
      var id = byName.get(link.before().uid());
      var target = id == null ? null : entries.get(id);
      if (target == null || !target.before().has(link.before())) {
        var outside = count(entry, OUTSIDE, kind);
        outside.before++;
        if (!link.after().isGone()) outside.after++;
        return;
      }
      var count = count(entry, target.before().modality(), kind);
      count.before++;
      if (link.after().isGone()) return;
      if (leaves(id) && link.after().uid().equals(target.after().sopInstance()) && target.after().has(link.after())) {
        count.after++;
        return;
      }
      count.broken++;
      count(entry, OUTSIDE, kind).after++;
      breaks.add(new Break(holder, link.before().uid()));
    }

    /// To each other modality whose images lie in the space. An instance alone in its own space names nothing.
    private void space(long holder, Entry entry, Link link) {
      var before = spacesBefore.getOrDefault(link.before().uid(), Map.of());
      var after = spacesAfter.getOrDefault(link.after().uid(), Map.of());
      var own = entry.before().modality();
      for (var modality : before.keySet()) {
        if (modality.equals(own) || NO_IMAGES.contains(modality)) continue;
        var count = count(entry, modality, link.before().kind());
        count.before++;
        if (link.after().isGone()) continue;
        if (after.containsKey(modality)) count.after++;
        else {
          count.broken++;
          breaks.add(new Break(holder, link.before().uid()));
        }
      }
      if (!before.isEmpty()) return;
      var outside = count(entry, OUTSIDE, link.before().kind());
      outside.before++;
      if (!link.after().isGone()) outside.after++;
    }

    /// Instances that shared a Frame of Reference must share one again, and with nobody else.
    private long[] groups() {
      var before = new HashMap<String, Set<Long>>();
      var after = new HashMap<String, Set<Long>>();
      entries.forEach((id, entry) -> {
        if (!leaves(id)) return;
        for (var link : entry.links()) {
          if (link.before().kind() != Reference.Kind.FRAME_OF_REFERENCE) continue;
          before.computeIfAbsent(link.before().uid(), _ -> new HashSet<>()).add(id);
          if (!link.after().isGone()) after.computeIfAbsent(link.after().uid(), _ -> new HashSet<>()).add(id);
        }
      });
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
}

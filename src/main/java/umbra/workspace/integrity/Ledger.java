package umbra.workspace.integrity;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// How the instances of each SOP Class were dealt with. Not for several threads.
public final class Ledger {
  /// The best that can be said of an instance.
  public enum State {
    /// Pixels were blackened, or the document inside was written anew or replaced.
    CLEANED("cleaned"),
    /// A detector looked at all of its pixels, or all of its text was read, and nothing is open.
    INSPECTED("inspected"),
    /// Umbra shows it, but no detector looked at its pixels, or something that was found in it is open.
    SHOWN("only shown"),
    /// Umbra does not know what it holds.
    UNKNOWN("not understood"),
    /// It does not leave.
    STAYS("stays here");

    private final String words;

    State(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }

  private record Entry(String sopClassUid, State state) {}

  private final Map<Long, Entry> entries = new HashMap<>();

  public void add(long instance, String sopClassUid, State state) {
    entries.put(instance, new Entry(sopClassUid, state));
  }

  /// Counts by SOP Class UID: their sum is the number of instances of the collection.
  ///
  /// @param staying stay here, whatever was noted
  public Map<String, Map<State, Long>> counts(Set<Long> staying) {
    var counts = new TreeMap<String, Map<State, Long>>();
    entries.forEach((id, e) -> counts.computeIfAbsent(e.sopClassUid(), _ -> new EnumMap<>(State.class)).merge(staying.contains(id) ? State.STAYS : e.state(), 1L, Long::sum));
    return counts;
  }
}

package umbra.workspace.integrity;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/// How the instances of each SOP Class that leave were dealt with.
public final class Ledger {
  /// The best that can be said of an instance.
  public enum State {
    /// Pixels were blackened, or the document inside was written anew.
    CLEANED("cleaned"),
    /// A detector looked at all of its pixels, or all of its text was read, and nothing is open.
    INSPECTED("inspected"),
    /// Umbra shows it, but no detector looked at its pixels.
    SHOWN("only shown"),
    /// Umbra does not know what it holds.
    UNKNOWN("not understood");

    private final String words;

    State(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }

  private final Map<String, Map<State, Long>> counts = new TreeMap<>();

  public void add(String sopClassUid, State state) {
    counts.computeIfAbsent(sopClassUid, _ -> new EnumMap<>(State.class)).merge(state, 1L, Long::sum);
  }

  /// Counts by SOP Class UID.
  public Map<String, Map<State, Long>> counts() {
    return java.util.Collections.unmodifiableMap(counts);
  }
}

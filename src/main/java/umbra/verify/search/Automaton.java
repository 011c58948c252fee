package umbra.verify.search;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/// Finds many byte strings at once (Aho and Corasick, 1975). Capital letters of ASCII are taken for small ones.
public final class Automaton {
  /// Told of each find: which string, and where it ends.
  @FunctionalInterface
  public interface Listener {
    /// @param end offset of the byte after it
    /// @return false to stop the search
    boolean found(int needle, int end);
  }

  private final int[] next;
  private final int[] output;
  private final int[] shorter;
  private final int classes;
  private final int[] classOf;

  /// @param needles by their number; none empty
  public Automaton(List<byte[]> needles) {
    classOf = new int[256];
    int count = 1; // class 0: bytes that no needle holds
    for (var needle : needles) for (byte b : needle) if (classOf[folded(b)] == 0) classOf[folded(b)] = count++;
    for (int c = 'A'; c <= 'Z'; c++) classOf[c] = classOf[c + 32];
    classes = count;
    int states = 1 + needles.stream().mapToInt(n -> n.length).sum();
    var trie = new int[states * classes];
    var ends = new int[states];
    Arrays.fill(ends, -1);
    int used = 1;
    for (int n = 0; n < needles.size(); n++) {
      int at = 0;
      for (byte b : needles.get(n)) {
        int slot = at * classes + classOf[b & 0xFF];
        if (trie[slot] == 0) trie[slot] = used++;
        at = trie[slot];
      }
      ends[at] = n;
    }
    next = Arrays.copyOf(trie, used * classes);
    output = Arrays.copyOf(ends, used);
    shorter = new int[used];
    link(new int[used]);
  }

  private static int folded(byte b) {
    int c = b & 0xFF;
    return c >= 'A' && c <= 'Z' ? c + 32 : c;
  }

  /// Breadth first: where to go on when the next byte does not fit, and the next shorter string that ends here, too.
  private void link(int[] fail) {
    var queue = new ArrayDeque<Integer>();
    for (int c = 0; c < classes; c++) if (next[c] != 0) queue.add(next[c]);
    while (!queue.isEmpty()) {
      int state = queue.poll();
      shorter[state] = output[fail[state]] >= 0 ? fail[state] : shorter[fail[state]];
      for (int c = 0; c < classes; c++) {
        int child = next[state * classes + c];
        int other = next[fail[state] * classes + c];
        if (child == 0) next[state * classes + c] = other;
        else {
          fail[child] = other;
          queue.add(child);
        }
      }
    }
  }

  /// Whether there is anything to find: most bytes hold nothing.
  public boolean finds(byte[] bytes) {
    int state = 0;
    for (byte b : bytes) {
      state = next[state * classes + classOf[b & 0xFF]];
      if (output[state] >= 0 || shorter[state] != 0) return true;
    }
    return false;
  }

  public void search(byte[] bytes, Listener listener) {
    int state = 0;
    for (int i = 0; i < bytes.length; i++) {
      state = next[state * classes + classOf[bytes[i] & 0xFF]];
      for (int s = output[state] >= 0 ? state : shorter[state]; s != 0; s = shorter[s]) if (!listener.found(output[s], i + 1)) return;
    }
  }

  /// The numbers of needles found, each once, that pass.
  List<Integer> all(byte[] bytes, IntPredicate wanted) {
    var found = new ArrayList<Integer>();
    search(bytes, (needle, _) -> {
      if (!found.contains(needle) && wanted.test(needle)) found.add(needle);
      return true;
    });
    return found;
  }
}

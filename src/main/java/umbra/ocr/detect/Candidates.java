package umbra.ocr.detect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Joins what several looks saw. Nothing any of them saw is lost: a joined box holds all its parts.
public final class Candidates {
  private static final double SAME = 0.5;
  private static final double LARGEST_GAIN = 1.5;

  private Candidates() {}

  /// Joins boxes of the same line. Boxes whose union would cover much that neither covers stay apart.
  public static List<Candidate> joined(List<Candidate> all) {
    var done = new ArrayList<Candidate>();
    var sorted = new ArrayList<>(all);
    sorted.sort(Comparator.comparingLong((Candidate c) -> -c.box().area()).thenComparing(c -> c.box().x()).thenComparing(c -> c.box().y()));
    for (var candidate : sorted) {
      var grown = candidate;
      boolean again = true;
      while (again) {
        again = false;
        for (int i = 0; i < done.size() && !again; i++) {
          if (!same(done.get(i), grown)) continue;
          grown = done.remove(i).joined(grown);
          again = true;
        }
      }
      done.add(grown);
    }
    done.sort(Comparator.comparingInt((Candidate c) -> c.box().y()).thenComparingInt(c -> c.box().x()));
    return List.copyOf(done);
  }

  private static boolean same(Candidate a, Candidate b) {
    long shared = a.box().shared(b.box());
    long smaller = Math.min(a.box().area(), b.box().area());
    if (shared < SAME * smaller) return false;
    long covered = a.box().area() + b.box().area() - shared;
    return a.box().union(b.box()).area() <= LARGEST_GAIN * covered;
  }
}

package umbra.workspace.header;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import umbra.job.JobContext;
import umbra.workspace.header.HeaderNode.Element;
import umbra.workspace.header.HeaderNode.Key;

/// Finds the elements that a query and all chosen filters let pass.
///
/// @param filters of which one has to let an element pass; no filter lets all pass
public record HeaderSearch(HeaderQuery query, List<HeaderFilter> filters) {
  public static final HeaderSearch ALL = new HeaderSearch(HeaderQuery.of(""), List.of());
  private static final int BETWEEN_CHECKS = 512;

  /// What was found.
  ///
  /// @param hits in the order of the file
  /// @param parents of hits: Items, Sequences and sections on the way to one
  public record Found(List<Key> hits, Set<Key> parents, Set<Key> hitSet) {
    public static final Found NOTHING = new Found(List.of(), Set.of(), Set.of());
  }

  public HeaderSearch {
    filters = List.copyOf(filters);
  }

  /// Every element passes.
  public boolean isAll() {
    return query.isEmpty() && filters.isEmpty();
  }

  private boolean passes(Element e) {
    return (filters.isEmpty() || filters.stream().anyMatch(f -> f.passes().test(e))) && (query.isEmpty() || query.matches(e));
  }

  public Found in(Header header, JobContext context) {
    var hits = new ArrayList<Key>();
    var parents = new HashSet<Key>();
    var way = new ArrayList<Key>();
    var seen = new int[1];
    header.walk((node, depth) -> {
      if (++seen[0] % BETWEEN_CHECKS == 0) context.checkCancelled();
      while (way.size() > depth) way.removeLast();
      if (node instanceof Element e && passes(e)) {
        hits.add(e.key());
        for (int i = way.size() - 1; i >= 0 && parents.add(way.get(i)); i--) continue;
      }
      way.add(node.key());
      return true;
    });
    return new Found(hits, parents, Set.copyOf(hits));
  }
}

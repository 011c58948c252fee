package umbra.workspace.header;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import umbra.workspace.header.HeaderNode.Key;
import umbra.workspace.header.HeaderSearch.Found;

/// A line of a header as it is listed now.
///
/// @param depth 0 for the elements of the Data Set
/// @param hit found by the search
public record HeaderLine(HeaderNode node, int depth, boolean open, boolean hit) {

  /// The lines to list.
  ///
  /// @param opened nodes a person opened
  /// @param closed nodes a person closed although they lead to hits
  /// @param found restricts the lines to hits and their parents, which stand open; without it all lines are listed
  public static List<HeaderLine> of(Header header, Set<Key> opened, Set<Key> closed, Optional<Found> found, boolean onlyHits) {
    var lines = new ArrayList<HeaderLine>();
    add(lines, header.top(), 0, opened, closed, found.orElse(Found.NOTHING), onlyHits && found.isPresent());
    return lines;
  }

  private static void add(List<HeaderLine> lines, List<HeaderNode> nodes, int depth, Set<Key> opened, Set<Key> closed, Found found, boolean restricted) {
    for (var node : nodes) {
      var key = node.key();
      boolean hit = found.hitSet().contains(key);
      boolean leads = found.parents().contains(key);
      if (restricted && !hit && !leads) continue;
      boolean open = node.hasChildren() && (leads && restricted ? !closed.contains(key) : opened.contains(key));
      lines.add(new HeaderLine(node, depth, open, hit));
      if (open) add(lines, node.children(), depth + 1, opened, closed, found, restricted && leads);
    }
  }
}

package umbra.app.review.box;

import java.util.List;
import umbra.catalog.finding.RegionRow;

/// Boxes that would reach much that is not in front: to be looked at before they are drawn.
///
/// @param instead boxes that go when these come
/// @param rows the boxes wanted, not stored yet
/// @param words how far they reach
/// @param title of the edit
public record Wish(List<RegionRow> instead, List<RegionRow> rows, String words, String title) {
  public Wish {
    instead = List.copyOf(instead);
    rows = List.copyOf(rows);
  }
}

package umbra.object.document.pdf;

import java.util.ArrayList;
import java.util.List;

/// A part of a page in pixels of the page as it is shown, so that a poster need not be in memory as a whole.
public record PageTile(int x, int y, int width, int height) {
  /// A side up to which a page is one tile; A3 at 150 dots per inch is 2480 pixels high.
  private static final int SIDE = 3072;
  /// At least a short line of text, so that it is whole in one of the tiles.
  private static final int OVERLAP = 384;

  /// @param width of the page in pixels, more than 0
  static List<PageTile> of(double width, double height) {
    int wide = Math.max(1, (int) Math.ceil(width));
    int high = Math.max(1, (int) Math.ceil(height));
    var tiles = new ArrayList<PageTile>();
    for (int y : starts(high)) for (int x : starts(wide)) tiles.add(new PageTile(x, y, Math.min(SIDE, wide - x), Math.min(SIDE, high - y)));
    return List.copyOf(tiles);
  }

  private static List<Integer> starts(int length) {
    var starts = new ArrayList<Integer>();
    for (int at = 0; at == 0 || at + OVERLAP < length; at += SIDE - OVERLAP) starts.add(at);
    return starts;
  }
}

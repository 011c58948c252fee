package umbra.catalog.finding;

import java.util.ArrayList;
import java.util.List;

/// Whether boxes hide all of a finding in the pixels: then nobody has to decide about it besides.
final class Coverage {
  private record Rectangle(int left, int top, int right, int bottom) {
    boolean isEmpty() {
      return left >= right || top >= bottom;
    }

    /// What is left of it beside the other one: above, below, left and right of it.
    List<Rectangle> without(Rectangle other) {
      var middle = new Rectangle(Math.max(left, other.left), Math.max(top, other.top), Math.min(right, other.right), Math.min(bottom, other.bottom));
      if (middle.isEmpty()) return List.of(this);
      return List.of(new Rectangle(left, top, right, middle.top), new Rectangle(left, middle.bottom, right, bottom), new Rectangle(left, middle.top, middle.left, middle.bottom),
          new Rectangle(middle.right, middle.top, right, middle.bottom)).stream().filter(r -> !r.isEmpty()).toList();
    }
  }

  private Coverage() {}

  /// @param boxes of the series; those on the instance and on all frames of the finding count, together
  static boolean isWhole(Finding finding, long instance, List<RegionRow> boxes) {
    if (finding.width() < 1 || finding.height() < 1 || !finding.tagPath().isEmpty()) return false;
    var left = List.of(new Rectangle(finding.x(), finding.y(), finding.x() + finding.width(), finding.y() + finding.height()));
    for (var box : boxes) {
      if (!box.isOn(instance) || !isOnFrames(finding, box)) continue;
      var other = new Rectangle(box.x(), box.y(), box.x() + box.width(), box.y() + box.height());
      var rest = new ArrayList<Rectangle>();
      for (var piece : left) rest.addAll(piece.without(other));
      if (rest.isEmpty()) return true;
      left = rest;
    }
    return false;
  }

  private static boolean isOnFrames(Finding finding, RegionRow box) {
    return box.frameFirst() == 0 || box.frameFirst() <= finding.firstFrame() + 1 && finding.lastFrame() + 1 <= box.frameLast();
  }
}

package umbra.app.review.finding;

import umbra.catalog.SeriesRow;
import umbra.catalog.finding.FindingRow;
import umbra.workspace.stack.Stack;

/// A finding with the images it stands in.
///
/// @param stack empty if the object has no pixels
/// @param index position of its first frame in the stack, from 0
public record OpenedFinding(FindingRow row, SeriesRow series, Stack stack, int index) {
  /// Whether it can be pointed at on an image.
  public boolean isOnImage() {
    var f = row.finding();
    return !stack.isEmpty() && f.width() > 0 && f.height() > 0 && f.tagPath().isEmpty();
  }
}

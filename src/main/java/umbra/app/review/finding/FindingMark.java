package umbra.app.review.finding;

import javafx.scene.paint.Color;
import umbra.catalog.finding.FindingRow;
import umbra.catalog.finding.FindingState;

/// How a finding is outlined: colour, line and letter say the same thing thrice.
///
/// @param dashes lengths of strokes and gaps; none for a full line
record FindingMark(Color colour, double width, double[] dashes, String letter) {
  private static final Color SUSPECT = Color.web("#ff7b72");
  private static final Color UNCLEAR = Color.web("#f0c873");
  private static final Color HARMLESS = Color.web("#7fd6b0");
  private static final Color UNSURE = Color.web("#c9a8ff");

  static FindingMark of(FindingRow row) {
    var letter = FindingClass.of(row.finding()).letter();
    return switch (row.state()) {
      case REDACT -> new FindingMark(SUSPECT, 1.5, new double[0], "✕ " + letter);
      case UNSURE -> new FindingMark(UNSURE, 2, new double[] {9, 4, 2, 4}, "? " + letter);
      case HARMLESS -> new FindingMark(HARMLESS, 1, new double[] {2, 4}, "✓ " + letter);
      case OPEN -> switch (row.finding().severity()) {
        case SUSPECT -> new FindingMark(SUSPECT, 2, new double[0], letter);
        case UNCLEAR -> new FindingMark(UNCLEAR, 2, new double[] {8, 4}, letter);
        case HARMLESS -> new FindingMark(HARMLESS, 1.5, new double[] {2, 3}, letter);
      };
    };
  }

  static boolean isSettled(FindingRow row) {
    return row.state() == FindingState.REDACT || row.state() == FindingState.HARMLESS;
  }
}

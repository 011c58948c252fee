package umbra.object.document.pdf.cut;

import java.awt.geom.PathIterator;
import java.util.Optional;

/// How a path is painted (ISO 32000-1, table 60).
enum PathPaint {
  STROKE("S", false, true, -1), CLOSE_STROKE("s", true, true, -1), FILL("f", false, false, PathIterator.WIND_NON_ZERO), FILL_OLD("F", false, false, PathIterator.WIND_NON_ZERO),
  FILL_EVEN_ODD("f*", false, false, PathIterator.WIND_EVEN_ODD), BOTH("B", false, true, PathIterator.WIND_NON_ZERO), BOTH_EVEN_ODD("B*", false, true, PathIterator.WIND_EVEN_ODD),
  CLOSE_BOTH("b", true, true, PathIterator.WIND_NON_ZERO), CLOSE_BOTH_EVEN_ODD("b*", true, true, PathIterator.WIND_EVEN_ODD), NOTHING("n", false, false, -1);

  private final String operator;
  private final boolean closes;
  private final boolean strokes;
  private final int rule;

  PathPaint(String operator, boolean closes, boolean strokes, int rule) {
    this.operator = operator;
    this.closes = closes;
    this.strokes = strokes;
    this.rule = rule;
  }

  static Optional<PathPaint> of(String operator) {
    for (var paint : values()) {
      if (paint.operator.equals(operator)) return Optional.of(paint);
    }
    return Optional.empty();
  }

  boolean closes() {
    return closes;
  }

  boolean strokes() {
    return strokes;
  }

  boolean fills() {
    return rule >= 0;
  }

  boolean shows() {
    return strokes || fills();
  }

  /// Winding rule of `PathIterator`; of meaning only for what fills.
  int rule() {
    return rule;
  }
}

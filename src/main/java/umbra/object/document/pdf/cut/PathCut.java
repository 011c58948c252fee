package umbra.object.document.pdf.cut;

import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.GeneralPath;
import java.awt.geom.NoninvertibleTransformException;
import java.awt.geom.PathIterator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.pdmodel.graphics.state.PDGraphicsState;

/// Paints what of a path lies outside the boxes. Fills become the difference of two areas, strokes the pieces of their lines.
final class PathCut {
  private static final double FLATNESS = 0.05;

  private final ContentOutput output;
  private final Area boxes;
  private final AffineTransform toUser;
  private final PDGraphicsState state;

  /// @param transform from the user space in force to that of the page, in which the path and the boxes are
  PathCut(ContentOutput output, Area boxes, AffineTransform transform, PDGraphicsState state) throws NeedsPictureException {
    this.output = output;
    this.boxes = boxes;
    this.state = state;
    try {
      toUser = transform.createInverse();
    } catch (NoninvertibleTransformException _) {
      throw new NeedsPictureException("a path in a flat coordinate system");
    }
  }

  void paint(GeneralPath path, PathPaint paint) throws IOException {
    if (paint.fills()) {
      var shape = new GeneralPath(path);
      shape.setWindingRule(paint.rule());
      var rest = new Area(shape);
      rest.subtract(boxes);
      if (!rest.isEmpty()) {
        write(rest);
        output.write(Operator.getOperator(rest.getPathIterator(null).getWindingRule() == PathIterator.WIND_EVEN_ODD ? OperatorName.FILL_EVEN_ODD : OperatorName.FILL_NON_ZERO), List.of());
      }
    }
    if (paint.strokes() && writeLines(path)) output.write(Operator.getOperator(OperatorName.STROKE_PATH), List.of());
  }

  /// @return whether any piece of a line is left
  private boolean writeLines(Shape path) throws IOException {
    double pen = Math.max(0.1, state.getLineWidth() * Math.sqrt(Math.abs(1 / toUser.getDeterminant())));
    var forbidden = new Area(new BasicStroke((float) pen, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER).createStrokedShape(boxes));
    forbidden.add(boxes);
    boolean any = false;
    var at = new double[6];
    double x = 0;
    double y = 0;
    double startX = 0;
    double startY = 0;
    for (var i = path.getPathIterator(null, FLATNESS); !i.isDone(); i.next()) {
      int kind = i.currentSegment(at);
      double toX = kind == PathIterator.SEG_CLOSE ? startX : at[0];
      double toY = kind == PathIterator.SEG_CLOSE ? startY : at[1];
      if (kind == PathIterator.SEG_MOVETO) {
        startX = toX;
        startY = toY;
      } else any |= writeLine(forbidden, x, y, toX, toY);
      x = toX;
      y = toY;
    }
    return any;
  }

  /// Cuts a line by halving: pieces shorter than the flatness that touch the forbidden area are dropped.
  private boolean writeLine(Area forbidden, double x0, double y0, double x1, double y1) throws IOException {
    double left = Math.min(x0, x1) - 1e-3;
    double low = Math.min(y0, y1) - 1e-3;
    double wide = Math.abs(x1 - x0) + 2e-3;
    double high = Math.abs(y1 - y0) + 2e-3;
    if (!forbidden.intersects(left, low, wide, high)) {
      point(OperatorName.MOVE_TO, x0, y0);
      point(OperatorName.LINE_TO, x1, y1);
      return true;
    }
    if (forbidden.contains(left, low, wide, high) || Math.hypot(x1 - x0, y1 - y0) < 2 * FLATNESS) return false;
    double midX = (x0 + x1) / 2;
    double midY = (y0 + y1) / 2;
    return writeLine(forbidden, x0, y0, midX, midY) | writeLine(forbidden, midX, midY, x1, y1);
  }

  private void write(Area area) throws IOException {
    var at = new double[6];
    for (var i = area.getPathIterator(toUser); !i.isDone(); i.next()) {
      switch (i.currentSegment(at)) {
        case PathIterator.SEG_MOVETO -> output.write(Operator.getOperator(OperatorName.MOVE_TO), numbers(at, 2));
        case PathIterator.SEG_LINETO -> output.write(Operator.getOperator(OperatorName.LINE_TO), numbers(at, 2));
        case PathIterator.SEG_QUADTO -> throw new NeedsPictureException("a quadratic curve");
        case PathIterator.SEG_CUBICTO -> output.write(Operator.getOperator(OperatorName.CURVE_TO), numbers(at, 6));
        default -> output.write(Operator.getOperator(OperatorName.CLOSE_PATH), List.of());
      }
    }
  }

  private void point(String operator, double x, double y) throws IOException {
    var at = new double[] {x, y};
    toUser.transform(at, 0, at, 0, 1);
    output.write(Operator.getOperator(operator), numbers(at, 2));
  }

  private static List<COSBase> numbers(double[] values, int count) {
    var list = new ArrayList<COSBase>(count);
    for (int i = 0; i < count; i++) list.add(new COSFloat((float) values[i]));
    return list;
  }
}

package umbra.app.viewer.layer;

import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import umbra.pixel.view.ViewTransform;

/// Draws in coordinates of stored pixels; widths of lines and sizes of type are those of the screen.
///
/// Lines get a dark edge, so that they stand out on any image.
public final class LayerGraphics {
  private static final Color EDGE = Color.color(0, 0, 0, 0.7);

  private final GraphicsContext context;
  private final ViewTransform view;
  private final Font font;

  public LayerGraphics(GraphicsContext context, ViewTransform view, Font font) {
    this.context = context;
    this.view = view;
    this.font = font;
  }

  /// How the image lies on the screen, for what the methods here cannot draw.
  public ViewTransform view() {
    return view;
  }

  /// The raw canvas, in screen pixels.
  public GraphicsContext context() {
    return context;
  }

  /// @param stroke opaque; @param fill may be transparent
  public void rectangle(double x, double y, double width, double height, Color stroke, double lineWidth, Color fill) {
    var a = view.toView(x, y);
    var b = view.toView(x + width, y + height);
    double left = Math.min(a.x(), b.x());
    double top = Math.min(a.y(), b.y());
    double wide = Math.abs(b.x() - a.x());
    double high = Math.abs(b.y() - a.y());
    if (fill.getOpacity() > 0) {
      context.setFill(fill);
      context.fillRect(left, top, wide, high);
    }
    context.setStroke(EDGE);
    context.setLineWidth(lineWidth + 2);
    context.strokeRect(left, top, wide, high);
    context.setStroke(stroke);
    context.setLineWidth(lineWidth);
    context.strokeRect(left, top, wide, high);
  }

  /// An open or closed line through points.
  public void line(List<ViewTransform.Point> points, boolean closed, Color stroke, double lineWidth, Color fill) {
    if (points.isEmpty()) return;
    var xs = new double[points.size()];
    var ys = new double[points.size()];
    for (int i = 0; i < xs.length; i++) {
      var p = view.toView(points.get(i).x(), points.get(i).y());
      xs[i] = p.x();
      ys[i] = p.y();
    }
    if (closed && fill.getOpacity() > 0) {
      context.setFill(fill);
      context.fillPolygon(xs, ys, xs.length);
    }
    for (var pass : List.of(EDGE, stroke)) {
      context.setStroke(pass);
      context.setLineWidth(pass == EDGE ? lineWidth + 2 : lineWidth);
      if (closed) context.strokePolygon(xs, ys, xs.length);
      else context.strokePolyline(xs, ys, xs.length);
    }
  }

  /// A square handle, as large on the screen at any zoom.
  public void handle(double x, double y, Color colour) {
    var p = view.toView(x, y);
    context.setFill(EDGE);
    context.fillRect(p.x() - 5, p.y() - 5, 10, 10);
    context.setFill(colour);
    context.fillRect(p.x() - 3.5, p.y() - 3.5, 7, 7);
  }

  /// Text beside a point, right of it and below.
  public void text(String text, double x, double y, Color colour) {
    var p = view.toView(x, y);
    context.setFont(font);
    context.setLineWidth(3);
    context.setStroke(EDGE);
    context.strokeText(text, p.x() + 6, p.y() + 14);
    context.setFill(colour);
    context.fillText(text, p.x() + 6, p.y() + 14);
  }

  /// A picture as large as the stored image, such as the mask of a segment: each of its pixels on that of the image.
  public void mask(Image mask, double opacity) {
    context.save();
    var origin = view.toView(0, 0);
    var right = view.toView(1, 0);
    var down = view.toView(0, 1);
    context.setImageSmoothing(false);
    context.setGlobalAlpha(opacity);
    context.transform(right.x() - origin.x(), right.y() - origin.y(), down.x() - origin.x(), down.y() - origin.y(), origin.x(), origin.y());
    context.drawImage(mask, 0, 0);
    context.restore();
  }
}

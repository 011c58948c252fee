package umbra.app.review.box;

import javafx.scene.paint.Color;
import umbra.app.viewer.layer.LayerGraphics;
import umbra.pixel.redact.region.Box;

/// Shades what will be blackened, with lines that stand out on light and dark.
public final class Hatching {
  private static final double STEP = 9;
  private static final Color SHADE = Color.color(0, 0, 0, 0.35);
  private static final Color DARK = Color.color(0, 0, 0, 0.8);
  private static final Color LIGHT = Color.color(1, 1, 1, 0.75);

  private Hatching() {}

  public static void draw(LayerGraphics graphics, Box box) {
    var a = graphics.view().toView(box.x(), box.y());
    var b = graphics.view().toView(box.right(), box.bottom());
    draw(graphics.context(), Math.min(a.x(), b.x()), Math.min(a.y(), b.y()), Math.abs(b.x() - a.x()), Math.abs(b.y() - a.y()));
  }

  /// The same in pixels of the screen.
  public static void draw(javafx.scene.canvas.GraphicsContext c, double left, double top, double wide, double high) {
    c.save();
    c.beginPath();
    c.rect(left, top, wide, high);
    c.clip();
    c.setFill(SHADE);
    c.fillRect(left, top, wide, high);
    for (double at = -high; at < wide; at += STEP) {
      c.setLineWidth(3);
      c.setStroke(DARK);
      c.strokeLine(left + at, top + high, left + at + high, top);
      c.setLineWidth(1);
      c.setStroke(LIGHT);
      c.strokeLine(left + at, top + high, left + at + high, top);
    }
    c.restore();
    c.setLineDashes();
    c.setLineWidth(1);
    c.setStroke(LIGHT);
    c.strokeRect(left, top, wide, high);
  }
}

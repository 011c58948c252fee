package umbra.app.object.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import umbra.app.viewer.layer.LayerGraphics;
import umbra.object.drawing.Drawing;
import umbra.object.drawing.Drawing.Wash;
import umbra.pixel.view.ViewTransform;

/// Paints drawings on a canvas.
final class DrawingPainter {
  private static final double LINE_WIDTH = 1.6;
  private static final double FILL = 0.18;

  private final Map<Drawing, Image> washes = new WeakHashMap<>();
  private final Map<Drawing, Image> covers = new WeakHashMap<>();

  /// @param opacity of its colour, from 0 to 1
  void paint(Drawing drawing, double opacity, LayerGraphics graphics) {
    drawing.wash().ifPresent(w -> graphics.mask(washes.computeIfAbsent(drawing, _ -> image(w)), opacity));
    drawing.cover().ifPresent(w -> graphics.mask(covers.computeIfAbsent(drawing, _ -> image(w)), 1));
    for (var line : drawing.lines()) {
      var color = color(line.rgb());
      graphics.line(points(line.points()), line.closed(), color, LINE_WIDTH, line.filled() ? color.deriveColor(0, 1, 1, FILL) : Color.TRANSPARENT);
    }
    for (var caption : drawing.captions()) graphics.text(caption.text(), caption.x(), caption.y(), color(caption.rgb()));
  }

  static Color color(int rgb) {
    return Color.rgb(rgb >> 16 & 0xFF, rgb >> 8 & 0xFF, rgb & 0xFF);
  }

  private static List<ViewTransform.Point> points(double[] xy) {
    var points = new ArrayList<ViewTransform.Point>(xy.length / 2);
    for (int i = 0; i + 1 < xy.length; i += 2) points.add(new ViewTransform.Point(xy[i], xy[i + 1]));
    return points;
  }

  private static Image image(Wash wash) {
    var image = new WritableImage(wash.width(), wash.height());
    image.getPixelWriter().setPixels(0, 0, wash.width(), wash.height(), PixelFormat.getIntArgbInstance(), wash.argb(), 0, wash.width());
    return image;
  }
}

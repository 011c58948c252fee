package umbra.app.viewer.tile;

import java.nio.IntBuffer;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import umbra.pixel.view.Painter;
import umbra.pixel.view.Prepared;
import umbra.pixel.view.ViewTransform;

/// A picture as large as the viewport, each pixel of it on one of the screen; painted anew instead of scaled.
final class PixelSurface {
  private final ImageView node = new ImageView();
  private final Painter painter = new Painter();
  private int[] argb = new int[0];
  private PixelBuffer<IntBuffer> buffer;
  private int width;
  private int height;

  PixelSurface() {
    node.setSmooth(false);
    node.setManaged(false);
    node.setMouseTransparent(true);
  }

  ImageView node() {
    return node;
  }

  void clear() {
    node.setVisible(false);
  }

  /// @param ratio pixels of the screen to a logical one
  void paint(Prepared prepared, ViewTransform view, Painter.Look look, double ratio) {
    if (view.viewWidth() != width || view.viewHeight() != height || buffer == null) {
      width = view.viewWidth();
      height = view.viewHeight();
      argb = new int[width * height];
      buffer = new PixelBuffer<>(width, height, IntBuffer.wrap(argb), PixelFormat.getIntArgbPreInstance());
      node.setImage(new WritableImage(buffer));
    }
    node.setFitWidth(width / ratio);
    node.setFitHeight(height / ratio);
    node.setVisible(true);
    painter.paint(prepared, view, look, argb);
    buffer.updateBuffer(_ -> null);
  }
}

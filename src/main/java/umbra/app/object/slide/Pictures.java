package umbra.app.object.slide;

import java.nio.IntBuffer;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import umbra.pixel.render.Picture;

/// Pictures for the toolkit, their pixels shared and not copied.
final class Pictures {
  private Pictures() {}

  static Image image(Picture picture) {
    return new WritableImage(buffer(picture.width(), picture.height(), picture.argb()));
  }

  static PixelBuffer<IntBuffer> buffer(int width, int height, int[] argb) {
    return new PixelBuffer<>(width, height, IntBuffer.wrap(argb), PixelFormat.getIntArgbPreInstance());
  }
}

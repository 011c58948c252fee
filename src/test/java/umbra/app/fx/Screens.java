package umbra.app.fx;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import umbra.pixel.render.Picture;
import umbra.pixel.render.Png;

/// Pictures of screens for a person to look at, in `target/screens`. On the JavaFX thread.
public final class Screens {
  private static final Path FOLDER = Path.of("target", "screens");

  private Screens() {}

  /// Writes `NAME-dark.png` and `NAME-light.png` of a scene that is in a window, and leaves it dark.
  public static void snapshot(Scene scene, String name) {
    for (var theme : new Theme[] {Theme.LIGHT, Theme.DARK}) {
      Look.apply(theme, scene);
      scene.getRoot().applyCss();
      scene.getRoot().layout();
      write(scene.snapshot(new WritableImage((int) scene.getWidth(), (int) scene.getHeight())), name + "-" + theme.name().toLowerCase(java.util.Locale.ROOT));
    }
  }

  /// The same of one node in its scene.
  public static void snapshot(Node node, String name) {
    for (var theme : new Theme[] {Theme.LIGHT, Theme.DARK}) {
      Look.apply(theme, node.getScene());
      node.getScene().getRoot().applyCss();
      node.getScene().getRoot().layout();
      write(node.snapshot(null, null), name + "-" + theme.name().toLowerCase(java.util.Locale.ROOT));
    }
  }

  private static void write(Image image, String name) {
    if (!Platform.isFxApplicationThread()) throw new IllegalStateException("not the JavaFX thread");
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    var argb = new int[width * height];
    image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
    try {
      Files.createDirectories(FOLDER);
      Files.write(FOLDER.resolve(name + ".png"), Png.of(new Picture(width, height, argb)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package umbra.app;

import java.util.concurrent.CountDownLatch;
import java.util.logging.Logger;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import umbra.app.fx.Look;
import umbra.app.fx.Theme;

/// The window from its opening to its end.
public final class Window {
  /// Held, because the log forgets filters of loggers that nobody holds.
  private static final Logger TOOLKIT = Logger.getLogger("javafx");

  private final Parts parts;
  private final CountDownLatch closed = new CountDownLatch(1);

  public Window(Parts parts) {
    this.parts = parts;
  }

  /// Opens the window and returns when it is closed. Once in a process.
  public void show(Start start) throws InterruptedException {
    // JavaFX warns of lying on the class path, where it is put on purpose.
    TOOLKIT.setFilter(entry -> !String.valueOf(entry.getMessage()).contains("Unsupported JavaFX configuration"));
    Platform.startup(() -> open(start));
    closed.await();
  }

  private void open(Start start) {
    Look.loadFonts();
    var stage = new Stage();
    var scene = new Scene(new StackPane(new Label("Umbra " + parts.folders().configuration())), 1280, 720);
    Look.apply(Theme.DARK, scene);
    stage.setTitle("Umbra");
    stage.setScene(scene);
    stage.setOnHidden(_ -> closed.countDown());
    stage.show();
  }
}

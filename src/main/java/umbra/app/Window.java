package umbra.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.logging.Logger;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;
import umbra.app.fx.FxChoosers;
import umbra.app.fx.FxJobRunner;
import umbra.app.fx.Look;
import umbra.app.preference.ScreenArea;
import umbra.app.preference.UserSettings;
import umbra.app.preference.WindowState;
import umbra.job.PooledJobRunner;

/// The window from its opening to its end.
public final class Window {
  /// Held, because the log forgets filters of loggers that nobody holds.
  private static final Logger TOOLKIT = Logger.getLogger("javafx");

  private final Parts parts;
  private final Predicate<Path> opener;
  private final Runnable shown;
  private final UserSettings settings;
  private final PooledJobRunner pool = new PooledJobRunner();
  private final AtomicReference<Desk> desk = new AtomicReference<>();
  private final CountDownLatch closed = new CountDownLatch(1);

  /// @param shown told of the first picture by those who wait for it (`-Dumbra.exitOnShown=true`)
  /// @param opener shows a file or folder with the program of this computer, if there is one
  public Window(Parts parts, Predicate<Path> opener, Runnable shown) {
    this.parts = parts;
    this.opener = opener;
    this.shown = shown;
    this.settings = new UserSettings(parts.folders().configuration());
  }

  /// Opens the window and returns when it is closed and its work has ended. Once in a process.
  ///
  /// @throws IOException if there is no screen to open it on
  public void show(Start start) throws InterruptedException, IOException {
    // JavaFX warns of lying on the class path, where it is put on purpose.
    TOOLKIT.setFilter(entry -> !String.valueOf(entry.getMessage()).contains("Unsupported JavaFX configuration"));
    int scale = settings.preferences().get().scalePercent();
    if (scale > 0) System.setProperty(scaleProperty(), scale + "%");
    try {
      Platform.startup(() -> open(start));
    } catch (UnsupportedOperationException e) {
      throw new IOException("the window cannot be opened here (" + e.getMessage() + "); start Umbra in a graphical session, or give a command: umbra help", e);
    }
    closed.await();
    pool.close();
    desk.get().end();
  }

  /// The toolkit reads it before its first window.
  private static String scaleProperty() {
    return System.getProperty("os.name").contains("Win") ? "glass.win.uiScale" : "glass.gtk.uiScale";
  }

  private void open(Start start) {
    Look.loadFonts();
    var stage = new Stage();
    var made = new Desk(parts, settings, new FxJobRunner(pool), new FxChoosers(stage, opener), () -> close(stage));
    desk.set(made);
    var scene = new Scene(made.shell().node());
    made.shell().listenOn(scene);
    Look.apply(settings.preferences().get().theme(), scene);
    settings.preferences().addListener((_, before, now) -> {
      if (before.theme() != now.theme()) Look.apply(now.theme(), scene);
    });
    stage.setTitle("Umbra");
    stage.setScene(scene);
    stage.setMinWidth(900);
    stage.setMinHeight(560);
    place(stage, settings.window().get().fittedTo(screens()));
    stage.setOnCloseRequest(event -> {
      event.consume();
      close(stage);
    });
    made.begin(start);
    stage.show();
    if (Boolean.getBoolean("umbra.rehearse")) Rehearsal.begin(made, () -> close(stage));
    if (Boolean.getBoolean("umbra.exitOnShown")) scene.addPostLayoutPulseListener(new SecondPulse(() -> {
      shown.run();
      close(stage);
    }));
  }

  /// For benches: the end after the first picture was drawn.
  private static final class SecondPulse implements Runnable {
    private final Runnable then;
    private int pulses;

    SecondPulse(Runnable then) {
      this.then = then;
    }

    @Override
    public void run() {
      if (++pulses == 2) then.run();
      else Platform.requestNextPulse();
    }
  }

  private static void place(Stage stage, WindowState state) {
    stage.setWidth(state.width());
    stage.setHeight(state.height());
    if (state.isPlaced()) {
      stage.setX(state.x());
      stage.setY(state.y());
    }
    stage.setMaximized(state.maximised());
  }

  private static List<ScreenArea> screens() {
    var main = Screen.getPrimary();
    return Stream.concat(Stream.of(main), Screen.getScreens().stream().filter(s -> !s.equals(main))).map(Screen::getVisualBounds)
        .map(b -> new ScreenArea(b.getMinX(), b.getMinY(), b.getWidth(), b.getHeight())).toList();
  }

  private void close(Stage stage) {
    if (closed.getCount() == 0) return;
    if (!desk.get().mayStop()) return;
    desk.get().jobs().cancelAll();
    boolean maximised = stage.isMaximized();
    settings.changeWindow(w -> maximised ? w.withMaximised(true) : w.withBounds(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight()).withMaximised(false));
    desk.get().endScreens();
    stage.hide();
    closed.countDown();
  }
}

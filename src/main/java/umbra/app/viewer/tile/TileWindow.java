package umbra.app.viewer.tile;

import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import umbra.pixel.render.Window;
import umbra.pixel.view.Prepared;

/// The window of a tile: one that was chosen, else that of each frame, else one found once for the whole stack.
public final class TileWindow {
  private static final double PIXELS_TO_DOUBLE = 300;

  private final ObjectProperty<Optional<Window>> chosen = new SimpleObjectProperty<>(Optional.empty());
  private Optional<Window> found = Optional.empty();
  private Optional<Prepared.Gray> latest = Optional.empty();
  private Window grabbed = Window.linear(0.5, 2);

  /// Empty for what the image states.
  public ObjectProperty<Optional<Window>> chosen() {
    return chosen;
  }

  void forget() {
    chosen.set(Optional.empty());
    found = Optional.empty();
    latest = Optional.empty();
  }

  /// Hears of the frame in front. The percentiles of the first one that states no window serve the whole stack, so that
  /// brightness does not jump while scrolling.
  void meet(Prepared.Gray gray) {
    latest = Optional.of(gray);
    if (found.isEmpty() && gray.plain().isEmpty() && gray.table().isEmpty()) found = Optional.of(gray.autoWindow());
  }

  /// What a frame is to be painted with; empty where its VOI LUT table is used.
  public Optional<Window> effective(Prepared prepared) {
    if (!(prepared instanceof Prepared.Gray gray)) return Optional.empty();
    if (chosen.get().isPresent() || gray.table().isPresent()) return chosen.get();
    return gray.plain().or(() -> found).or(() -> Optional.of(gray.autoWindow()));
  }

  /// From percentiles of the frame in front, padding left out.
  public void auto() {
    latest.ifPresent(gray -> chosen.set(Optional.of(gray.autoWindow())));
  }

  /// Begins to change the window by dragging.
  public void grab() {
    grabbed = latest.map(gray -> effective(gray).orElseGet(gray::autoWindow)).orElse(grabbed);
  }

  /// @param across screen pixels to the right since [#grab]: wider
  /// @param up screen pixels upwards: brighter
  public void drag(double across, double up) {
    if (latest.isEmpty()) return;
    double least = grabbed.function() == Window.Function.LINEAR ? 1 : Math.max(1e-9, grabbed.width() * 1e-4);
    double step = Math.max(grabbed.width(), least) / PIXELS_TO_DOUBLE;
    chosen.set(Optional.of(new Window(grabbed.center() - up * step, Math.max(least, grabbed.width() + across * step), grabbed.function())));
  }
}

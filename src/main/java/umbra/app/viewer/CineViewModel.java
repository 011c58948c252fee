package umbra.app.viewer;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import umbra.app.viewer.tile.TileViewModel;

/// Plays a stack. A frame that is not there yet is waited for, so that none is left out.
public final class CineViewModel {
  public static final double SLOWEST = 1;
  public static final double FASTEST = 60;
  private static final double USUAL = 15;

  private final BooleanProperty playing = new SimpleBooleanProperty();
  private final BooleanProperty swinging = new SimpleBooleanProperty();
  private final DoubleProperty rate = new SimpleDoubleProperty(USUAL);
  private int direction = 1;
  private long due;

  public BooleanProperty playing() {
    return playing;
  }

  /// Back and forth instead of round and round.
  public BooleanProperty swinging() {
    return swinging;
  }

  /// Frames a second.
  public DoubleProperty rate() {
    return rate;
  }

  /// Begins or ends; the rate is what the image states, if it does.
  void toggle(TileViewModel tile) {
    if (!playing.get()) {
      tile.frame().map(f -> f.facts().frameMillis()).filter(m -> m > 0).ifPresent(m -> rate.set(Math.max(SLOWEST, Math.min(1000 / m, FASTEST))));
      direction = 1;
      due = 0;
    }
    playing.set(!playing.get() && tile.stack().get().size() > 1);
  }

  void faster(double factor) {
    rate.set(Math.max(SLOWEST, Math.min(rate.get() * factor, FASTEST)));
  }

  /// Shows the next frame if it is time.
  ///
  /// @param nanos of a clock that only goes forward
  void tick(long nanos, TileViewModel tile) {
    int size = tile.stack().get().size();
    if (size < 2) playing.set(false);
    if (!playing.get() || tile.loading().get() || nanos < due) return;
    long each = (long) (1e9 / rate.get());
    due = due == 0 || nanos - due > each ? nanos + each : due + each;
    int next = tile.index().get() + direction;
    if (next < 0 || next >= size) {
      if (swinging.get()) direction = -direction;
      next = swinging.get() ? tile.index().get() + direction : 0;
    }
    tile.scrollTo(next);
  }
}

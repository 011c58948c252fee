package umbra.app.object.layer;

import java.util.Optional;
import javafx.beans.value.ChangeListener;
import umbra.app.viewer.tile.TileContent;
import umbra.app.viewer.tile.TileViewModel;
import umbra.object.presentation.PresentationDrawing;
import umbra.object.presentation.ScreenLook;
import umbra.pixel.render.Window;
import umbra.pixel.view.ViewTransform;

/// Shows a tile as a presentation state wants it: window, area, turned and flipped. A person may change all of it afterwards.
final class PresentedTile {
  private PresentedTile() {}

  /// At once, or when the frame has been loaded.
  static void show(PresentationDrawing state, TileViewModel tile, LayersViewModel model) {
    if (tile.frame().isPresent() && !tile.loading().get()) {
      apply(state, tile, model);
      return;
    }
    var stack = tile.stack().get();
    tile.content().addListener(new ChangeListener<TileContent>() {
      @Override
      public void changed(javafx.beans.value.ObservableValue<? extends TileContent> content, TileContent before, TileContent now) {
        if (tile.frame().isEmpty() && tile.stack().get() == stack) return;
        tile.content().removeListener(this);
        if (tile.stack().get() == stack) apply(state, tile, model);
      }
    });
  }

  private static void apply(PresentationDrawing state, TileViewModel tile, LayersViewModel model) {
    var row = tile.instance();
    var view = tile.view().get();
    if (row.isEmpty() || view.isEmpty()) return;
    var look = state.look(model.frame(row.get(), tile.stack().get().slice(tile.index().get()).frame(), view.get().columns(), view.get().rows()));
    look.window().ifPresent(w -> tile.window().chosen().set(Optional.of(Window.linear(w.center(), w.width()))));
    tile.view().set(Optional.of(place(look, view.get())));
  }

  private static ViewTransform place(ScreenLook look, ViewTransform now) {
    var whole = new ViewTransform(now.columns(), now.rows(), now.aspect(), now.viewWidth(), now.viewHeight(), look.turns(), look.flipped(), 1, 0, 0, true).fit();
    if (look.area().isEmpty()) return whole;
    var area = look.area().get();
    if (area.left() <= 0 && area.top() <= 0 && area.right() >= now.columns() && area.bottom() >= now.rows()) return whole;
    double wide = area.right() - area.left();
    double high = (area.bottom() - area.top()) * now.aspect();
    boolean upright = look.turns() % 2 == 0;
    double scale = Math.min(now.viewWidth() / (upright ? wide : high), now.viewHeight() / (upright ? high : wide));
    return new ViewTransform(now.columns(), now.rows(), now.aspect(), now.viewWidth(), now.viewHeight(), look.turns(), look.flipped(),
        Math.clamp(scale, ViewTransform.LEAST, ViewTransform.MOST), (area.left() + area.right()) / 2, (area.top() + area.bottom()) / 2, false);
  }
}

package umbra.app.object.layer;

import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.value.ChangeListener;
import umbra.app.viewer.tile.TileContent;
import umbra.app.viewer.tile.TileViewModel;
import umbra.object.presentation.PresentationDrawing;
import umbra.object.presentation.ScreenLook;
import umbra.pixel.view.Prepared;
import umbra.pixel.view.ViewTransform;
import umbra.workspace.stack.LoadedFrame;

/// Shows a tile as a presentation state wants it: gray values, area, turned and flipped. A person may change all of it afterwards.
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

  /// Shows images as they are again.
  static void end(TileViewModel tile) {
    tile.present(UnaryOperator.identity());
    tile.reset();
  }

  private static void apply(PresentationDrawing state, TileViewModel tile, LayersViewModel model) {
    tile.present(frame -> presented(state, frame, tile, model));
    var row = tile.instance();
    var view = tile.view().get();
    if (row.isEmpty() || view.isEmpty()) return;
    var frame = model.frame(row.get(), tile.stack().get().slice(tile.index().get()).frame(), view.get().columns(), view.get().rows());
    if (state.isOf(frame)) tile.view().set(Optional.of(place(state.look(frame), view.get())));
  }

  private static LoadedFrame presented(PresentationDrawing state, LoadedFrame frame, TileViewModel tile, LayersViewModel model) {
    if (!(frame.prepared() instanceof Prepared.Gray gray)) return frame;
    var stack = tile.stack().get();
    for (int i = 0; i < stack.size(); i++) {
      if (stack.slice(i) != frame.slice()) continue;
      var place = model.frame(stack.instance(i), frame.slice().frame(), frame.stored().columns(), frame.stored().rows());
      if (!state.isOf(place)) return frame;
      return new LoadedFrame(frame.slice(), frame.stored(), gray.shown(state.look(place).gray()), frame.facts(), frame.photometric(), frame.bits());
    }
    return frame;
  }

  static ViewTransform place(ScreenLook look, ViewTransform now) {
    int turns = look.flipped() ? -look.turns() : look.turns(); // the viewer flips first
    var whole = new ViewTransform(now.columns(), now.rows(), now.aspect(), now.viewWidth(), now.viewHeight(), turns, look.flipped(), 1, 0, 0, true).fit();
    if (look.area().isEmpty()) return whole;
    var area = look.area().get();
    boolean isAll = area.left() <= 0 && area.top() <= 0 && area.right() >= now.columns() && area.bottom() >= now.rows();
    if (isAll && look.magnification().isEmpty()) return whole;
    double wide = area.right() - area.left();
    double high = (area.bottom() - area.top()) * now.aspect();
    boolean upright = look.turns() % 2 == 0;
    double scale = look.magnification().orElse(Math.min(now.viewWidth() / (upright ? wide : high), now.viewHeight() / (upright ? high : wide)));
    return new ViewTransform(now.columns(), now.rows(), now.aspect(), now.viewWidth(), now.viewHeight(), turns, look.flipped(),
        Math.clamp(scale, ViewTransform.LEAST, ViewTransform.MOST), (area.left() + area.right()) / 2, (area.top() + area.bottom()) / 2, false);
  }
}

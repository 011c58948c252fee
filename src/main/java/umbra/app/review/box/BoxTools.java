package umbra.app.review.box;

import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import umbra.app.viewer.ImageViewer;
import umbra.app.viewer.tile.TileContent;
import umbra.app.viewer.tile.TileView;

/// Ties the boxes to a viewer: its layers, the frame in front, and the keys that need more than a press.
public final class BoxTools {
  private static final int FAR = 10;

  private final BoxesViewModel model;
  private final FanViewModel fan;
  private final ImageViewer viewer;

  private BoxTools(BoxesViewModel model, FanViewModel fan, ImageViewer viewer) {
    this.model = model;
    this.fan = fan;
    this.viewer = viewer;
  }

  /// @param viewer made with a [DrawTool] of the same model
  public static void install(BoxesViewModel model, FanViewModel fan, ImageViewer viewer) {
    var tools = new BoxTools(model, fan, viewer);
    viewer.model().display().layers().addAll(List.of(new BoxLayer(model), new FanLayer(fan)));
    viewer.model().active().addListener((_, _, _) -> tools.follow());
    for (var tile : viewer.model().tiles()) tile.content().addListener((_, _, _) -> tools.follow());
    viewer.node().sceneProperty().addListener((_, _, _) -> tools.follow());
    viewer.node().addEventFilter(KeyEvent.KEY_PRESSED, tools::pressed);
    viewer.node().addEventFilter(KeyEvent.KEY_RELEASED, tools::released);
  }

  private void follow() {
    if (viewer.node().getScene() == null) return; // another page is in front
    var tile = viewer.model().active().get();
    // What is seen counts, not what is still on its way: a box goes where it was drawn.
    model.look(tile.content().get() instanceof TileContent.Frame(int index, _) ? Optional.of(new Front(tile.stack().get(), index)) : Optional.empty());
  }

  /// Keys on the image that mean the selected box, or the fan in hand; without either they are the viewer's. Tab walks the boxes of the frame, and leaves
  /// the image after the last.
  private void pressed(KeyEvent event) {
    if (event.isShortcutDown() || !(event.getTarget() instanceof TileView)) return;
    boolean isMine = fan.fan().get().isPresent() && fanKey(event) || boxKey(event);
    if (isMine) event.consume();
  }

  private boolean fanKey(KeyEvent event) {
    switch (event.getCode()) {
      case ENTER -> fan.apply();
      case ESCAPE -> fan.cancel();
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean boxKey(KeyEvent event) {
    if (event.getCode() == KeyCode.TAB) return model.selectNext(event.isShiftDown() ? -1 : 1);
    if (model.selected().get().isEmpty()) return false;
    int step = event.isShiftDown() ? FAR : 1;
    switch (event.getCode()) {
      case LEFT -> nudge(event, -step, 0);
      case RIGHT -> nudge(event, step, 0);
      case UP -> nudge(event, 0, -step);
      case DOWN -> nudge(event, 0, step);
      case DELETE, BACK_SPACE -> model.delete();
      case ESCAPE -> {
        model.drop();
        model.select(Optional.empty());
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private void nudge(KeyEvent event, int x, int y) {
    if (event.isAltDown()) model.nudge(0, 0, x, y);
    else model.nudge(x, y, 0, 0);
  }

  /// While a key is held the box only moves; what is stored is one step.
  private void released(KeyEvent event) {
    if (event.getCode().isArrowKey()) model.settle();
  }
}

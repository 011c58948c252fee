package umbra.app.viewer;

import java.util.ArrayList;
import java.util.List;
import javafx.animation.AnimationTimer;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import umbra.app.action.Action;
import umbra.app.viewer.tile.TileView;

/// The viewer on the screen: buttons, tiles, a strip of thumbnails, and a line with hint and probe.
final class ViewerView {
  private static final PseudoClass ACTIVE = PseudoClass.getPseudoClass("active");

  private final ViewerViewModel viewer;
  private final List<TileView> tiles = new ArrayList<>();
  private final TileGrid grid;
  private final BorderPane node = new BorderPane();
  private final AnimationTimer cine;

  ViewerView(ViewerViewModel viewer, List<Action> actions, FrameStrip strip) {
    this.viewer = viewer;
    for (var tile : viewer.tiles()) {
      var view = new TileView(tile, viewer.display());
      Gestures.install(view, viewer);
      view.focusedProperty().addListener((_, _, focused) -> {
        if (focused) viewer.activate(tile);
      });
      tiles.add(view);
    }
    grid = new TileGrid(tiles);
    node.getStyleClass().add("viewer");
    node.getStylesheets().add(ViewerView.class.getResource("/umbra/app/viewer.css").toExternalForm());
    node.setTop(new ViewerBar(viewer, actions).node());
    node.setCenter(grid);
    node.setBottom(new VBox(strip.node(), line()));
    strip.node().visibleProperty().bind(viewer.strip());
    strip.node().managedProperty().bind(viewer.strip());
    for (var changing : new javafx.beans.Observable[] {viewer.layout(), viewer.active(), viewer.maximised()}) changing.addListener(_ -> arrange());
    arrange();
    cine = new AnimationTimer() {
      @Override
      public void handle(long now) {
        viewer.cine().tick(now, viewer.active().get());
      }
    };
    viewer.cine().playing().addListener((_, _, playing) -> {
      if (playing) cine.start();
      else cine.stop();
    });
  }

  Node node() {
    return node;
  }

  List<TileView> tiles() {
    return tiles;
  }

  private void arrange() {
    int active = viewer.tiles().indexOf(viewer.active().get());
    for (int i = 0; i < tiles.size(); i++) tiles.get(i).pseudoClassStateChanged(ACTIVE, i == active && viewer.layout().get().tiles() > 1);
    if (viewer.maximised().get()) grid.show(1, 1, List.of(tiles.get(active)));
    else grid.show(viewer.layout().get().rows(), viewer.layout().get().columns(), tiles.subList(0, viewer.layout().get().tiles()));
  }

  private HBox line() {
    var hint = new Label();
    hint.getStyleClass().add("viewer-hint");
    hint.textProperty().bind(javafx.beans.binding.Bindings.createStringBinding(() -> viewer.tool().get().title() + " · " + viewer.tool().get().hint(), viewer.tool()));
    hint.setMinWidth(0);
    var probe = new Label();
    probe.getStyleClass().addAll("viewer-probe", "mono");
    probe.textProperty().bind(viewer.probe());
    probe.setMinWidth(Region.USE_PREF_SIZE);
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    var line = new HBox(12, hint, gap, probe);
    line.getStyleClass().add("viewer-line");
    line.setPadding(new Insets(3, 8, 3, 8));
    return line;
  }
}

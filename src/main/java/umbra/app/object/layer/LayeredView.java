package umbra.app.object.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import umbra.app.action.Action;
import umbra.app.object.ObjectView;
import umbra.app.object.References;
import umbra.app.object.Shown;
import umbra.app.object.layer.LayersViewModel.Ground;
import umbra.app.page.ContentView;
import umbra.app.viewer.ImageViewer;
import umbra.catalog.InstanceRow;
import umbra.catalog.SeriesRow;
import umbra.object.presentation.PresentationDrawing;
import umbra.workspace.related.DrawnKind;

/// Images with what is drawn over them, and objects on the images they speak of: the viewer, and beside it a list of those objects.
public final class LayeredView implements ContentView {
  private static final double PANE_SHARE = 0.68;
  private static final double NARROW = 760;

  private final ImageViewer viewer;
  private final LayersViewModel model;
  private final LayersPane pane;
  private final PlotView plot = new PlotView();
  private final StackPane centre = new StackPane();
  private final SplitPane split = new SplitPane();
  private final Label kind = new Label();
  private final Label position = new Label();
  private final BorderPane root = new BorderPane();
  private final HBox bar;
  private final ReadOnlyObjectWrapper<Optional<InstanceRow>> current = new ReadOnlyObjectWrapper<>(Optional.empty());
  private List<InstanceRow> objects = List.of();
  private int at;
  private Optional<References.Goal> target = Optional.empty();

  public LayeredView(ImageViewer viewer, LayersViewModel model) {
    this.viewer = viewer;
    this.model = model;
    this.pane = new LayersPane(model);
    viewer.model().display().layers().add(new ObjectsLayer(model));
    root.getStyleClass().add("layered");
    root.getStylesheets().add(ObjectView.class.getResource("/umbra/app/object.css").toExternalForm());
    bar = bar();
    split.setId("layered");
    root.setCenter(split);
    root.widthProperty().addListener((_, _, width) -> turn(width.doubleValue() > 1 && width.doubleValue() < NARROW));
    model.layers().addListener((ListChangeListener<ObjectLayer>) change -> {
      while (change.next()) change.getAddedSubList().stream().filter(l -> l.kind() == DrawnKind.PRESENTATION).forEach(this::watch);
      arrange();
    });
    model.ground().addListener((_, _, now) -> ground(now));
    viewer.current().addListener((_, _, now) -> {
      if (objects.isEmpty()) current.set(now);
    });
    arrange();
  }

  private HBox bar() {
    kind.getStyleClass().add("sub-heading");
    HBox.setHgrow(kind, Priority.ALWAYS);
    kind.setMaxWidth(Double.MAX_VALUE);
    position.getStyleClass().add("muted");
    var steps = new HBox(4, ObjectView.button("fth-chevron-left", "Object before (Ctrl+PgUp)", () -> step(-1)), position,
        ObjectView.button("fth-chevron-right", "Next object (Ctrl+PgDn)", () -> step(1)));
    steps.setAlignment(Pos.CENTER);
    steps.visibleProperty().bind(position.textProperty().isNotEmpty());
    steps.managedProperty().bind(steps.visibleProperty());
    var made = new HBox(8, kind, steps);
    made.getStyleClass().addAll("object-view", "object-bar");
    return made;
  }

  /// Where there is little room beside the image, the list goes below it.
  private void turn(boolean narrow) {
    if (narrow == (split.getOrientation() == Orientation.VERTICAL)) return;
    split.setOrientation(narrow ? Orientation.VERTICAL : Orientation.HORIZONTAL);
    pane.lieBelow(narrow);
    split.setDividerPositions(PANE_SHARE);
  }

  private void arrange() {
    var wanted = model.layers().isEmpty() ? List.<Node>of(centre) : List.<Node>of(centre, pane);
    if (split.getItems().equals(wanted)) return;
    split.getItems().setAll(wanted);
    SplitPane.setResizableWithParent(pane, false);
    if (wanted.size() == 2) split.setDividerPositions(PANE_SHARE);
  }

  private void ground(Shown<Ground> now) {
    switch (now) {
      case Shown.Nothing<Ground> _ -> plot.clear();
      case Shown.Waiting<Ground> _ -> say("Looking for the images …", "");
      case Shown.Failed<Ground>(var reason) -> say("This object cannot be shown", reason);
      case Shown.Ready<Ground>(Ground.Images(var series, var instances)) -> {
        viewer.show(series, instances);
        centre.getChildren().setAll(viewer.node());
        model.chosen().get().ifPresent(this::goThere);
      }
      case Shown.Ready<Ground>(Ground.Planes(var layer)) -> {
        viewer.clear();
        plot.show(layer);
        centre.getChildren().setAll(plot);
      }
    }
  }

  private void say(String title, String reason) {
    var heading = new Label(title);
    heading.getStyleClass().add("sub-heading");
    var message = new Label(reason);
    message.getStyleClass().add("object-message");
    message.setWrapText(true);
    var box = new javafx.scene.layout.VBox(8, heading, message);
    box.getStyleClass().add("object-view");
    box.setAlignment(Pos.CENTER);
    centre.getChildren().setAll(box);
  }

  /// A presentation state that is switched on changes how the images look; switched off, they are as they were.
  private void watch(ObjectLayer layer) {
    layer.on().addListener((_, _, on) -> {
      if (on) whenOpened(layer, () -> present(layer));
      else PresentedTile.end(viewer.model().active().get());
    });
  }

  private void present(ObjectLayer layer) {
    if (layer.on().get() && layer.opened().get().drawable() instanceof PresentationDrawing state) PresentedTile.show(state, viewer.model().active().get(), model);
  }

  private static void whenOpened(ObjectLayer layer, Runnable then) {
    if (layer.opened().isPresent()) {
      then.run();
      return;
    }
    layer.content().addListener((_, _, now) -> {
      if (now instanceof Shown.Ready<OpenedObject>) then.run();
    });
  }

  /// Brings a frame to the front on which there is something to see, once the object was read.
  private void goThere(ObjectLayer layer) {
    whenOpened(layer, () -> {
      var tile = viewer.model().active().get();
      FirstFrame.of(layer.opened().get().drawable(), tile.stack().get(), model).ifPresent(tile::scrollTo);
    });
  }

  @Override
  public boolean shows(InstanceRow first) {
    return isObject(first) || viewer.shows(first);
  }

  private static boolean isObject(InstanceRow row) {
    return DrawnKind.of(row.sopClassUid()).filter(DrawnKind::isOpenedOnImages).isPresent();
  }

  @Override
  public Node node() {
    return root;
  }

  /// Where the next series that is shown is to begin.
  public void goTo(References.Goal wanted) {
    target = Optional.of(wanted);
  }

  @Override
  public void show(SeriesRow series, List<InstanceRow> instances) {
    var wanted = target;
    target = Optional.empty();
    if (isObject(instances.getFirst())) {
      objects = instances.stream().filter(LayeredView::isObject).toList();
      at = 0;
      root.setTop(bar);
      open();
      return;
    }
    objects = List.of();
    root.setTop(null);
    model.over(series, instances, wanted.map(t -> List.of(t.by())).orElse(List.of()));
    viewer.show(series, instances);
    centre.getChildren().setAll(viewer.node());
    current.set(viewer.current().getValue());
    wanted.ifPresent(t -> goTo(t, instances));
  }

  private void goTo(References.Goal wanted, List<InstanceRow> instances) {
    var tile = viewer.model().active().get();
    int index = 0;
    for (var row : instances) {
      if (!row.hasPixels()) continue;
      if (row.sopInstanceUid().equals(wanted.sopInstanceUid())) {
        tile.scrollTo(index + Math.clamp(wanted.frame() - 1L, 0, Math.max(0, row.frames() - 1)));
        return;
      }
      index += row.frames();
    }
  }

  private void step(int by) {
    if (objects.isEmpty()) return;
    int to = Math.clamp((long) at + by, 0, objects.size() - 1);
    if (to == at) return;
    at = to;
    open();
  }

  private void open() {
    var row = objects.get(at);
    kind.setText(DrawnKind.of(row.sopClassUid()).orElseThrow().title());
    position.setText(objects.size() == 1 ? "" : (at + 1) + " of " + objects.size());
    current.set(Optional.of(row));
    model.open(row);
  }

  @Override
  public void clear() {
    objects = List.of();
    model.clear();
    plot.clear();
    viewer.clear();
    current.set(Optional.empty());
  }

  @Override
  public ObservableValue<Optional<InstanceRow>> current() {
    return current.getReadOnlyProperty();
  }

  @Override
  public List<Action> actions() {
    var all = new ArrayList<>(viewer.actions());
    all.add(ObjectView.action("layer.next", "Next object", "Show the next object of the series", "Shortcut+PAGE_DOWN", () -> step(1)));
    all.add(ObjectView.action("layer.previous", "Object before", "Show the object of the series before", "Shortcut+PAGE_UP", () -> step(-1)));
    return List.copyOf(all);
  }
}

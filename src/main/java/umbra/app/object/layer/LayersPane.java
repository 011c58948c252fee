package umbra.app.object.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Slider;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableColumn;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import umbra.app.object.Shown;
import umbra.app.object.TextTable;
import umbra.app.object.table.ObjectTables;
import umbra.object.radiotherapy.DoseDrawing;
import umbra.workspace.related.DrawnKind;

/// The objects that can be drawn over an image, and the parts, tables and texts of the one that was chosen.
final class LayersPane extends BorderPane {
  private static final String SWITCH_ON = "Switch an object on to draw it over the image; its parts, tables and texts are then listed here.";

  private final LayersViewModel model;
  private final ListView<ObjectLayer> objects = new ListView<>();
  private final TabPane tabs = new TabPane();
  private final Label note = new Label();
  private final InvalidationListener loaded = _ -> fill();
  private final VBox top;
  private Optional<ObjectLayer> listened = Optional.empty();
  private Optional<OpenedObject> filled = Optional.empty();

  LayersPane(LayersViewModel model) {
    this.model = model;
    setId("layers");
    getStyleClass().addAll("object-view", "layers-pane");
    setMinWidth(220);
    setPrefWidth(330);
    setMinHeight(160);
    objects.setItems(model.layers());
    objects.setId("layer-objects");
    objects.setFixedCellSize(44);
    objects.setCellFactory(_ -> new ObjectCell());
    objects.prefHeightProperty().bind(javafx.beans.binding.Bindings.createDoubleBinding(() -> 4.0 + 44 * Math.clamp(model.layers().size(), 1, 5), model.layers()));
    objects.setMinHeight(Region.USE_PREF_SIZE);
    objects.getSelectionModel().selectedItemProperty().addListener((_, _, now) -> {
      if (now != null) model.chosen().set(Optional.of(now));
    });
    tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
    note.setWrapText(true);
    note.getStyleClass().add("muted");
    note.setPadding(new javafx.geometry.Insets(12));
    BorderPane.setAlignment(note, Pos.TOP_LEFT);
    var heading = new Label("Drawn over the image");
    heading.getStyleClass().add("sub-heading");
    top = new VBox(4, heading, objects);
    top.setPadding(new javafx.geometry.Insets(6, 8, 6, 8));
    lieBelow(false);
    model.chosen().subscribe(this::choose);
  }

  /// Beside the image the list lies above the tabs, below it left of them.
  void lieBelow(boolean below) {
    setTop(null);
    setLeft(null);
    if (below) setLeft(top);
    else setTop(top);
    top.setPrefWidth(below ? 210 : Region.USE_COMPUTED_SIZE);
  }

  private void choose(Optional<ObjectLayer> layer) {
    listened.ifPresent(l -> l.content().removeListener(loaded));
    listened = layer;
    layer.ifPresent(l -> l.content().addListener(loaded));
    layer.ifPresent(objects.getSelectionModel()::select);
    filled = Optional.empty();
    fill();
  }

  private void fill() {
    note.setText(listened.map(l -> switch (l.content().get()) {
      case Shown.Nothing<OpenedObject> _ -> SWITCH_ON;
      case Shown.Waiting<OpenedObject> _ -> "Reading …";
      case Shown.Failed<OpenedObject>(var reason) -> reason;
      case Shown.Ready<OpenedObject> _ -> "";
    }).orElse(SWITCH_ON));
    var opened = listened.flatMap(ObjectLayer::opened);
    setCenter(opened.isEmpty() ? note : tabs);
    if (opened.isEmpty()) tabs.getTabs().clear();
    else if (filled.isEmpty() || filled.get() != opened.get()) tabs.getTabs().setAll(tabs(listened.get(), opened.get()));
    filled = opened;
  }

  private List<Tab> tabs(ObjectLayer layer, OpenedObject object) {
    var made = new ArrayList<Tab>();
    if (!object.drawable().parts().isEmpty()) made.add(new Tab("Parts (" + object.drawable().parts().size() + ")", new PartsPane(layer)));
    if (object.drawable() instanceof DoseDrawing dose) made.add(new Tab("Histogram", new HistogramPane(layer, dose.grid(), structures())));
    for (var table : object.tables()) made.add(new Tab(table.title(), table(table)));
    var texts = TextTable.ofItems("The object holds no text of its own.");
    texts.setId("layer-texts");
    texts.getItems().setAll(object.texts());
    made.add(new Tab("Text (" + object.texts().size() + ")", texts));
    return made;
  }

  /// The structure set that a dose is seen with.
  private Optional<umbra.catalog.InstanceRow> structures() {
    return model.layers().stream().filter(l -> l.kind() == DrawnKind.STRUCTURES).map(ObjectLayer::row).findFirst();
  }

  private static Region table(ObjectTables.Table table) {
    var columns = new ArrayList<TableColumn<List<String>, String>>();
    for (int i = 0; i < table.columns().size(); i++) {
      int at = i;
      columns.add(TextTable.column(table.columns().get(i), table.columns().get(i).length() > 6 ? 110 : 70, r -> r.get(at)));
    }
    var view = TextTable.of("The object has none.", columns);
    view.getItems().setAll(table.rows());
    return view;
  }

  /// Switch, kind and name of the file.
  private static final class ObjectCell extends ListCell<ObjectLayer> {
    private Optional<ObjectLayer> bound = Optional.empty();
    private final CheckBox on = new CheckBox();
    private final Label title = new Label();
    private final Label detail = new Label();
    private final HBox box = new HBox(8, on, new VBox(title, detail));

    ObjectCell() {
      box.setAlignment(Pos.CENTER_LEFT);
      setPrefWidth(0); // as wide as the list
      detail.getStyleClass().add("muted");
      on.setAccessibleText("Draw it");
    }

    @Override
    protected void updateItem(ObjectLayer layer, boolean empty) {
      super.updateItem(layer, empty);
      bound.ifPresent(l -> on.selectedProperty().unbindBidirectional(l.on()));
      bound = empty || layer == null ? Optional.empty() : Optional.of(layer);
      setGraphic(bound.isPresent() ? box : null);
      bound.ifPresent(l -> {
        on.selectedProperty().bindBidirectional(l.on());
        title.setText(l.kind().title());
        var path = java.nio.file.Path.of(l.row().member().isEmpty() ? l.row().path() : l.row().member());
        detail.setText(String.valueOf(path.getFileName()));
      });
    }
  }

  /// What can be switched on and off, and how strong its colour is.
  private static final class PartsPane extends BorderPane {
    PartsPane(ObjectLayer layer) {
      setCenter(PartsTable.of(layer));
      var opacity = new Slider(0, 1, layer.opacity().get());
      opacity.valueProperty().bindBidirectional(layer.opacity());
      opacity.setAccessibleText("Opacity of colour");
      opacity.setPrefWidth(110);
      var gap = new Region();
      HBox.setHgrow(gap, Priority.ALWAYS);
      var bar = new HBox(6, button("All", () -> layer.showAll(true)), button("None", () -> layer.showAll(false)), gap, opacity);
      bar.getStyleClass().add("object-bar");
      setTop(bar);
    }

    private static Button button(String text, Runnable run) {
      var button = new Button(text);
      button.getStyleClass().add("small");
      button.setMinWidth(Region.USE_PREF_SIZE);
      button.setOnAction(_ -> run.run());
      return button;
    }
  }
}

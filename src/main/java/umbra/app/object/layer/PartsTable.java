package umbra.app.object.layer;

import javafx.scene.control.CheckBox;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.shape.Rectangle;
import umbra.app.object.TextTable;
import umbra.object.drawing.Part;

/// The parts of an object: a switch and a swatch each, then name, kind, number and detail. Space switches the line in front.
final class PartsTable {
  private PartsTable() {}

  static TableView<Part> of(ObjectLayer layer) {
    var shown = new TableColumn<Part, Part>("");
    shown.setPrefWidth(56);
    shown.setSortable(false);
    shown.setCellValueFactory(f -> new javafx.beans.property.ReadOnlyObjectWrapper<>(f.getValue()));
    shown.setCellFactory(_ -> new SwitchCell(layer));
    var table = TextTable.<Part>of("The object has no parts.", java.util.List.of());
    table.setId("layer-parts");
    table.getColumns().add(shown);
    table.getColumns().add(TextTable.column("Name", 120, Part::name));
    table.getColumns().add(TextTable.column("Type", 70, Part::kind));
    table.getColumns().add(TextTable.column("No.", 44, p -> String.valueOf(p.number())));
    table.getColumns().add(TextTable.column("Detail", 150, Part::detail));
    table.getItems().setAll(layer.parts());
    layer.changes().addListener((_, _, _) -> table.refresh());
    table.setOnKeyPressed(e -> {
      var part = table.getSelectionModel().getSelectedItem();
      if (e.getCode() != javafx.scene.input.KeyCode.SPACE || part == null) return;
      layer.show(part.number(), !layer.isShown(part.number()));
      e.consume();
    });
    return table;
  }

  private static final class SwitchCell extends TableCell<Part, Part> {
    private final ObjectLayer layer;
    private final CheckBox box = new CheckBox();
    private final Rectangle swatch = new Rectangle(14, 14);
    private final HBox both = new HBox(6, box, swatch);

    SwitchCell(ObjectLayer layer) {
      this.layer = layer;
      both.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
      box.setOnAction(_ -> layer.show(getItem().number(), box.isSelected()));
    }

    @Override
    protected void updateItem(Part part, boolean empty) {
      super.updateItem(part, empty);
      setGraphic(empty || part == null ? null : both);
      if (empty || part == null) return;
      box.setSelected(layer.isShown(part.number()));
      box.setAccessibleText("Draw " + part.name());
      swatch.setFill(DrawingPainter.color(part.rgb()));
    }
  }
}

package umbra.app.inspector;

import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import umbra.workspace.header.Comparison;
import umbra.workspace.header.Comparison.Difference;
import umbra.workspace.header.Variation;

/// The tabs that look beyond one instance: what varies in its series, and two headers side by side.
final class SeriesPanes {
  private static final int NUMBERS_SHOWN = 12;

  private SeriesPanes() {}

  static Node varies(SeriesViewModel model) {
    var start = new Button("Look through the series");
    start.setOnAction(_ -> model.count());
    start.disableProperty().bind(model.counting());
    var stop = new Button("Stop");
    stop.setOnAction(_ -> model.cancel());
    stop.disableProperty().bind(model.counting().not());
    var table = new TableView<>(model.rows());
    table.getStyleClass().addAll("header-table", "dense");
    table.setAccessibleText("Attributes with more than one value in this series");
    table.setPlaceholder(new Label("Attributes with more than one value appear here"));
    table.getColumns().add(column("Tag path", 160, r -> r.path().toString(), "mono-cell"));
    table.getColumns().add(column("Name", 160, Variation.Row::name, ""));
    table.getColumns().add(column("Values", 60, r -> (r.further() > 0 ? "over " : "") + r.values().size(), ""));
    table.getColumns().add(column("Most frequent", 220, r -> r.values().getFirst().value() + " (" + r.values().getFirst().instances().size() + "×)", ""));
    var values = new ListView<String>();
    values.setAccessibleText("Values of the selected attribute, with the instances that have them");
    table.getSelectionModel().selectedItemProperty().subscribe(row -> {
      if (row == null) values.getItems().clear();
      else values.getItems().setAll(row.values().stream().map(o -> line(model, o)).toList());
    });
    var split = new SplitPane(table, values);
    split.setOrientation(Orientation.VERTICAL);
    split.setDividerPositions(0.65);
    return pane(split, model.variesText(), start, stop);
  }

  /// A value, how often it is met, and the Instance Numbers that have it.
  private static String line(SeriesViewModel model, Variation.Occurrence occurrence) {
    var counted = model.counted();
    var numbers = occurrence.instances().stream().limit(NUMBERS_SHOWN).filter(i -> i < counted.size())
        .map(i -> String.valueOf(counted.get(i).number())).collect(Collectors.joining(", "));
    return occurrence.value() + "   " + occurrence.instances().size() + "×   instance " + numbers + (occurrence.instances().size() > NUMBERS_SHOWN ? ", …" : "");
  }

  static Node compare(SeriesViewModel model) {
    var hold = new Button("Hold this image");
    hold.setOnAction(_ -> model.hold());
    var only = new ToggleButton("Only differences");
    only.selectedProperty().bindBidirectional(model.onlyDifferences());
    var table = new TableView<>(model.lines());
    table.getStyleClass().addAll("header-table", "dense");
    table.setAccessibleText("Two headers side by side");
    table.setPlaceholder(new Label("Nothing to compare"));
    table.getColumns().add(column("", 30, l -> mark(l.difference()), ""));
    table.getColumns().add(column("Tag", 150, l -> "  ".repeat(l.depth()) + ElementCells.title(l.either()), "mono-cell"));
    table.getColumns().add(column("Name", 150, l -> ElementCells.name(l.either()), ""));
    table.getColumns().add(column("Held", 180, l -> l.left().map(ElementCells::value).orElse("–"), ""));
    table.getColumns().add(column("In front", 180, l -> l.right().map(ElementCells::value).orElse("–"), ""));
    table.setRowFactory(_ -> new TableRow<>() {
      @Override
      protected void updateItem(Comparison.Line line, boolean empty) {
        super.updateItem(line, empty);
        getStyleClass().remove("differs");
        if (!empty && line != null && line.difference() != Difference.SAME) getStyleClass().add("differs");
      }
    });
    return pane(table, model.compareText(), hold, only);
  }

  private static String mark(Difference difference) {
    return switch (difference) {
      case SAME -> "";
      case DIFFERENT -> "≠";
      case ONLY_LEFT -> "−";
      case ONLY_RIGHT -> "+";
    };
  }

  private static <T> TableColumn<T, String> column(String title, double width, Function<T, String> value, String style) {
    var column = new TableColumn<T, String>(title);
    column.setPrefWidth(width);
    column.setSortable(false);
    if (!style.isEmpty()) column.getStyleClass().add(style);
    column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(value.apply(cell.getValue())));
    return column;
  }

  private static BorderPane pane(Node center, javafx.beans.value.ObservableValue<String> text, Node... controls) {
    var said = new Label();
    said.getStyleClass().add("muted");
    said.setWrapText(true);
    said.textProperty().bind(text);
    var bar = new HBox(6, controls);
    bar.setAlignment(Pos.CENTER_LEFT);
    var top = new VBox(4, bar, said);
    top.setPadding(new Insets(6));
    var pane = new BorderPane(center);
    pane.setTop(top);
    return pane;
  }
}

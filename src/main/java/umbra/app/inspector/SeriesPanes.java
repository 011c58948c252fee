package umbra.app.inspector;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
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
import umbra.app.table.Columns;
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
    var table = header(new TableView<>(model.rows()), "varies", "Attributes with more than one value in this series", "Attributes with more than one value appear here", List.of(
        mono("Tag path", 160, r -> r.path().toString()), Columns.text("Name", 160, Variation.Row::name), Columns.text("Values", 60, r -> (r.further() > 0 ? "over " : "") + r.values().size()),
        Columns.text("Most frequent", 220, r -> r.values().getFirst().value() + " (" + r.values().getFirst().instances().size() + "×)")));
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
    var table = header(new TableView<>(model.lines()), "compare", "Two headers side by side", "Nothing to compare", List.of(Columns.text("", 30, l -> mark(l.difference())),
        mono("Tag", 150, l -> "  ".repeat(l.depth()) + ElementCells.title(l.either())), Columns.text("Name", 150, l -> ElementCells.name(l.either())),
        Columns.text("Held", 180, l -> l.left().map(ElementCells::value).orElse("–")), Columns.text("In front", 180, l -> l.right().map(ElementCells::value).orElse("–"))));
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

  private static <T> TableView<T> header(TableView<T> table, String id, String about, String empty, List<TableColumn<T, String>> columns) {
    Columns.dress(table, id, about, empty).getStyleClass().add("header-table");
    table.getColumns().setAll(columns);
    Columns.keepOrder(table);
    return table;
  }

  private static <T> TableColumn<T, String> mono(String title, double width, Function<T, String> value) {
    var column = Columns.text(title, width, value);
    column.getStyleClass().add("mono-cell");
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

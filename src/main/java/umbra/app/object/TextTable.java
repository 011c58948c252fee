package umbra.app.object;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import umbra.object.TextItem;

/// Tables of text.
public final class TextTable {
  private TextTable() {}

  /// @param empty said in place of rows
  public static <T> TableView<T> of(String empty, List<TableColumn<T, String>> columns) {
    var table = new TableView<T>();
    table.getColumns().setAll(columns);
    var label = new Label(empty);
    label.getStyleClass().add("muted");
    table.setPlaceholder(label);
    return table;
  }

  public static <T> TableColumn<T, String> column(String title, double width, Function<T, String> value) {
    var column = new TableColumn<T, String>(title);
    column.setPrefWidth(width);
    column.setCellValueFactory(f -> new ReadOnlyStringWrapper(value.apply(f.getValue())));
    return column;
  }

  /// What text an object holds, and where.
  public static TableView<TextItem> ofItems(String empty) {
    return of(empty, List.of(column("What", 190, TextItem::kind), column("Text", 360, i -> i.text().replace('\n', ' ')), column("Where", 190, i -> i.where().toString())));
  }
}

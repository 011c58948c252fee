package umbra.app.table;

import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;

/// What all tables of the window have in common: how they look, and their kinds of columns.
public final class Columns {
  private Columns() {}

  /// @param about what a screen reader calls it
  /// @param empty said in place of rows
  public static <T> TableView<T> dress(TableView<T> table, String id, String about, String empty) {
    table.setId(id);
    table.setAccessibleText(about);
    table.getStyleClass().add("dense");
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    var placeholder = new Label(empty);
    placeholder.setWrapText(true);
    placeholder.getStyleClass().add("muted");
    table.setPlaceholder(placeholder);
    return table;
  }

  /// For rows whose order means something.
  public static void keepOrder(TableView<?> table) {
    for (var column : table.getColumns()) column.setSortable(false);
  }

  /// Sorted without regard to case; a long text stands in a tooltip, too.
  public static <T> TableColumn<T, String> text(String title, double width, Function<T, String> value) {
    var column = new TableColumn<T, String>(title);
    column.setPrefWidth(width);
    column.setMinWidth(Math.min(width, 70));
    column.setComparator(String.CASE_INSENSITIVE_ORDER);
    column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(value.apply(cell.getValue())));
    column.setCellFactory(_ -> new TableCell<>() {
      @Override
      protected void updateItem(String text, boolean empty) {
        super.updateItem(text, empty);
        setText(empty ? null : text);
        setTooltip(empty || text == null || text.length() < 12 ? null : new Tooltip(text));
      }
    });
    return column;
  }

  public static <T> TableColumn<T, Long> count(String title, Function<T, Long> value) {
    var column = new TableColumn<T, Long>(title);
    column.setPrefWidth(84);
    column.setMinWidth(66);
    column.setMaxWidth(110);
    column.setStyle("-fx-alignment: center-right;");
    column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(value.apply(cell.getValue())));
    column.setCellFactory(_ -> new TableCell<>() {
      @Override
      protected void updateItem(Long number, boolean empty) {
        super.updateItem(number, empty);
        setText(empty || number == null ? null : String.format("%,d", number));
      }
    });
    return column;
  }

  public static <T> TableColumn<T, String> chip(String title, double width, Function<T, String> value, Function<String, String> tone) {
    var column = text(title, width, value);
    column.setCellFactory(_ -> new TableCell<>() {
      private final Label chip = new Label();

      @Override
      protected void updateItem(String word, boolean empty) {
        super.updateItem(word, empty);
        boolean bare = empty || word == null || word.isEmpty();
        setGraphic(bare ? null : chip);
        if (bare) return;
        chip.setText(word);
        chip.getStyleClass().setAll("label", "chip", tone.apply(word));
      }
    });
    return column;
  }

  /// Beside the word of an action, never instead of it.
  public static String toneOfAction(String action) {
    return switch (action) {
      case "remove" -> "chip-bad";
      case "empty", "replace" -> "chip-warn";
      case "clean", "add" -> "chip-note";
      case "look inside" -> "chip-other";
      default -> "chip-plain";
    };
  }
}

package umbra.app.value;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import umbra.catalog.decision.TextRow;
import umbra.workspace.curate.Suggestion;

/// The grid; its selection outlives a reload.
final class ValuesTable extends TableView<TextRow> {
  ValuesTable(ValuesViewModel model) {
    var sorted = new SortedList<>(model.shown());
    sorted.comparatorProperty().bind(comparatorProperty());
    setItems(sorted);
    setId("values");
    setAccessibleText("Distinct texts");
    getStyleClass().add("dense");
    getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    setPlaceholder(new Label("No texts here. “Read the headers” counts them; a filter may hide them."));
    getColumns().setAll(List.of(text("Place", 250, r -> PlaceNames.of(r.where())), text("VR", 40, r -> r.where().vr()), text("Text", 330, r -> oneLine(r.where().text())),
        count("Count", r -> r.uses()), count("Subjects", r -> r.subjects()), chips("Looks like", 120, r -> r.resembles(), _ -> "chip-bad"),
        chips("Suggestion", 96, r -> Suggestion.of(r).word(), ValuesTable::tone), chips("Decision", 190, ValuesViewModel::decision, ValuesTable::tone)));
  }

  /// Line breaks would make rows of different heights.
  private static String oneLine(String text) {
    return text.replaceAll("\\s*[\\r\\n]+\\s*", " ⏎ ");
  }

  /// Beside the word, never instead of it.
  private static String tone(String word) {
    if (word.startsWith("replace")) return "chip-note";
    return switch (word) {
      case "keep" -> "chip-plain";
      case "remove" -> "chip-bad";
      case "look", "undecided" -> "chip-warn";
      default -> "chip-other";
    };
  }

  private static TableColumn<TextRow, String> text(String title, double width, Function<TextRow, String> value) {
    var column = new TableColumn<TextRow, String>(title);
    column.setPrefWidth(width);
    column.setMinWidth(Math.min(width, 90) * 0.9);
    column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(value.apply(cell.getValue())));
    column.setComparator(Comparator.comparing(Function.identity(), String.CASE_INSENSITIVE_ORDER));
    return column;
  }

  private static TableColumn<TextRow, Long> count(String title, Function<TextRow, Long> value) {
    var column = new TableColumn<TextRow, Long>(title);
    column.setPrefWidth(70);
    column.setMinWidth(66);
    column.setMaxWidth(110);
    column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(value.apply(cell.getValue())));
    column.setStyle("-fx-alignment: center-right;");
    return column;
  }

  private static TableColumn<TextRow, String> chips(String title, double width, Function<TextRow, String> value, Function<String, String> tone) {
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
}

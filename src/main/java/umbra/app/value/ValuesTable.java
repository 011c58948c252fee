package umbra.app.value;

import java.util.List;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableView;
import umbra.app.table.Columns;
import umbra.catalog.decision.TextRow;
import umbra.workspace.curate.Suggestion;

/// The grid; its selection outlives a reload.
final class ValuesTable extends TableView<TextRow> {
  ValuesTable(ValuesViewModel model) {
    var sorted = new SortedList<>(model.shown());
    sorted.comparatorProperty().bind(comparatorProperty());
    setItems(sorted);
    Columns.dress(this, "values", "Distinct texts", "No texts here. “Read the headers” counts them; a filter may hide them.");
    getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    getColumns().setAll(List.of(Columns.text("Place", 250, r -> PlaceNames.of(r.where())), Columns.text("VR", 40, r -> r.where().vr()), Columns.text("Text", 330, r -> oneLine(r.where().text())),
        Columns.count("Count", r -> r.uses()), Columns.count("Subjects", r -> r.subjects()), Columns.chip("Looks like", 120, r -> r.resembles(), _ -> "chip-bad"),
        Columns.chip("Suggestion", 96, r -> Suggestion.of(r).word(), ValuesTable::tone), Columns.chip("Decision", 190, ValuesViewModel::decision, ValuesTable::tone)));
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
}

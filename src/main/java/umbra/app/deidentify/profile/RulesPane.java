package umbra.app.deidentify.profile;

import java.util.List;
import java.util.function.IntConsumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import umbra.app.deidentify.work.Card;
import umbra.app.table.Columns;

/// Search an element, see the rule that holds for it and where the rule stands.
final class RulesPane {
  private final RulesViewModel model;
  private final TextField search = new TextField();
  private final TableView<RuleRow> table;
  private final Card root;

  /// @param open shows a line of the profile
  RulesPane(RulesViewModel model, IntConsumer open) {
    this.model = model;
    search.setId("rule-search");
    search.setPromptText("PatientName, 0010,0010, a path, or words");
    search.setAccessibleText("Search the rule of an element");
    search.setPrefWidth(380);
    search.textProperty().bindBidirectional(model.query());
    var sop = new TextField();
    sop.setId("rule-sop-class");
    sop.setPrefWidth(210);
    sop.setAccessibleText("UID of the SOP Class asked about");
    sop.setTooltip(new javafx.scene.control.Tooltip("In another SOP Class the Type of the Attribute, and so the rule, may be another"));
    sop.textProperty().bindBidirectional(model.sopClass());
    table = Columns.dress(new TableView<>(model.rows()), "rules", "Rules of elements", "Type a tag, a keyword or a part of a name above: the rule that holds, and where it comes from, stands here");
    table.getColumns().setAll(List.of(Columns.text("Element", 240, RuleRow::name), Columns.text("Tag", 110, RuleRow::tag), Columns.chip("Code", 70, RuleRow::code, RulesPane::tone),
        Columns.text("Effect", 190, RuleRow::effect), Columns.text("Rule", 260, r -> r.line() > 0 ? r.rule() + " (line " + r.line() + " of the profile)" : r.rule()),
        Columns.text("Type there", 130, RuleRow::type)));
    table.setOnMouseClicked(event -> {
      if (event.getClickCount() == 2) go(open);
    });
    var show = Card.button("rule-line", "Show the line", "fth-external-link", "Opens the profile where its own rule stands (its copy, if it is a shipped one)", () -> go(open));
    show.setDisable(true);
    table.getSelectionModel().selectedItemProperty().subscribe(row -> show.setDisable(row == null || row.line() == 0));
    var said = new Label();
    said.getStyleClass().add("muted");
    said.textProperty().bind(model.said());
    var of = new Label("in SOP Class");
    of.getStyleClass().add("muted");
    of.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
    root = new Card("Effective rule of an element", "", Card.row(search, of, sop, said, Card.gap(), show), table).growing(table);
    VBox.setVgrow(root, Priority.ALWAYS);
  }

  private void go(IntConsumer open) {
    var row = table.getSelectionModel().getSelectedItem();
    if (row != null && row.line() > 0) open.accept(row.line());
  }

  private static String tone(String code) {
    return switch (code.charAt(0)) {
      case 'K' -> "chip-plain";
      case 'C', 'U' -> "chip-note";
      case 'D', 'Z' -> "chip-warn";
      default -> "chip-bad";
    };
  }

  Node node() {
    return root;
  }

  void find() {
    search.requestFocus();
    search.selectAll();
  }

  void ask(String place) {
    model.query().set(place);
    find();
  }
}

package umbra.app.deidentify.version;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import umbra.app.deidentify.work.Card;
import umbra.app.table.Columns;
import umbra.workspace.curate.Verdict;
import umbra.workspace.export.Gate;
import umbra.workspace.export.Prepared.Open;

/// What is open before a version may leave; each row leads to where it is settled.
public final class GateStep {
  private final GateViewModel model;
  private final BiConsumer<Gate.Kind, Optional<Open>> go;
  private final TableView<GateRow> table;
  private final TableView<Open> places = new TableView<>();
  private final TextField reason = new TextField();
  private final BorderPane root = new BorderPane();

  /// @param go shows the page where this is settled, at the place if one is given
  public GateStep(GateViewModel model, BiConsumer<Gate.Kind, Optional<Open>> go) {
    this.model = model;
    this.go = go;
    table = Columns.dress(new TableView<>(model.rows()), "gate", "What the gate asks for", "No plan yet: the plan finds out what is open");
    table.getColumns().setAll(List.of(Columns.chip("State", 78, GateRow::state, GateStep::tone), Columns.text("How many", 80, r -> r.count() == 0 ? "" : "%,d".formatted(r.count())), Columns.text("What", 380, r -> r.kind().text()),
        Columns.text("Passed because", 150, GateRow::passed)));
    table.getSelectionModel().selectedItemProperty().subscribe(this::show);
    table.setOnMouseClicked(e -> {
      if (e.getClickCount() == 2) solve();
    });
    // As a listener of changes it comes after that of the table, which clears the choice
    model.rows().addListener((javafx.collections.ListChangeListener<GateRow>) _ -> keepChoice());
    Columns.dress(places, "gate-places", "Where it is open", "Choose a row: its places stand here");
    places.getColumns().setAll(List.of(Columns.text("Where", 300, Open::what)));
    places.setOnMouseClicked(e -> {
      if (e.getClickCount() == 2) solve();
    });
    places.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    var side = new Card("Where", "", places, verdicts()).growing(places);
    var split = new SplitPane(table, side);
    split.setDividerPositions(0.64);
    root.setTop(new Card("Gate", "Nothing leaves while something is open here. Settle it where it stands, or pass it with a reason: the reason goes on record and into method.html.", bar()));
    root.setCenter(split);
    BorderPane.setMargin(split, new javafx.geometry.Insets(10, 0, 0, 0));
  }

  public Node node() {
    return root;
  }

  private Node bar() {
    var status = new Label();
    status.setId("gate-status");
    status.textProperty().bind(model.status());
    status.getStyleClass().add("sub-heading");
    reason.setId("gate-reason");
    reason.setPromptText("Reason, without patient values");
    reason.setAccessibleText("Reason for passing the gate");
    HBox.setHgrow(reason, Priority.ALWAYS);
    reason.setMaxWidth(380);
    reason.setOnAction(_ -> pass());
    var pass = Card.button("gate-pass", "Pass with this reason", "fth-check", "Lets a version leave although this is open; Ctrl+Z takes it back", this::pass);
    var close = Card.button("gate-close", "Close again", "fth-lock", "Takes back that it was passed", () -> chosen().ifPresent(model::close));
    Runnable tell = () -> {
      pass.setDisable(chosen().filter(r -> r.count() > 0).isEmpty());
      close.setDisable(chosen().filter(r -> !r.passed().isEmpty()).isEmpty());
    };
    table.getSelectionModel().selectedItemProperty().subscribe(_ -> tell.run());
    return Card.row(status, Card.gap(), solver(), reason, pass, close);
  }

  /// Series are judged right here, the selected ones or, if none is, all of them.
  private Node verdicts() {
    var release = Card.button("gate-release", "Release", "fth-check", "These series may leave", () -> judge(Verdict.RELEASE));
    var withhold = Card.button("gate-withhold", "Withhold", "fth-x", "These series stay here", () -> judge(Verdict.WITHHOLD));
    var unsure = Card.button("gate-unsure", "Unsure", "fth-help-circle", "Somebody else has to look", () -> judge(Verdict.UNSURE));
    var verdict = new Label("Verdict");
    verdict.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
    var row = Card.row(verdict, release, withhold, unsure);
    row.visibleProperty().bind(table.getSelectionModel().selectedItemProperty().map(r -> r.count() > 0 && (r.kind() == Gate.Kind.VERDICTS || r.kind() == Gate.Kind.NOTES)).orElse(false));
    row.managedProperty().bind(row.visibleProperty());
    return row;
  }

  private void judge(Verdict verdict) {
    var selected = List.copyOf(places.getSelectionModel().getSelectedItems());
    model.judge(selected.isEmpty() ? List.copyOf(places.getItems()) : selected, verdict, reason.getText());
  }

  private javafx.scene.control.Button solver() {
    var button = Card.button("gate-go", "Settle it there", "fth-external-link", "Opens the page where this is decided", this::solve);
    button.disableProperty().bind(table.getSelectionModel().selectedItemProperty().isNull());
    return button;
  }

  private Optional<GateRow> chosen() {
    return Optional.ofNullable(table.getSelectionModel().getSelectedItem());
  }

  private void pass() {
    chosen().filter(r -> r.count() > 0).ifPresent(row -> {
      if (model.pass(row, reason.getText())) reason.clear();
      else reason.requestFocus();
    });
  }

  private void solve() {
    chosen().ifPresent(row -> go.accept(row.kind(), Optional.ofNullable(places.getSelectionModel().getSelectedItem()).or(() -> places.getItems().stream().findFirst())));
  }

  private void show(GateRow row) {
    places.getItems().setAll(row == null ? List.of() : row.places());
  }

  /// The first that is open is chosen, so that work can begin.
  private void keepChoice() {
    if (!model.rows().isEmpty()) table.getSelectionModel().clearAndSelect(0);
  }

  private static String tone(String state) {
    return switch (state) {
      case "open" -> "chip-bad";
      case "passed" -> "chip-warn";
      default -> "chip-plain";
    };
  }
}

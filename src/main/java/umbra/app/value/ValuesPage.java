package umbra.app.value;

import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import umbra.app.action.Action;
import umbra.app.fx.Look;
import umbra.app.page.Page;
import umbra.catalog.decision.TextRow;
import umbra.deid.value.TextDecision;

/// Each distinct text of the collection once, to be kept, removed or replaced.
public final class ValuesPage implements Page {
  private static final SimpleBooleanProperty ALWAYS = new SimpleBooleanProperty(true);

  private final ValuesViewModel model;
  private final LongConsumer goTo;
  private final ValuesTable table;
  private final TextField search = new TextField();
  private final TextField replacement = new TextField();
  private final HBox replaceBar = new HBox(8);
  private final BorderPane root = new BorderPane();

  /// @param goTo shows the series of this number
  public ValuesPage(ValuesViewModel model, LongConsumer goTo) {
    this.model = model;
    this.goTo = goTo;
    this.table = new ValuesTable(model);
    root.setTop(bar());
    root.setCenter(table);
    root.setBottom(new VBox(replaceBar(), foot()));
    root.getStyleClass().add("pane");
  }

  private HBox bar() {
    search.setId("values-search");
    search.setPromptText("Filter: words of place, text or decision");
    search.setAccessibleText("Filter the texts");
    search.setPrefWidth(280);
    search.textProperty().bindBidirectional(model.query());
    var open = new CheckBox("Only undecided");
    open.selectedProperty().bindBidirectional(model.onlyUndecided());
    var everywhere = new CheckBox("Everywhere");
    everywhere.selectedProperty().bindBidirectional(model.everywhere());
    everywhere.setTooltip(new javafx.scene.control.Tooltip("A decision holds for the same text at every place"));
    var status = new Label();
    status.setId("values-status");
    status.textProperty().bind(model.status());
    status.setMinWidth(Region.USE_PREF_SIZE);
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    var bar = new HBox(12, search, open, everywhere, gap, status, button("Keep (K)", "fth-check", () -> decide(TextDecision.KEEP)),
        button("Remove (R)", "fth-x", () -> decide(TextDecision.REMOVE)), button("Replace (E)", "fth-edit-2", this::askReplacement), button("Read the headers", "fth-refresh-cw", model::scan));
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.getStyleClass().add("page-bar");
    return bar;
  }

  private static Button button(String text, String icon, Runnable run) {
    var button = new Button(text, Look.icon(icon));
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(_ -> run.run());
    return button;
  }

  private HBox replaceBar() {
    replacement.setPromptText("The text that shall stand there");
    replacement.setAccessibleText("Replacement");
    HBox.setHgrow(replacement, Priority.ALWAYS);
    replacement.setOnAction(_ -> replace());
    replacement.setOnKeyPressed(event -> {
      if (event.getCode() == KeyCode.ESCAPE) closeReplacement();
    });
    replaceBar.setAlignment(Pos.CENTER_LEFT);
    replaceBar.getStyleClass().add("page-bar");
    replaceBar.getChildren().setAll(new Label("Replace by"), replacement, button("Replace", "fth-check", this::replace), button("Cancel", "fth-x", this::closeReplacement));
    replaceBar.setVisible(false);
    replaceBar.managedProperty().bind(replaceBar.visibleProperty());
    return replaceBar;
  }

  private Label foot() {
    var foot = new Label();
    foot.textProperty().bind(model.said().map(s -> s.isEmpty() ? "K keeps · R removes · E replaces · U takes back · several rows with Shift or Ctrl · Ctrl+Z undoes" : s));
    foot.getStyleClass().add("pane-foot");
    return foot;
  }

  private List<TextRow> chosen() {
    return List.copyOf(table.getSelectionModel().getSelectedItems());
  }

  private void decide(TextDecision decision) {
    model.decide(chosen(), decision);
  }

  private void askReplacement() {
    if (chosen().isEmpty()) return;
    replaceBar.setVisible(true);
    replacement.setText(chosen().getFirst().where().text());
    replacement.selectAll();
    replacement.requestFocus();
  }

  private void replace() {
    decide(new TextDecision.ReplaceBy(replacement.getText()));
    closeReplacement();
  }

  private void closeReplacement() {
    replaceBar.setVisible(false);
    table.requestFocus();
  }

  /// Chooses the row of a text that nobody decided, as soon as the texts are read.
  ///
  /// @param text with blanks for what parts its lines and values
  public void choose(String text) {
    model.onlyUndecided().set(true);
    model.query().set("");
    if (select(text)) return;
    table.getItems().addListener(new InvalidationListener() {
      @Override
      public void invalidated(Observable rows) {
        if (select(text)) rows.removeListener(this);
      }
    });
  }

  private boolean select(String text) {
    var rows = table.getItems();
    for (int i = 0; i < rows.size(); i++) {
      if (!rows.get(i).where().text().replaceAll("[\\n\\\\]", " ").equals(text)) continue;
      table.getSelectionModel().clearAndSelect(i);
      table.scrollTo(i);
      table.requestFocus();
      return true;
    }
    return false;
  }

  private void go() {
    chosen().stream().findFirst().flatMap(model::seriesOf).ifPresent(goTo::accept);
  }

  @Override
  public String id() {
    return "values";
  }

  @Override
  public String title() {
    return "Texts";
  }

  @Override
  public String icon() {
    return "fth-type";
  }

  @Override
  public String hint() {
    return "Each distinct text of all headers once: decide it for all its equals";
  }

  @Override
  public Node node() {
    return root;
  }

  @Override
  public List<Action> actions() {
    return List.of(action("keep", "Keep the text", "It stays as it is", "K", "fth-check", () -> decide(TextDecision.KEEP)),
        action("remove", "Remove the text", "As the basic profile has it: removed, empty or a dummy", "R", "fth-x", () -> decide(TextDecision.REMOVE)),
        action("replace", "Replace the text by…", "Another text stands in its place", "E", "fth-edit-2", this::askReplacement),
        action("undecided", "Take the decision back", "Undecided again", "U", "", () -> decide(TextDecision.UNDECIDED)),
        action("undo", "Undo", "Takes back the newest decision", "Shortcut+Z", "fth-corner-up-left", model::undo),
        action("redo", "Redo", "Makes again what was undone last", "Shortcut+Shift+Z", "fth-corner-up-right", model::redo),
        action("find", "Filter the texts", "Words of place, text or decision", "Shortcut+F", "", search::requestFocus),
        action("open", "Show where it stands", "Opens a series that holds the text", "Shortcut+Enter", "fth-external-link", this::go),
        action("scan", "Read the headers", "Counts the texts of instances that were not read yet", "F5", "fth-refresh-cw", model::scan));
  }

  private static Action action(String id, String text, String hint, String keys, String icon, Runnable run) {
    return new Action("values." + id, "Texts", text, hint, List.of(keys), Optional.of(icon).filter(i -> !i.isEmpty()), ALWAYS, run);
  }

  @Override
  public void shown() {
    model.reload();
  }
}

package umbra.app.deidentify.identity;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import umbra.app.deidentify.identity.IdentityViewModel.Row;
import umbra.app.deidentify.work.Card;
import umbra.app.deidentify.work.ChoiceViewModel;
import umbra.app.fx.Choosers;
import umbra.app.table.Columns;
import umbra.workspace.release.ReleaseChoice.Naming;

/// What subjects are called, how dates move, where the key is, and who is one person.
public final class IdentityStep {
  /// Under the text of a radio button.
  private static final javafx.geometry.Insets HINT = new javafx.geometry.Insets(0, 0, 0, 24);

  private final IdentityViewModel model;
  private final ChoiceViewModel choice;
  private final Choosers choosers;
  private final TableView<Row> table;
  private final TextField reason = new TextField();
  private final BorderPane root = new BorderPane();

  public IdentityStep(IdentityViewModel model, ChoiceViewModel choice, Choosers choosers) {
    this.model = model;
    this.choice = choice;
    this.choosers = choosers;
    table = Columns.dress(new TableView<>(model.rows()), "subjects", "Subjects of the collection", "No subjects yet: import files first");
    table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    table.getColumns().setAll(List.of(Columns.text("Patient ID in the sources", 200, Row::patientId), Columns.text("Name in the sources", 220, Row::patientName), Columns.count("Instances", Row::instances),
        Columns.text("Will be called", 200, Row::pseudonym), Columns.chip("Same person as", 180, Row::sameAs, _ -> "chip-other"), Columns.text("Doubt", 300, Row::doubt)));
    var top = new HBox(10, naming(), dates());
    root.setTop(top);
    root.setCenter(subjects());
    BorderPane.setMargin(root.getCenter(), new javafx.geometry.Insets(10, 0, 0, 0));
  }

  public Node node() {
    return root;
  }

  private Card naming() {
    var group = new ToggleGroup();
    var keyed = radio(group, Naming.KEYED, "name-keyed", "By key: the prefix and nine characters", "Says nothing about order; another collection calls the same person otherwise");
    var sequence = radio(group, Naming.SEQUENCE, "name-sequence", "In sequence: the prefix and a number", "In the order of arrival; numbers stay when others are imported");
    var file = new RadioButton("From a table");
    file.setId("name-table");
    file.setToggleGroup(group);
    var about = Card.quiet("");
    about.setPadding(HINT);
    about.textProperty().bind(choice.choice().map(c -> c.table().map(Object::toString).orElse("A CSV file: patient_id,new_patient_id,new_patient_name. Who is not in it stays here")));
    var choose = Card.button("table-choose", "Choose a CSV file…", "fth-file-text", "The table of new names", this::chooseTable);
    file.setOnAction(_ -> {
      if (choice.choice().get().table().isPresent()) model.name(Naming.TABLE);
      else chooseTable();
      if (choice.choice().get().naming() != Naming.TABLE) mark(group);
    });
    file.setUserData(Naming.TABLE);
    choice.choice().subscribe(_ -> mark(group));
    var prefix = new TextField();
    prefix.setId("prefix");
    prefix.setAccessibleText("Prefix of new Patient IDs");
    prefix.setPrefWidth(150);
    choice.choice().subscribe(c -> prefix.setText(c.prefix()));
    prefix.setOnAction(_ -> takePrefix(prefix));
    prefix.focusedProperty().subscribe(focused -> {
      if (!focused) takePrefix(prefix);
    });
    var card = new Card("Names", "", keyed, sequence, new VBox(1, Card.row(file, choose), about), Card.row(new Label("Prefix"), prefix), Card.said(model.problem(), "problem"));
    HBox.setHgrow(card, Priority.ALWAYS);
    card.setMinWidth(0);
    return card;
  }

  private void takePrefix(TextField prefix) {
    if (!prefix.getText().equals(choice.choice().get().prefix()) && !model.prefix(prefix.getText())) prefix.setText(choice.choice().get().prefix());
  }

  private void chooseTable() {
    choosers.files("A table of new names").stream().findFirst().ifPresent(model::table);
  }

  private void mark(ToggleGroup group) {
    group.getToggles().stream().filter(t -> choice.choice().get().naming() == t.getUserData()).forEach(group::selectToggle);
  }

  private Node radio(ToggleGroup group, Naming naming, String id, String text, String about) {
    var button = new RadioButton(text);
    button.setId(id);
    button.setToggleGroup(group);
    button.setUserData(naming);
    button.setAccessibleHelp(about);
    button.setOnAction(_ -> model.name(naming));
    var line = new Label(about);
    line.getStyleClass().add("line-detail");
    line.setWrapText(true);
    line.setPadding(HINT);
    return new VBox(1, button, line);
  }

  private Card dates() {
    var group = new ToggleGroup();
    var days = new RadioButton("By days");
    var weeks = new RadioButton("By whole weeks: the day of the week stays");
    days.setId("dates-days");
    weeks.setId("dates-weeks");
    days.setToggleGroup(group);
    weeks.setToggleGroup(group);
    days.setOnAction(_ -> model.wholeWeeks(false));
    weeks.setOnAction(_ -> model.wholeWeeks(true));
    choice.choice().subscribe(c -> (c.wholeWeeks() ? weeks : days).setSelected(true));
    var key = Card.quiet("");
    key.setId("key-state");
    key.textProperty().bind(model.key());
    var heading = new Label("Key");
    heading.getStyleClass().add("sub-heading");
    var card = new Card("Dates", "Each subject has one offset, one to ten years back; it moves all its dates where the profile keeps them shifted.", days, weeks, heading, key);
    HBox.setHgrow(card, Priority.ALWAYS);
    card.setMinWidth(0);
    return card;
  }

  private Card subjects() {
    reason.setId("merge-reason");
    reason.setPromptText("Why (goes on record, without patient values)");
    reason.setAccessibleText("Reason");
    reason.setPrefWidth(300);
    var merge = Card.button("merge", "Are one person", "fth-link", "The selected subjects get the pseudonym and the offset of the first", () -> model.merge(chosen(), reason.getText().strip()));
    var split = Card.button("split", "Are persons of their own", "fth-scissors", "Takes merged subjects apart again", () -> model.split(chosen(), reason.getText().strip()));
    return new Card("Subjects", "Several IDs of the sources can be one person: select them with Shift or Ctrl.", Card.row(reason, merge, split), table).growing(table);
  }

  private List<Row> chosen() {
    return List.copyOf(table.getSelectionModel().getSelectedItems());
  }
}

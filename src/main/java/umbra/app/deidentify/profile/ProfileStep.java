package umbra.app.deidentify.profile;

import java.util.Optional;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import umbra.app.deidentify.work.Card;
import umbra.app.deidentify.work.ChoiceViewModel;
import umbra.deid.rule.ProfileOption;

/// Which rules: a profile, its options, and what they say about any element.
public final class ProfileStep {
  private final ProfilesViewModel model;
  private final EditorViewModel editor;
  private final ListView<ProfileItem> list;
  private final RulesPane rules;
  private final BorderPane root = new BorderPane();
  private boolean showing;

  public ProfileStep(ProfilesViewModel model, EditorViewModel editor, RulesViewModel rules, ChoiceViewModel choice) {
    this.model = model;
    this.editor = editor;
    this.list = new ListView<>(model.items());
    this.rules = new RulesPane(rules, this::openAt);
    var edit = new EditorPane(editor);
    var below = new VBox(this.rules.node(), edit.node());
    VBox.setVgrow(this.rules.node(), Priority.ALWAYS);
    VBox.setVgrow(edit.node(), Priority.ALWAYS);
    editor.file().subscribe(file -> show(edit, file.isPresent()));
    var top = new HBox(10, profiles(), options(choice));
    root.setTop(top);
    root.setCenter(below);
    BorderPane.setMargin(below, new javafx.geometry.Insets(10, 0, 0, 0));
    // Choosing in the list, and being told what is chosen, must not chase each other.
    model.effective().subscribe(_ -> mark());
    model.items().subscribe(this::mark);
  }

  private void show(EditorPane edit, boolean open) {
    edit.node().setVisible(open);
    edit.node().setManaged(open);
    rules.node().setVisible(!open);
    rules.node().setManaged(!open);
  }

  public Node node() {
    return root;
  }

  /// Puts the caret where a rule is searched for.
  public void find() {
    rules.find();
  }

  /// The rule of one element, as a row elsewhere asks for it.
  public void ask(String place) {
    rules.ask(place);
  }

  private Card profiles() {
    list.setId("profiles");
    list.setAccessibleText("Profiles");
    list.setPrefSize(330, 190);
    list.setPlaceholder(Card.quiet("No profile was found in this installation"));
    list.setCellFactory(_ -> new ProfileCell());
    list.getSelectionModel().selectedItemProperty().subscribe(item -> {
      if (!showing && item != null) model.choose(item);
    });
    var about = Card.quiet("");
    about.textProperty().bind(list.getSelectionModel().selectedItemProperty().map(ProfileStep::about).orElse("Choose the rules by which this collection leaves. midi-research is made for public release."));
    about.setPrefHeight(76);
    about.setMinHeight(76);
    about.setAlignment(javafx.geometry.Pos.TOP_LEFT);
    var copy = Card.button("profile-edit", "Copy and edit", "fth-edit-2", "A copy in this workspace, to be edited; shipped profiles stay as they are", this::edit);
    copy.disableProperty().bind(list.getSelectionModel().selectedItemProperty().isNull());
    list.getSelectionModel().selectedItemProperty().subscribe(item -> copy.setText(item != null && item.own() ? "Edit" : "Copy and edit"));
    var card = new Card("Profile", "", list, about, Card.row(copy, Card.gap(), Card.button("profile-reload", "Read again", "fth-refresh-cw", "Reads the files of the profiles anew", model::reload)));
    card.setMinWidth(360);
    card.setPrefWidth(360);
    card.setMaxWidth(360);
    return card;
  }

  private static String about(ProfileItem item) {
    return item.problem().isEmpty() ? item.about() : "Cannot be used: " + item.problem();
  }

  private void edit() {
    Optional.ofNullable(list.getSelectionModel().getSelectedItem()).ifPresent(editor::edit);
  }

  /// Opens the chosen profile where one of its own rules stands.
  private void openAt(int line) {
    edit();
    editor.goTo(line);
  }

  private void mark() {
    showing = true;
    model.chosen().ifPresentOrElse(i -> list.getSelectionModel().select(i), () -> list.getSelectionModel().clearSelection());
    showing = false;
  }

  private Card options(ChoiceViewModel choice) {
    var grid = new GridPane(18, 7);
    grid.setId("options");
    int half = (OptionText.ORDER.size() + 1) / 2;
    for (int i = 0; i < OptionText.ORDER.size(); i++) grid.add(option(OptionText.ORDER.get(i)), i / half, i % half);
    for (int i = 0; i < 2; i++) {
      var column = new javafx.scene.layout.ColumnConstraints();
      column.setPercentWidth(50);
      grid.getColumnConstraints().add(column);
    }
    var reset = Card.button("options-reset", "As the profile has them", "fth-corner-up-left", "Takes back what was switched here", model::resetOptions);
    var changed = new Label("Switched here, beside what the profile says");
    changed.getStyleClass().addAll("chip", "chip-note");
    model.effective().subscribe(_ -> {
      reset.setDisable(!model.isChanged());
      changed.setVisible(model.isChanged());
    });
    var scroll = new ScrollPane(grid);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("plain-scroll");
    var card = new Card("Options of PS3.15", "", scroll, Card.row(changed, Card.gap(), reset)).growing(scroll);
    HBox.setHgrow(card, Priority.ALWAYS);
    card.setMinWidth(0);
    return card;
  }

  private Node option(ProfileOption option) {
    var box = new CheckBox(OptionText.title(option));
    box.setId("option-" + option.word());
    box.setAccessibleHelp(OptionText.about(option));
    var about = new Label(OptionText.about(option));
    about.getStyleClass().add("line-detail");
    about.setWrapText(true);
    about.setPadding(new javafx.geometry.Insets(0, 0, 0, 24));
    var head = Card.row(box);
    if (OptionText.isRisky(option)) {
      var risk = new Label("leads back");
      risk.getStyleClass().addAll("chip", "chip-warn");
      head.getChildren().add(risk);
    }
    model.effective().subscribe(now -> {
      box.setDisable(now.isEmpty());
      box.setSelected(model.isOn(option));
    });
    box.setOnAction(_ -> {
      if (!model.switchOption(option, box.isSelected())) box.setSelected(model.isOn(option));
    });
    return new VBox(1, head, about);
  }

  /// Name, where it comes from, and its title.
  private static final class ProfileCell extends ListCell<ProfileItem> {
    private static final Function<ProfileItem, String> KIND = i -> !i.problem().isEmpty() ? "cannot be used" : i.own() ? "of this workspace" : "shipped";
    private final Label name = new Label();
    private final Label kind = new Label();
    private final Label title = new Label();
    private final VBox box = new VBox(1, Card.row(name, kind), title);

    ProfileCell() {
      title.getStyleClass().add("line-detail");
      name.setStyle("-fx-font-weight: 600;");
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(ProfileItem item, boolean empty) {
      super.updateItem(item, empty);
      setGraphic(empty || item == null ? null : box);
      if (empty || item == null) return;
      name.setText(item.name());
      kind.setText(KIND.apply(item));
      kind.getStyleClass().setAll("label", "chip", !item.problem().isEmpty() ? "chip-bad" : item.own() ? "chip-note" : "chip-plain");
      title.setText(item.profile().map(p -> p.title() + " · version " + p.version()).orElse(item.problem()));
      setAccessibleText(item.name() + ", " + kind.getText() + ", " + title.getText());
    }
  }
}

package umbra.app.preference;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination.ModifierValue;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import umbra.app.action.Action;
import umbra.app.action.KeyMap;
import umbra.app.fx.Theme;
import umbra.app.viewer.tool.InputProfile;

/// The sheet of preferences. Every change holds at once.
public final class PreferencesView {
  private final UserSettings settings;
  private final Supplier<List<Action>> actions;
  private final GridPane keys = new GridPane(8, 4);
  private final Label conflict = new Label();
  private final VBox root;

  public PreferencesView(UserSettings settings, Supplier<List<Action>> actions, Runnable close) {
    this.settings = settings;
    this.actions = actions;
    var now = settings.preferences().get();
    var person = new TextField(now.person());
    person.setId("preferences-person");
    person.setPromptText("Goes into the audit trail");
    person.textProperty().addListener((_, _, name) -> settings.change(p -> p.withPerson(name.strip())));
    var grid = new GridPane(12, 8);
    row(grid, "Your name", person);
    row(grid, "Theme", choice(List.of(Theme.values()), now.theme(), Theme::title, t -> settings.change(p -> p.withTheme(t))));
    row(grid, "Mouse", choice(InputProfile.ALL, now.input(), i -> i.title() + ": " + Preferences.hint(i), i -> settings.change(p -> p.withInput(i))));
    row(grid, "Size (from next start)", choice(Preferences.SCALES, now.scalePercent(), s -> s == 0 ? "As the system says" : s + " %", s -> settings.change(p -> p.withScalePercent(s))));
    row(grid, "Memory for frames (next workspace)", choice(Preferences.MEMORIES, now.memoryMegabytes(), m -> m == 0 ? "Umbra chooses" : m + " MB", m -> settings.change(p -> p.withMemoryMegabytes(m))));
    var heading = new Label("Preferences");
    heading.getStyleClass().add("sub-heading");
    var keyHeading = new Label("KEYS · press a button, then the new keys; Backspace takes them away");
    keyHeading.getStyleClass().add("section");
    conflict.getStyleClass().add("problem");
    conflict.setWrapText(true);
    var scroll = new ScrollPane(keys);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("plain-scroll");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    var done = new Button("Close");
    done.setId("preferences-close");
    done.setOnAction(_ -> close.run());
    var foot = new HBox(done);
    foot.setAlignment(Pos.CENTER_RIGHT);
    root = new VBox(10, heading, grid, keyHeading, scroll, conflict, foot);
    root.setId("preferences");
    root.getStyleClass().add("sheet");
    root.setMaxSize(880, 640);
    showKeys();
  }

  public Node node() {
    return root;
  }

  private static void row(GridPane grid, String name, Node control) {
    var label = new Label(name);
    label.setLabelFor(control);
    label.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
    grid.addRow(grid.getRowCount(), label, control);
    GridPane.setHgrow(control, Priority.ALWAYS);
  }

  private static <T> ComboBox<T> choice(List<T> all, T now, java.util.function.Function<T, String> text, java.util.function.Consumer<T> take) {
    var box = new ComboBox<T>();
    box.getItems().setAll(all);
    box.setValue(now);
    box.setConverter(new StringConverter<>() {
      @Override
      public String toString(T value) {
        return value == null ? "" : text.apply(value);
      }

      @Override
      public T fromString(String string) {
        return now;
      }
    });
    box.setMaxWidth(Double.MAX_VALUE);
    box.valueProperty().addListener((_, _, chosen) -> take.accept(chosen));
    return box;
  }

  private void showKeys() {
    keys.getChildren().clear();
    var map = settings.preferences().get().keys();
    int at = 0;
    for (var action : actions.get()) {
      var text = map.text(action);
      var button = new Button(text.isEmpty() ? "none" : text);
      button.getStyleClass().addAll("mono", "key-button");
      button.setId("keys-" + action.id());
      button.setAccessibleText("Keys of " + action.text() + ": " + button.getText());
      button.setOnAction(_ -> listen(button, action));
      var reset = new Button("Default");
      reset.getStyleClass().add("flat");
      reset.setVisible(map.chosen().containsKey(action.id()));
      reset.setOnAction(_ -> use(settings.preferences().get().keys().without(action.id())));
      keys.addRow(at++, new Label(action.group() + " · " + action.text()), button, reset);
    }
    var conflicts = map.conflicts(actions.get());
    conflict.setText(conflicts.stream().map(c -> c.keys() + " stands for more than one thing: " + c.actions().stream().map(Action::text).collect(Collectors.joining(", ")))
        .collect(Collectors.joining("\n")));
  }

  private void use(KeyMap map) {
    settings.change(p -> p.withKeys(map));
    showKeys();
  }

  private void listen(Button button, Action action) {
    button.setText("press keys…");
    button.setOnKeyPressed(event -> press(event, action));
  }

  private void press(KeyEvent event, Action action) {
    event.consume();
    if (event.getCode().isModifierKey()) return;
    var map = settings.preferences().get().keys();
    if (event.getCode() == KeyCode.BACK_SPACE) use(map.with(action.id(), List.of()));
    else use(map.with(action.id(), List.of(combination(event).getName())));
  }

  private static KeyCodeCombination combination(KeyEvent event) {
    return new KeyCodeCombination(event.getCode(), down(event.isShiftDown()), down(event.isControlDown()), down(event.isAltDown()), down(event.isMetaDown()), ModifierValue.UP);
  }

  private static ModifierValue down(boolean is) {
    return is ? ModifierValue.DOWN : ModifierValue.UP;
  }
}

package umbra.app.palette;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import umbra.app.action.Action;
import umbra.app.action.KeyMap;

/// A field and the actions that fit it; Enter does the one in front.
public final class PaletteView {
  private final TextField field = new TextField();
  private final ListView<Action> list;
  private final VBox root;
  private final Consumer<Action> chosen;

  /// @param chosen closes the palette and does the action
  public PaletteView(PaletteViewModel model, KeyMap keys, Consumer<Action> chosen) {
    this.chosen = chosen;
    list = new ListView<>(model.hits());
    list.setCellFactory(_ -> new ActionCell(keys));
    list.setFocusTraversable(false);
    list.setPlaceholder(new Label("No action fits."));
    list.getSelectionModel().select(0);
    list.setOnMouseClicked(_ -> take());
    model.hits().addListener((javafx.collections.ListChangeListener<Action>) _ -> list.getSelectionModel().select(0));
    field.setId("palette-field");
    field.setPromptText("What do you want to do?");
    field.setAccessibleText("Find an action");
    field.textProperty().bindBidirectional(model.query());
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
    root = new VBox(6, field, list);
    root.setId("palette");
    root.getStyleClass().add("sheet");
    root.setMaxSize(560, 420);
    root.setFocusTraversable(false);
    root.focusedProperty().addListener((_, _, now) -> {
      if (now) field.requestFocus();
    });
  }

  public Node node() {
    return root;
  }

  private void press(KeyEvent event) {
    int at = list.getSelectionModel().getSelectedIndex();
    switch (event.getCode()) {
      case DOWN -> move(at + 1);
      case UP -> move(at - 1);
      case ENTER -> take();
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void move(int to) {
    if (to < 0 || to >= list.getItems().size()) return;
    list.getSelectionModel().clearAndSelect(to);
    list.scrollTo(Math.max(0, to - 4));
  }

  private void take() {
    Optional.ofNullable(list.getSelectionModel().getSelectedItem()).filter(a -> a.enabled().get()).ifPresent(chosen);
  }

  private static final class ActionCell extends ListCell<Action> {
    private final KeyMap keys;

    ActionCell(KeyMap keys) {
      this.keys = keys;
    }

    @Override
    protected void updateItem(Action action, boolean empty) {
      super.updateItem(action, empty);
      if (empty || action == null) {
        setGraphic(null);
        return;
      }
      var text = new Label(action.text());
      var group = new Label(action.group());
      group.getStyleClass().add("line-detail");
      var key = new Label(keys.text(action));
      key.getStyleClass().addAll("mono", "key");
      key.setVisible(!key.getText().isEmpty());
      var space = new HBox();
      HBox.setHgrow(space, Priority.ALWAYS);
      var row = new HBox(8, text, group, space, key);
      row.setAlignment(Pos.CENTER_LEFT);
      setGraphic(row);
      setAccessibleText(action.text() + ", " + action.group() + (key.getText().isEmpty() ? "" : ", " + key.getText()) + (action.enabled().get() ? "" : ", not now"));
      setDisable(!action.enabled().get());
    }
  }
}

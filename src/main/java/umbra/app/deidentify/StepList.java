package umbra.app.deidentify;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The steps at the left, each with where it stands, and the one in front beside them.
final class StepList {
  private final VBox list = new VBox(4);
  private final StackPane content = new StackPane();
  private final ToggleGroup group = new ToggleGroup();
  private final Map<String, ToggleButton> buttons = new LinkedHashMap<>();
  private final Map<String, Node> nodes = new LinkedHashMap<>();
  private String front = "";

  StepList() {
    list.getStyleClass().add("step-list");
    content.getStyleClass().add("step-content");
    // One step is always in front.
    group.selectedToggleProperty().addListener((_, before, now) -> {
      if (now == null && before != null) before.setSelected(true);
    });
  }

  void add(String id, String title, Node node, ObservableValue<String> status) {
    int number = buttons.size() + 1;
    var circle = new Label(Integer.toString(number));
    circle.getStyleClass().add("step-number");
    var name = new Label(title);
    name.getStyleClass().add("step-title");
    var state = new Label();
    state.getStyleClass().add("line-detail");
    state.textProperty().bind(status);
    var box = new HBox(10, circle, new VBox(1, name, state));
    box.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    var button = new ToggleButton("", box);
    button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    button.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    button.setId("step-" + id);
    button.setTooltip(new Tooltip(title + " (Alt+" + number + ")"));
    button.accessibleTextProperty().bind(state.textProperty().map(s -> "Step " + number + ", " + title + ": " + s));
    button.setMaxWidth(Double.MAX_VALUE);
    button.setToggleGroup(group);
    button.setOnAction(_ -> choose(id));
    buttons.put(id, button);
    nodes.put(id, node);
    list.getChildren().add(button);
    if (number == 1) choose(id);
  }

  void choose(String id) {
    front = id;
    buttons.get(id).setSelected(true);
    content.getChildren().setAll(nodes.get(id));
  }

  String front() {
    return front;
  }

  Node node() {
    return list;
  }

  Node content() {
    return content;
  }
}

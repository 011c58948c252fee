package umbra.app.review;

import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import umbra.app.action.Action;
import umbra.app.fx.Look;
import umbra.app.review.finding.FindingClass;
import umbra.app.review.finding.FindingsViewModel;
import umbra.app.review.finding.OpenedFinding;

/// The finding in front in words, and the verdicts.
final class VerdictBar {
  private static final List<String> BUTTONS = List.of("findings.redact", "findings.harmless", "findings.unsure", "findings.box");

  private final Label text = new Label();
  private final Label reason = new Label();
  private final Label said = new Label();
  private final Label equals = new Label();
  private final FindingsViewModel model;
  private final VBox node;

  /// @param more stands at the end of the first line
  VerdictBar(FindingsViewModel model, List<Action> actions, Node more) {
    this.model = model;
    text.getStyleClass().addAll("mono", "finding-front");
    text.setMinWidth(Region.USE_PREF_SIZE);
    text.setMaxWidth(420);
    reason.getStyleClass().add("muted");
    reason.setMinWidth(0);
    HBox.setHgrow(reason, Priority.ALWAYS);
    reason.setMaxWidth(Double.MAX_VALUE);
    equals.getStyleClass().addAll("chip", "chip-plain");
    equals.setMinWidth(Region.USE_PREF_SIZE);
    var first = new HBox(10, text, equals, reason, more);
    first.setAlignment(Pos.CENTER_LEFT);
    said.setId("findings-said");
    said.getStyleClass().add("line-detail");
    said.setMinWidth(0);
    said.textProperty().bind(model.said());
    HBox.setHgrow(said, Priority.ALWAYS);
    said.setMaxWidth(Double.MAX_VALUE);
    said.setAlignment(Pos.CENTER_RIGHT);
    var second = new HBox(6);
    second.setAlignment(Pos.CENTER_LEFT);
    Map<String, Action> byId = new java.util.HashMap<>();
    actions.forEach(a -> byId.put(a.id(), a));
    for (var id : BUTTONS) second.getChildren().add(button(byId.get(id)));
    second.getChildren().addAll(flat(byId.get("findings.previous")), flat(byId.get("findings.next")), said);
    node = new VBox(6, first, second);
    node.getStyleClass().add("verdict-bar");
    model.opened().addListener((_, _, _) -> show());
    model.queue().addListener((_, _, _) -> show());
    show();
  }

  Node node() {
    return node;
  }

  static boolean has(Action action) {
    return BUTTONS.contains(action.id()) || action.id().equals("findings.previous") || action.id().equals("findings.next");
  }

  private static Button button(Action action) {
    var button = new Button(action.text() + " (" + action.keys().getFirst() + ")", Look.icon(action.icon().orElse("fth-circle")));
    button.setId(action.id().replace('.', '-'));
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setFocusTraversable(true);
    button.setTooltip(new Tooltip(action.hint()));
    button.disableProperty().bind(javafx.beans.binding.Bindings.not(action.enabled()));
    button.setOnAction(_ -> action.run().run());
    return button;
  }

  private static Button flat(Action action) {
    var button = button(action);
    button.setText("");
    button.setAccessibleText(action.text());
    button.setTooltip(new Tooltip(action.text() + " (" + action.keys().getFirst() + ")"));
    button.getStyleClass().add("flat");
    return button;
  }

  private void show() {
    var row = model.queue().get().current();
    if (row.isEmpty()) {
      text.setText("");
      equals.setVisible(false);
      reason.setText("");
      return;
    }
    var f = row.get().finding();
    text.setText(f.text().isBlank() ? "(no text)" : f.text().replaceAll("\\s+", " "));
    reason.setText(FindingsViewModel.words(row.get()) + model.opened().get().filter(o -> o.row().id() == row.get().id()).map(VerdictBar::place).orElse("")
        + (FindingClass.of(f) == FindingClass.DEVICE_REGION ? " · Shift+R accepts the template in this series, Shift+F ignores it" : ""));
    reason.setTooltip(new Tooltip(reason.getText()));
    int same = model.queue().get().equalTexts(true).size();
    equals.setText("× " + same + " in the series");
    equals.setVisible(same > 1);
    equals.setManaged(same > 1);
  }

  private static String place(OpenedFinding o) {
    var description = o.series().description().strip();
    var series = description.startsWith(o.series().modality()) ? description : (o.series().modality() + " " + description).strip();
    return series.isEmpty() ? "" : " · " + series;
  }
}

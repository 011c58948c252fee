package umbra.app.deidentify.profile;

import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import umbra.app.deidentify.work.Card;

/// The text of a profile with the line that is wrong. Nothing that cannot be run is saved.
final class EditorPane {
  private final EditorViewModel model;
  private final TextArea area = new TextArea();
  private final VBox root;

  EditorPane(EditorViewModel model) {
    this.model = model;
    area.setId("profile-text");
    area.setAccessibleText("Text of the profile");
    area.getStyleClass().add("mono");
    area.textProperty().bindBidirectional(model.text());
    VBox.setVgrow(area, Priority.ALWAYS);
    var problem = Card.said(model.problem(), "problem");
    problem.setId("profile-problem");
    var fine = new Label("Can be run");
    fine.getStyleClass().addAll("chip", "chip-note");
    fine.visibleProperty().bind(model.problem().isEmpty());
    fine.managedProperty().bind(fine.visibleProperty());
    var go = Card.button("profile-line", "Go to the line", "fth-corner-down-right", "Puts the caret where it is wrong", () -> goTo(model.line().get()));
    go.disableProperty().bind(model.line().isEqualTo(0));
    var save = Card.button("profile-save", "Save", "fth-check", "Writes the profile; refused while it cannot be run", model::save);
    save.disableProperty().bind(model.problem().isNotEmpty());
    var close = Card.button("profile-close", "Close", "fth-x", "Back to the rules; asks if something was not saved", model::close);
    var name = new Label();
    name.getStyleClass().add("sub-heading");
    name.textProperty().bind(model.file().map(f -> f.map(p -> p.getFileName().toString()).orElse("")));
    root = new VBox(8, Card.row(name, fine, Card.gap(), go, save, close), problem, area);
    root.getStyleClass().add("step-card");
    model.wanted().subscribe(line -> {
      if (line.intValue() > 0) goTo(line.intValue());
    });
  }

  Node node() {
    return root;
  }

  private void goTo(int line) {
    int at = 0;
    for (int i = 1; i < line && at >= 0; i++) at = area.getText().indexOf('\n', at) + 1;
    int end = area.getText().indexOf('\n', at);
    area.requestFocus();
    area.selectRange(at, end < 0 ? area.getLength() : end);
  }
}

package umbra.app.deidentify.work;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import umbra.app.fx.Look;

/// A titled part of a step.
public final class Card extends VBox {
  private static final double GAP = 8;

  /// @param hint one line below the title; may be empty
  public Card(String title, String hint, Node... parts) {
    super(GAP);
    getStyleClass().add("step-card");
    var heading = new Label(title);
    heading.getStyleClass().add("sub-heading");
    getChildren().add(heading);
    if (!hint.isEmpty()) getChildren().add(quiet(hint));
    getChildren().addAll(parts);
  }

  /// Lets one of its parts take the height that is left.
  public Card growing(Node part) {
    setVgrow(part, Priority.ALWAYS);
    return this;
  }

  public static Label quiet(String text) {
    var label = new Label(text);
    label.getStyleClass().add("muted");
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  /// A text that takes no room while it is empty.
  public static Label said(ObservableValue<String> text, String style) {
    var label = quiet("");
    label.getStyleClass().setAll("label", style);
    label.textProperty().bind(text);
    label.visibleProperty().bind(label.textProperty().isNotEmpty());
    label.managedProperty().bind(label.visibleProperty());
    return label;
  }

  public static Button button(String id, String text, String icon, String hint, Runnable run) {
    var button = icon.isEmpty() ? new Button(text) : new Button(text, Look.icon(icon));
    button.setId(id);
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setTooltip(new Tooltip(hint));
    button.setAccessibleHelp(hint);
    button.setOnAction(_ -> run.run());
    return button;
  }

  public static HBox row(Node... parts) {
    var row = new HBox(GAP, parts);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  public static Region gap() {
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    return gap;
  }

  /// Bar, counts and cancel of work under way; takes no room while none is.
  public static HBox progress(Progress progress, String cancelId) {
    var bar = new ProgressBar();
    bar.progressProperty().bind(progress.share());
    bar.setPrefWidth(260);
    bar.setAccessibleText("Progress");
    var detail = new Label();
    detail.textProperty().bind(progress.detail());
    var row = row(bar, detail, button(cancelId, "Cancel", "fth-x", "Stops at the next safe point; what is done is kept", progress::cancel));
    row.visibleProperty().bind(progress.running());
    row.managedProperty().bind(row.visibleProperty());
    return row;
  }
}

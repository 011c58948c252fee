package umbra.app.shell;

import java.io.PrintWriter;
import java.io.StringWriter;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import umbra.app.fx.Look;

/// Says what went wrong without standing in the way. Details can be copied for whoever helps; they hold no patient values.
final class ErrorBar {
  private final Label message = new Label();
  private final HBox root;
  private String details = "";

  ErrorBar() {
    message.setMaxWidth(Double.MAX_VALUE);
    message.setId("error-message");
    HBox.setHgrow(message, Priority.ALWAYS);
    var copy = new Button("Copy details");
    copy.setOnAction(_ -> copy());
    var close = new Button("Dismiss", Look.icon("fth-x"));
    close.setId("error-dismiss");
    close.setTooltip(new Tooltip("Hide this message"));
    close.setOnAction(_ -> hide());
    root = new HBox(8, Look.icon("fth-alert-triangle"), message, copy, close);
    root.setAlignment(Pos.CENTER_LEFT);
    root.getStyleClass().add("error-bar");
    hide();
  }

  Node node() {
    return root;
  }

  void show(String text, String more) {
    message.setText(text);
    message.setTooltip(new Tooltip(text));
    details = more;
    root.setVisible(true);
    root.setManaged(true);
  }

  void hide() {
    root.setVisible(false);
    root.setManaged(false);
  }

  private void copy() {
    var content = new ClipboardContent();
    content.putString(message.getText() + "\n" + details);
    Clipboard.getSystemClipboard().setContent(content);
  }

  static String trace(Throwable cause) {
    var text = new StringWriter();
    cause.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}

package umbra.app.viewer.tile;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// What a tile says in place of an image.
final class TileMessage {
  private final FontIcon icon = new FontIcon("fth-image");
  private final Label title = new Label();
  private final Label reason = new Label();
  private final Button retry = new Button("Retry");
  private final VBox node = new VBox(icon, title, reason, retry);

  TileMessage(Runnable onRetry) {
    node.getStyleClass().add("tile-message");
    node.setAlignment(Pos.CENTER);
    node.setPickOnBounds(false);
    title.getStyleClass().add("tile-message-title");
    title.setWrapText(true);
    reason.setWrapText(true);
    retry.setOnAction(_ -> onRetry.run());
    retry.setAccessibleText("Try to read the source again");
  }

  VBox node() {
    return node;
  }

  void show(TileContent content, boolean isEmptyStack) {
    switch (content) {
      case TileContent.Frame _, TileContent.Projected _ -> node.setVisible(false);
      case TileContent.Empty _ -> say("fth-image", isEmptyStack ? "" : "Nothing to show", "", false);
      case TileContent.Waiting _ -> say("fth-loader", "Loading…", "", false);
      case TileContent.Failed(int index, String why) -> say("fth-alert-triangle", "Frame " + (index + 1) + " cannot be decoded", why, false);
      case TileContent.Lost(_, String place) -> say("fth-cloud-off", "The source is out of reach", place, true);
    }
  }

  private void say(String literal, String what, String why, boolean again) {
    node.setVisible(true);
    icon.setIconLiteral(literal);
    icon.setVisible(!what.isEmpty());
    title.setText(what);
    reason.setText(why);
    reason.setManaged(!why.isEmpty());
    retry.setVisible(again);
    retry.setManaged(again);
  }
}

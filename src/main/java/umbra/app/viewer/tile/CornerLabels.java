package umbra.app.viewer.tile;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import umbra.pixel.view.ViewTransform;
import umbra.workspace.stack.Orientation;

/// Text in the corners of a tile, and the letters of the patient's sides at its edges.
final class CornerLabels {
  private final VBox topLeft = corner(Pos.TOP_LEFT);
  private final VBox topRight = corner(Pos.TOP_RIGHT);
  private final VBox bottomLeft = corner(Pos.BOTTOM_LEFT);
  private final VBox bottomRight = corner(Pos.BOTTOM_RIGHT);
  private final Label left = letter(Pos.CENTER_LEFT);
  private final Label right = letter(Pos.CENTER_RIGHT);
  private final Label top = letter(Pos.TOP_CENTER);
  private final Label bottom = letter(Pos.BOTTOM_CENTER);
  private final StackPane node = new StackPane(topLeft, topRight, bottomLeft, bottomRight, left, right, top, bottom);
  private Corners shown = Corners.NONE;

  CornerLabels() {
    node.setMouseTransparent(true);
    node.getStyleClass().add("annotations");
  }

  Pane node() {
    return node;
  }

  private static VBox corner(Pos at) {
    var box = new VBox();
    box.setAlignment(at);
    box.setMaxSize(VBox.USE_PREF_SIZE, VBox.USE_PREF_SIZE);
    StackPane.setAlignment(box, at);
    return box;
  }

  private static Label letter(Pos at) {
    var label = new Label();
    label.getStyleClass().add("orientation");
    StackPane.setAlignment(label, at);
    return label;
  }

  void show(Corners corners) {
    if (corners.equals(shown)) return;
    shown = corners;
    fill(topLeft, corners.topLeft());
    fill(topRight, corners.topRight());
    fill(bottomLeft, corners.bottomLeft());
    fill(bottomRight, corners.bottomRight());
  }

  private static void fill(VBox box, List<String> lines) {
    while (box.getChildren().size() > lines.size()) box.getChildren().removeLast();
    while (box.getChildren().size() < lines.size()) box.getChildren().add(new Label());
    for (int i = 0; i < lines.size(); i++) {
      var label = (Label) box.getChildren().get(i);
      if (!label.getText().equals(lines.get(i))) label.setText(lines.get(i));
    }
  }

  void hideLetters() {
    for (var label : List.of(left, right, top, bottom)) label.setText("");
  }

  /// Letters as the image lies now.
  void showLetters(Orientation orientation, ViewTransform view) {
    var sides = OrientationSides.of(orientation, view);
    left.setText(sides.left());
    right.setText(sides.right());
    top.setText(sides.top());
    bottom.setText(sides.bottom());
  }
}

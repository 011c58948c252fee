package umbra.app.object.slide;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import umbra.object.drawing.Part;

/// The segmentations of a slide with their segments, each to be switched on and off.
final class SegmentsPane extends ScrollPane {
  private static final double SWATCH = 12;
  private static final double WIDE = 230;

  private final VBox box = new VBox(6);
  private final Consumer<SegmentLayer> changed;

  /// @param changed told of a layer that is to be drawn anew
  SegmentsPane(Consumer<SegmentLayer> changed) {
    this.changed = changed;
    setId("slide-segments");
    setFitToWidth(true);
    setMinHeight(120);
    setMinWidth(120);
    setPrefWidth(WIDE);
    getStyleClass().add("slide-beside");
    box.setPadding(new javafx.geometry.Insets(8));
    setContent(box);
  }

  void show(List<SegmentLayer> layers) {
    box.getChildren().clear();
    for (var layer : layers) {
      var title = new Label("Segmentation");
      title.getStyleClass().add("sub-heading");
      var file = new Label(String.valueOf(Path.of(layer.row().member().isEmpty() ? layer.row().path() : layer.row().member()).getFileName()));
      file.getStyleClass().add("muted");
      var opacity = new Slider(0, 1, layer.opacity());
      opacity.setAccessibleText("Opacity of the segments");
      opacity.setTooltip(new Tooltip("How strongly the segments cover the slide"));
      opacity.valueProperty().addListener((_, _, now) -> {
        layer.setOpacity(now.doubleValue());
        changed.accept(layer);
      });
      var lines = layer.tiles().segments().parts().stream().map(part -> line(layer, part)).toList();
      box.getChildren().addAll(title, file, opacity);
      if (lines.size() > 1) box.getChildren().add(new HBox(6, button("All", lines, true), button("None", lines, false)));
      box.getChildren().addAll(lines);
    }
  }

  private static Button button(String text, List<CheckBox> lines, boolean on) {
    var button = new Button(text);
    button.getStyleClass().add("small");
    button.setOnAction(_ -> lines.forEach(l -> l.setSelected(on)));
    return button;
  }

  private CheckBox line(SegmentLayer layer, Part part) {
    var line = new CheckBox(part.name() + (part.kind().isEmpty() || part.kind().equals(part.name()) ? "" : " · " + part.kind()));
    line.setGraphic(new Rectangle(SWATCH, SWATCH, Color.rgb(part.rgb() >> 16 & 0xFF, part.rgb() >> 8 & 0xFF, part.rgb() & 0xFF)));
    line.setTooltip(new Tooltip(line.getText()));
    line.setSelected(layer.isSeen(part.number()));
    line.selectedProperty().addListener((_, _, on) -> {
      layer.setSeen(part.number(), on);
      changed.accept(layer);
    });
    return line;
  }
}

package umbra.app.object.slide;

import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.ImageView;
import javafx.scene.layout.VBox;
import umbra.app.object.slide.SlideStack.Beside;
import umbra.pixel.render.Picture;

/// Label, overview and thumbnail of a slide, one below the other, and what becomes of them.
final class BesidePane extends ScrollPane {
  private static final double WIDE = 200;

  private final VBox box = new VBox(10);

  BesidePane() {
    setId("slide-beside");
    setFitToWidth(true);
    setPrefWidth(WIDE + 30);
    setMinWidth(120);
    box.setPadding(new javafx.geometry.Insets(8));
    getStyleClass().add("slide-beside");
    setContent(box);
  }

  void clear() {
    box.getChildren().clear();
  }

  void add(Beside beside, Optional<Picture> picture) {
    var image = beside.image();
    var title = new Label(switch (image.kind()) {
      case LABEL -> "Label";
      case OVERVIEW -> "Overview";
      case THUMBNAIL -> "Thumbnail";
      case VOLUME -> "Other part";
    } + "  " + image.columns() + " × " + image.rows());
    title.getStyleClass().add("sub-heading");
    var entry = new VBox(4, title);
    picture.ifPresentOrElse(p -> {
      var view = new ImageView(Pictures.image(p));
      view.setPreserveRatio(true);
      view.setFitWidth(Math.min(WIDE, p.width()));
      entry.getChildren().add(view);
    }, () -> entry.getChildren().add(muted("It cannot be shown.")));
    image.label().forEach(text -> entry.getChildren().add(wrapped(text)));
    switch (image.kind()) {
      case LABEL -> entry.getChildren().add(warning("Label: struck out by default"));
      case OVERVIEW -> entry.getChildren().add(warning("Often shows the label: struck out by default"));
      case THUMBNAIL, VOLUME -> {}
    }
    box.getChildren().add(entry);
  }

  private static Label wrapped(String text) {
    var label = new Label(text);
    label.setWrapText(true);
    return label;
  }

  private static Label muted(String text) {
    var label = wrapped(text);
    label.getStyleClass().add("muted");
    return label;
  }

  private static Label warning(String text) {
    var label = wrapped(text);
    label.getStyleClass().add("object-banner");
    return label;
  }
}

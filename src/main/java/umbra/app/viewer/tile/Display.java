package umbra.app.viewer.tile;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import umbra.app.viewer.layer.ImageLayer;

/// What all tiles show besides their images.
public final class Display {
  private final BooleanProperty annotations = new SimpleBooleanProperty(true);
  private final BooleanProperty overlays = new SimpleBooleanProperty(true);
  private final BooleanProperty smooth = new SimpleBooleanProperty(true);
  private final ObservableList<ImageLayer> layers = FXCollections.observableArrayList();

  /// Text in the corners and orientation letters.
  public BooleanProperty annotations() {
    return annotations;
  }

  /// Overlay planes of the images themselves.
  public BooleanProperty overlays() {
    return overlays;
  }

  /// Enlarged pixels blend into each other.
  public BooleanProperty smooth() {
    return smooth;
  }

  /// What is drawn over the images, the first at the bottom.
  public ObservableList<ImageLayer> layers() {
    return layers;
  }
}

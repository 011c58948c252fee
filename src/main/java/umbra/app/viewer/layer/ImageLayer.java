package umbra.app.viewer.layer;

import java.util.Optional;
import javafx.beans.Observable;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Cursor;

/// Something drawn over images: findings, redaction boxes, contours, segmentations, regions of reports.
///
/// All coordinates are those of stored pixels: x to the right and y down from the top left corner of the stored image,
/// pixel (0, 0) covering 0 to 1. How the image is zoomed, turned and flipped is the viewer's business. One layer serves
/// all tiles. Layers are drawn in the order of the viewer's list and asked for hits from the last to the first. All calls
/// come from the JavaFX thread.
public interface ImageLayer {
  /// Stable, such as `findings`.
  String id();

  /// In the menu that shows and hides layers.
  String title();

  ObservableBooleanValue visible();

  /// Becomes invalid when the layer has to be drawn anew; the viewer draws at most once a pulse.
  Observable changes();

  void draw(LayerFrame frame, LayerGraphics graphics);

  /// What lies under the pointer: shown as a hint beside it. Empty if nothing does.
  default Optional<String> hit(LayerFrame frame, LayerPointer pointer) {
    return Optional.empty();
  }

  /// The cursor over a hit.
  default Cursor cursor(LayerFrame frame, LayerPointer pointer) {
    return Cursor.HAND;
  }

  /// A mouse button went down over a tile, whatever the tool.
  ///
  /// @return whether the layer takes the gesture: then no tool sees it, and the drags and the release are told to it only
  default boolean pressed(LayerFrame frame, LayerPointer pointer) {
    return false;
  }

  default void dragged(LayerFrame frame, LayerPointer pointer) {}

  default void released(LayerFrame frame, LayerPointer pointer) {}
}

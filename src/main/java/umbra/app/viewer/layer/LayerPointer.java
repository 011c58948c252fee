package umbra.app.viewer.layer;

import java.util.OptionalDouble;
import javafx.scene.input.MouseEvent;

/// The mouse over an image.
///
/// @param x stored pixels from the left edge, with fractions; may lie outside the image
/// @param y stored pixels from the top edge
/// @param tolerance how many stored pixels a hit may miss by
/// @param stored value of the image under it; empty outside the image and for colour
/// @param clicks 2 for the second press of a double click
public record LayerPointer(double x, double y, double tolerance, OptionalDouble stored, int clicks, boolean primary, boolean secondary, boolean shift, boolean control) {

  public static LayerPointer of(MouseEvent event, double x, double y, double tolerance, OptionalDouble stored) {
    return new LayerPointer(x, y, tolerance, stored, event.getClickCount(), event.isPrimaryButtonDown(), event.isSecondaryButtonDown(), event.isShiftDown(),
        event.isShortcutDown());
  }
}

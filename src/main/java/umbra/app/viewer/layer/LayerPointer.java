package umbra.app.viewer.layer;

import javafx.scene.input.MouseEvent;

/// The mouse over an image.
///
/// @param x stored pixels from the left edge, with fractions; may lie outside the image
/// @param y stored pixels from the top edge
/// @param tolerance how many stored pixels a hit may miss by
/// @param clicks 2 for the second press of a double click
public record LayerPointer(double x, double y, double tolerance, int clicks, boolean primary, boolean secondary, boolean shift, boolean control) {

  public static LayerPointer of(MouseEvent event, double x, double y, double tolerance) {
    return new LayerPointer(x, y, tolerance, event.getClickCount(), event.isPrimaryButtonDown(), event.isSecondaryButtonDown(), event.isShiftDown(),
        event.isShortcutDown());
  }
}

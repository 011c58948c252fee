package umbra.object.presentation;

import java.util.Optional;

/// How a presentation state wants an image to be shown.
///
/// @param window center and width of the values after the rescale; empty for that of the image
/// @param area of the image, in its pixels; empty for all of it
/// @param turns quarter turns clockwise, after flipping left and right
public record ScreenLook(Optional<Window> window, Optional<Area> area, int turns, boolean flipped) {
  public record Window(double center, double width) {}

  /// Edges from the top left corner of the image.
  public record Area(double left, double top, double right, double bottom) {}
}

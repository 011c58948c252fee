package umbra.object.presentation;

import java.util.Optional;
import java.util.OptionalDouble;
import umbra.pixel.render.GrayLook;

/// How a presentation state wants an image to be shown.
///
/// @param gray for grayscale images
/// @param area of the image, in its pixels; empty for all of it
/// @param magnification screen pixels to a pixel of the image; empty if the area fills the screen
/// @param turns quarter turns clockwise, before flipping left and right (PS3.3 C.10.6)
public record ScreenLook(GrayLook gray, Optional<Area> area, OptionalDouble magnification, int turns, boolean flipped) {
  /// Edges from the top left corner of the image.
  public record Area(double left, double top, double right, double bottom) {}
}

package umbra.app.viewer.tile;

import java.util.Optional;
import java.util.OptionalDouble;
import umbra.pixel.view.Prepared;
import umbra.workspace.stack.LoadedFrame;

/// What lies under the pointer.
///
/// @param x stored pixels from the left, from 0
/// @param y stored pixels from the top, from 0
/// @param value stored and rescaled value, or the samples of a colour pixel
public record Probe(int x, int y, String value) {

  /// @param imageX stored pixels with fractions; empty outside the image
  public static Optional<Probe> of(LoadedFrame frame, double imageX, double imageY) {
    int x = (int) Math.floor(imageX);
    int y = (int) Math.floor(imageY);
    var stored = frame.stored();
    if (x < 0 || y < 0 || x >= stored.columns() || y >= stored.rows()) return Optional.empty();
    return Optional.of(new Probe(x, y, value(frame, x, y)));
  }

  /// The stored value there; empty outside the image and for several samples.
  public static OptionalDouble stored(LoadedFrame frame, double imageX, double imageY) {
    var stored = frame.stored();
    boolean isOutside = imageX < 0 || imageY < 0 || imageX >= stored.columns() || imageY >= stored.rows();
    return isOutside || stored.samples() > 1 ? OptionalDouble.empty() : OptionalDouble.of(stored.at((int) imageX, (int) imageY, 0));
  }

  private static String value(LoadedFrame frame, int x, int y) {
    var stored = frame.stored();
    return switch (frame.prepared()) {
      case Prepared.Gray gray -> {
        double raw = stored.at(x, y, 0);
        double rescaled = gray.rescaled(x, y);
        var unit = frame.facts().unit();
        yield "stored " + number(raw) + (raw == rescaled && unit.isEmpty() ? "" : " · " + number(rescaled) + (unit.isEmpty() ? " rescaled" : " " + unit));
      }
      case Prepared.Colour colour -> {
        var text = new StringBuilder(stored.samples() == 1 ? "stored " + number(stored.at(x, y, 0)) + " · RGB" : frame.photometric());
        for (int s = 0; s < colour.plane().samples(); s++) text.append(' ').append(number(colour.plane().at(x, y, s)));
        yield text.toString();
      }
    };
  }

  private static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e9 ? Long.toString((long) value) : String.format("%.4g", value);
  }

  @Override
  public String toString() {
    return "x " + x + "  y " + y + "  " + value;
  }
}

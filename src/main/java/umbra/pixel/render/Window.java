package umbra.pixel.render;

import java.util.Optional;
import umbra.dicom.DataSet;
import umbra.dicom.Tags;

/// A VOI window (PS3.3 C.11.2.1.2 and C.11.2.1.3).
///
/// @param width at least 1 for LINEAR, above 0 for the others
public record Window(double center, double width, Function function) {

  /// How the window is applied.
  public enum Function { LINEAR, LINEAR_EXACT, SIGMOID }

  public Window {
    if (!(width > 0)) throw new IllegalArgumentException("window without width");
  }

  public static Window linear(double center, double width) {
    return new Window(center, width, Function.LINEAR);
  }

  /// One of the windows that a Data Set states; empty if it states none there that makes sense.
  ///
  /// @param index from 0
  static Optional<Window> of(DataSet dataSet, int index) {
    var center = dataSet.decimal(Tags.WINDOW_CENTER, index);
    var width = dataSet.decimal(Tags.WINDOW_WIDTH, index);
    if (center.isEmpty() || width.isEmpty()) return Optional.empty();
    var function = switch (dataSet.text(Tags.VOI_LUT_FUNCTION).orElse("LINEAR")) {
      case "LINEAR_EXACT" -> Function.LINEAR_EXACT;
      case "SIGMOID" -> Function.SIGMOID;
      default -> Function.LINEAR;
    };
    double least = function == Function.LINEAR ? 1 : Double.MIN_VALUE;
    if (!(width.getAsDouble() >= least) || Double.isNaN(center.getAsDouble())) return Optional.empty();
    return Optional.of(new Window(center.getAsDouble(), width.getAsDouble(), function));
  }

  /// The brightness of a value from 0 to 1.
  double fraction(double value) {
    double fraction = switch (function) {
      case LINEAR -> width <= 1 ? (value <= center - 0.5 ? 0 : 1) : (value - (center - 0.5)) / (width - 1) + 0.5;
      case LINEAR_EXACT -> (value - center) / width + 0.5;
      case SIGMOID -> 1 / (1 + Math.exp(-4 * (value - center) / width));
    };
    return Math.max(0, Math.min(fraction, 1));
  }

  /// Brightness 0 to 255 of the first values, as many as `out` takes, in the lower byte; `scale` and `shift` come first (Modality LUT).
  public void apply(float[] values, float slope, float intercept, byte[] out) {
    if (function == Function.SIGMOID || width <= 1) {
      for (int i = 0; i < out.length; i++) out[i] = (byte) Math.round(255 * fraction(values[i] * slope + intercept));
      return;
    }
    double span = function == Function.LINEAR ? width - 1 : width;
    double middle = function == Function.LINEAR ? center - 0.5 : center;
    float factor = (float) (255 * slope / span);
    float shift = (float) (255 * ((intercept - middle) / span + 0.5) + 0.5);
    for (int i = 0; i < out.length; i++) out[i] = (byte) (int) Math.max(0, Math.min(values[i] * factor + shift, 255));
  }
}

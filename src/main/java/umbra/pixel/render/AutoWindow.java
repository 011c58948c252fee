package umbra.pixel.render;

import java.util.Arrays;
import java.util.function.DoublePredicate;

/// A window for images that state none: from the 0.5th to the 99.5th percentile, padding left out.
public final class AutoWindow {
  private static final double TAIL = 0.005;
  private static final int MOST_SAMPLES = 200_000;

  private AutoWindow() {}

  /// The stored value at an index.
  @FunctionalInterface
  public interface StoredValue {
    float at(int index);
  }

  /// @param isPadding stored values that are no part of the image
  public static Window of(int length, StoredValue stored, float slope, float intercept, DoublePredicate isPadding) {
    int step = Math.max(1, length / MOST_SAMPLES);
    var some = new float[(length + step - 1) / step];
    int count = 0;
    for (int i = 0; i < length; i += step) {
      float value = stored.at(i);
      if (!isPadding.test(value) && Float.isFinite(value)) some[count++] = value * slope + intercept;
    }
    if (count == 0) return Window.linear(0.5, 2);
    Arrays.sort(some, 0, count);
    double low = some[(int) (TAIL * (count - 1))];
    double high = some[(int) Math.ceil((1 - TAIL) * (count - 1))];
    if (high <= low) {
      low = some[0];
      high = some[count - 1];
    }
    double span = Math.max(high - low, 1e-6);
    return new Window(low + span / 2, span, Window.Function.LINEAR_EXACT);
  }
}

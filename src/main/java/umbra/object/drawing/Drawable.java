package umbra.object.drawing;

import java.io.IOException;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/// An object that can be drawn over frames. For several threads.
public interface Drawable extends AutoCloseable {
  /// What can be switched on and off, in the order of the object.
  List<Part> parts();

  /// What there is to draw on a frame; empty if the object says nothing of it.
  ///
  /// @param hidden numbers of parts that are not to be drawn
  Drawing on(DrawnFrame frame, Set<Integer> hidden) throws IOException;

  /// Planes on which the object can be drawn where no image shows it; none if it has nowhere to lie.
  List<DrawnFrame> planes();

  /// SOP Instance UIDs of images that it is drawn on, with `#` and the number of a frame where it names one.
  default Set<String> names() {
    return Set.of();
  }

  /// The value under a point and its unit, such as `12.3 Gy`; empty if there is none.
  default String value(DrawnFrame frame, double x, double y) {
    return "";
  }

  /// The same where the object says what the stored values of the image mean.
  ///
  /// @param stored value of the image under the point; empty where it has none
  default String value(DrawnFrame frame, double x, double y, OptionalDouble stored) {
    return value(frame, x, y);
  }

  @Override
  default void close() throws IOException {}
}

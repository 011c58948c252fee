package umbra.app.object.layer;

import java.util.OptionalInt;
import umbra.object.drawing.Drawable;
import umbra.workspace.stack.Stack;

/// Finds the frame of a stack on which to begin with an object.
final class FirstFrame {
  private FirstFrame() {}

  /// The frame nearest to the middle of the object, else the first one that it names. From 0 in the stack.
  static OptionalInt of(Drawable drawable, Stack stack, LayersViewModel model) {
    var named = drawable.names();
    var planes = drawable.planes();
    var middle = planes.isEmpty() ? java.util.Optional.<umbra.object.drawing.ImagePlane>empty() : planes.get(planes.size() / 2).plane();
    int best = -1;
    double least = Double.MAX_VALUE;
    for (int i = 0; i < stack.size(); i++) {
      var row = stack.instance(i);
      int frame = stack.slice(i).frame();
      if (middle.isEmpty()) {
        if (named.contains(row.sopInstanceUid()) || named.contains(row.sopInstanceUid() + "#" + (frame + 1))) return OptionalInt.of(i);
        continue;
      }
      var plane = model.frame(row, frame, Math.max(1, row.columns()), Math.max(1, row.rows())).plane();
      if (plane.isEmpty()) continue;
      double distance = Math.abs(plane.get().distance(middle.get().slice().position()));
      if (distance < least) {
        least = distance;
        best = i;
      }
    }
    return best < 0 ? OptionalInt.empty() : OptionalInt.of(best);
  }
}

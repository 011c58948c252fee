package umbra.app.review.box;

import umbra.catalog.InstanceRow;
import umbra.workspace.stack.Stack;

/// The frame in front of a viewer.
///
/// @param index from 0 in the stack
public record Front(Stack stack, int index) {
  public InstanceRow instance() {
    return stack.instance(index);
  }

  /// Index from 0 within the instance.
  public int frame() {
    return stack.slice(index).frame();
  }

  /// Width of its frames in stored pixels, as the catalogue knows it.
  int columns() {
    return Math.max(1, instance().columns());
  }

  int rows() {
    return Math.max(1, instance().rows());
  }
}

package umbra.app.review.box;

import java.util.Optional;
import umbra.app.viewer.tool.Tool;
import umbra.app.viewer.tool.ToolPointer;
import umbra.pixel.view.ViewTransform.Point;

/// Draws a box by dragging.
public final class DrawTool implements Tool {
  public static final String ID = "draw";
  private static final double LEAST = 3;

  private final BoxesViewModel model;
  private Point from = new Point(0, 0);

  public DrawTool(BoxesViewModel model) {
    this.model = model;
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String title() {
    return "Draw a box";
  }

  @Override
  public String hint() {
    return "Drag over what must go; hatched is what will be black. Drag boxes and handles, Delete removes";
  }

  @Override
  public String icon() {
    return "fth-square";
  }

  @Override
  public void pressed(ToolPointer pointer) {
    from = pointer.image();
  }

  @Override
  public void dragged(ToolPointer p) {
    if (Math.hypot(p.sinceX(), p.sinceY()) < LEAST) return; // a click
    var frame = p.frame();
    model.hold(new Held(frame.instance(), frame.frame(), Optional.empty(), Handle.between(from.x(), from.y(), p.image().x(), p.image().y(), frame.columns(), frame.rows())));
  }

  @Override
  public void released(ToolPointer pointer) {
    model.settle();
  }
}

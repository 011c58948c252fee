package umbra.app.viewer.tool;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.Observable;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.paint.Color;
import umbra.app.viewer.layer.ImageLayer;
import umbra.app.viewer.layer.LayerFrame;
import umbra.app.viewer.layer.LayerGraphics;
import umbra.pixel.view.ViewTransform.Point;

/// Distances: drawn by dragging, and shown on the frame they were drawn on until they are deleted or the program ends.
public final class MeasureTool implements Tool, ImageLayer {
  private static final Color COLOUR = Color.web("#7fd4ff");

  private record Place(long instance, int frame) {}

  private record Line(Point from, Point to, String text) {}

  private final Map<Place, List<Line>> lines = new HashMap<>();
  private final SimpleLongProperty changes = new SimpleLongProperty();
  private final SimpleBooleanProperty visible = new SimpleBooleanProperty(true);

  @Override
  public String id() {
    return "measure";
  }

  @Override
  public String title() {
    return "Distance";
  }

  @Override
  public String hint() {
    return "Drag to measure; Delete removes the distances on this frame";
  }

  @Override
  public String icon() {
    return "fth-edit-2";
  }

  @Override
  public void pressed(ToolPointer p) {
    of(p.frame()).add(line(p, p.image()));
  }

  @Override
  public void dragged(ToolPointer p) {
    var on = of(p.frame());
    if (on.isEmpty()) return; // scrolled while dragging
    var from = on.removeLast().from();
    on.add(line(p, from));
    changes.set(changes.get() + 1);
  }

  @Override
  public void released(ToolPointer p) {
    var on = of(p.frame());
    if (!on.isEmpty() && on.getLast().from().distance(on.getLast().to()) < 1) on.removeLast(); // a click
    changes.set(changes.get() + 1);
  }

  private List<Line> of(LayerFrame frame) {
    return lines.computeIfAbsent(new Place(frame.instance().id(), frame.frame()), _ -> new ArrayList<>());
  }

  private static Line line(ToolPointer p, Point from) {
    var spacings = p.tile().frame().map(f -> f.facts().spacings()).orElse(List.of());
    return new Line(from, p.image(), Distance.of(from, p.image(), spacings).toString());
  }

  /// Removes the distances of a frame.
  public void clear(LayerFrame frame) {
    of(frame).clear();
    changes.set(changes.get() + 1);
  }

  @Override
  public ObservableBooleanValue visible() {
    return visible;
  }

  @Override
  public Observable changes() {
    return changes;
  }

  @Override
  public void draw(LayerFrame frame, LayerGraphics graphics) {
    changes.get(); // valid again, so that the next change is heard
    for (var line : lines.getOrDefault(new Place(frame.instance().id(), frame.frame()), List.of())) {
      graphics.line(List.of(line.from(), line.to()), false, COLOUR, 1.5, Color.TRANSPARENT);
      graphics.text(line.text(), line.to().x(), line.to().y(), COLOUR);
    }
  }
}

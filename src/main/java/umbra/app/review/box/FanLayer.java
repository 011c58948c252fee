package umbra.app.review.box;

import java.util.Optional;
import javafx.beans.Observable;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.paint.Color;
import umbra.app.viewer.layer.ImageLayer;
import umbra.app.viewer.layer.LayerFrame;
import umbra.app.viewer.layer.LayerGraphics;
import umbra.app.viewer.layer.LayerPointer;
import umbra.pixel.view.ViewTransform.Point;

/// The fan in hand: its corners to drag, and hatched what would go.
public final class FanLayer implements ImageLayer {
  private static final Color COLOUR = Color.web("#7fe0a0");

  private final FanViewModel model;
  private final SimpleBooleanProperty visible = new SimpleBooleanProperty(true);
  private int corner = -1;

  public FanLayer(FanViewModel model) {
    this.model = model;
  }

  @Override
  public String id() {
    return "fan";
  }

  @Override
  public String title() {
    return "Fan to keep";
  }

  @Override
  public ObservableBooleanValue visible() {
    return visible;
  }

  @Override
  public Observable changes() {
    return model.fan();
  }

  @Override
  public void draw(LayerFrame frame, LayerGraphics graphics) {
    model.fan().get().ifPresent(fan -> {
      for (var box : fan.outside(frame.columns(), frame.rows())) Hatching.draw(graphics, box);
      graphics.line(fan.corners().stream().map(c -> new Point(c.x(), c.y())).toList(), true, COLOUR, 2, Color.TRANSPARENT);
      for (var c : fan.corners()) graphics.handle(c.x(), c.y(), COLOUR);
    });
  }

  private int at(LayerPointer p) {
    var fan = model.fan().get();
    for (int i = 0; fan.isPresent() && i < fan.get().corners().size(); i++) {
      var c = fan.get().corners().get(i);
      if (Math.abs(c.x() - p.x()) <= 2 * p.tolerance() && Math.abs(c.y() - p.y()) <= 2 * p.tolerance()) return i;
    }
    return -1;
  }

  @Override
  public Optional<String> hit(LayerFrame frame, LayerPointer pointer) {
    return at(pointer) < 0 ? Optional.empty() : Optional.of("drag the corner of the fan");
  }

  @Override
  public boolean pressed(LayerFrame frame, LayerPointer pointer) {
    corner = pointer.primary() ? at(pointer) : -1;
    return corner >= 0;
  }

  @Override
  public void dragged(LayerFrame frame, LayerPointer pointer) {
    if (corner >= 0) model.move(corner, pointer.x(), pointer.y());
  }

  @Override
  public void released(LayerFrame frame, LayerPointer pointer) {
    corner = -1;
  }
}

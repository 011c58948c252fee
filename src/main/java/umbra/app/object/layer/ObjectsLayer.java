package umbra.app.object.layer;

import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.ListChangeListener;
import javafx.scene.Cursor;
import umbra.app.viewer.layer.ImageLayer;
import umbra.app.viewer.layer.LayerFrame;
import umbra.app.viewer.layer.LayerGraphics;
import umbra.app.viewer.layer.LayerPointer;
import umbra.object.drawing.DrawnFrame;

/// All objects that are switched on, as one layer of the viewer.
final class ObjectsLayer implements ImageLayer {
  private final LayersViewModel model;
  private final BooleanProperty visible = new SimpleBooleanProperty(true);
  private final SimpleLongProperty changes = new SimpleLongProperty();
  private final InvalidationListener changed = _ -> changes.set(changes.get() + 1);
  private final DrawingPainter painter = new DrawingPainter();

  ObjectsLayer(LayersViewModel model) {
    this.model = model;
    model.layers().addListener((ListChangeListener<ObjectLayer>) change -> {
      while (change.next()) {
        change.getRemoved().forEach(l -> l.changes().removeListener(changed));
        change.getAddedSubList().forEach(l -> l.changes().addListener(changed));
      }
      changed.invalidated(model.layers());
    });
  }

  @Override
  public String id() {
    return "objects";
  }

  @Override
  public String title() {
    return "Objects over the image";
  }

  @Override
  public ObservableBooleanValue visible() {
    return visible;
  }

  @Override
  public Observable changes() {
    changes.get(); // a listener hears of the next change only once it has looked
    return changes;
  }

  private DrawnFrame place(LayerFrame frame) {
    return model.frame(frame.instance(), frame.frame(), frame.columns(), frame.rows());
  }

  @Override
  public void draw(LayerFrame frame, LayerGraphics graphics) {
    changes.get();
    var place = place(frame);
    for (var layer : model.layers().reversed()) {
      if (!layer.on().get()) continue;
      layer.changes().get();
      layer.drawing(place).ifPresent(d -> painter.paint(d, layer.opacity().get(), graphics));
    }
  }

  @Override
  public Optional<String> hit(LayerFrame frame, LayerPointer pointer) {
    var place = place(frame);
    var names = model.layers().stream().filter(l -> l.on().get()).map(l -> l.at(place, pointer.x(), pointer.y(), pointer.stored())).filter(s -> !s.isEmpty()).toList();
    return names.isEmpty() ? Optional.empty() : Optional.of(String.join(" · ", names));
  }

  @Override
  public Cursor cursor(LayerFrame frame, LayerPointer pointer) {
    return Cursor.DEFAULT;
  }
}

package umbra.app.review.box;

import java.util.Optional;
import javafx.beans.Observable;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.BooleanProperty;
import javafx.scene.Cursor;
import javafx.scene.paint.Color;
import umbra.app.viewer.layer.ImageLayer;
import umbra.app.viewer.layer.LayerFrame;
import umbra.app.viewer.layer.LayerGraphics;
import umbra.app.viewer.layer.LayerPointer;
import umbra.catalog.InstanceRow;
import umbra.catalog.finding.RegionRow;
import umbra.pixel.redact.RedactionPlan;
import umbra.pixel.redact.region.Box;
import umbra.pixel.view.ViewTransform.Point;

/// Boxes to blacken, and hatched what will really be blackened. The mouse picks, moves and resizes them.
public final class BoxLayer implements ImageLayer {
  private static final Color COLOUR = Color.web("#6cc0e5");
  private static final Color REFUSED = Color.web("#ff8b83");

  private final BoxesViewModel model;
  private final BooleanProperty visible = new SimpleBooleanProperty(true);
  private Optional<Handle> handle = Optional.empty();
  private Point grabbed = new Point(0, 0);
  private Optional<Box> before = Optional.empty();

  public BoxLayer(BoxesViewModel model) {
    this.model = model;
  }

  @Override
  public String id() {
    return "boxes";
  }

  @Override
  public String title() {
    return "Boxes to blacken";
  }

  @Override
  public BooleanProperty visible() {
    return visible;
  }

  @Override
  public Observable changes() {
    return model.store().changes();
  }

  @Override
  public void draw(LayerFrame frame, LayerGraphics graphics) {
    var held = model.held().get().filter(h -> isOn(h, frame));
    var plan = model.store().plan(frame.instance(), held);
    if (plan.isPresent()) draw(plan.get(), frame, graphics);
    for (var row : model.store().on(frame.instance(), frame.frame())) {
      if (held.isPresent() && held.get().of().filter(r -> r.id() == row.id()).isPresent()) continue;
      boolean isSelected = model.selected().get().filter(s -> s.id() == row.id()).isPresent();
      draw(box(row), isSelected, "box · " + BoxesViewModel.words(row, frame.instance()), graphics);
    }
    held.ifPresent(h -> draw(h.box(), true, h.box().width() + " × " + h.box().height(), graphics));
  }

  private static boolean isOn(Held held, LayerFrame frame) {
    return held.instance().id() == frame.instance().id() && held.frame() == frame.frame();
  }

  private static Box box(RegionRow row) {
    return new Box(row.x(), row.y(), row.width(), row.height());
  }

  private static void draw(RedactionPlan plan, LayerFrame frame, LayerGraphics graphics) {
    switch (plan) {
      case RedactionPlan.Possible possible -> {
        for (var region : possible.blackened()) if (region.isOn(frame.frame())) Hatching.draw(graphics, region.box());
      }
      case RedactionPlan.Impossible(var reason) -> graphics.text("cannot be blackened, so it will stay back: " + reason, 0, 0, REFUSED);
    }
  }

  private static void draw(Box box, boolean isSelected, String words, LayerGraphics graphics) {
    graphics.rectangle(box.x(), box.y(), box.width(), box.height(), COLOUR, isSelected ? 2.5 : 1.5, Color.TRANSPARENT);
    if (!isSelected) return;
    for (int down = -1; down <= 1; down++) {
      for (int across = -1; across <= 1; across++) {
        var h = new Handle(across, down);
        if (across != 0 || down != 0) graphics.handle(h.x(box), h.y(box), COLOUR);
      }
    }
    graphics.text(words, box.x(), box.bottom(), COLOUR);
  }

  /// The box under the pointer, the selected one before others, then the one drawn last.
  private Optional<RegionRow> under(LayerFrame frame, LayerPointer p) {
    var rows = model.store().on(frame.instance(), frame.frame());
    var selected = rows.stream().filter(r -> model.selected().get().filter(s -> s.id() == r.id()).isPresent()).filter(r -> holds(r, p)).findFirst();
    return selected.or(() -> rows.reversed().stream().filter(r -> holds(r, p)).findFirst());
  }

  private static boolean holds(RegionRow r, LayerPointer p) {
    return p.x() >= r.x() && p.x() < r.x() + r.width() && p.y() >= r.y() && p.y() < r.y() + r.height();
  }

  private Optional<RegionRow> selectedOn(LayerFrame frame) {
    return model.selected().get().filter(s -> model.store().on(frame.instance(), frame.frame()).stream().anyMatch(r -> r.id() == s.id()));
  }

  @Override
  public Optional<String> hit(LayerFrame frame, LayerPointer pointer) {
    if (selectedOn(frame).flatMap(r -> Handle.at(box(r), pointer.x(), pointer.y(), pointer.tolerance())).isPresent()) return Optional.of("drag to resize");
    return under(frame, pointer).map(r -> words(r, frame.instance()));
  }

  private static String words(RegionRow row, InstanceRow instance) {
    return "box " + row.width() + " × " + row.height() + " at " + row.x() + ", " + row.y() + " · " + BoxesViewModel.words(row, instance) + (row.author().isEmpty() ? "" : " · by " + row.author());
  }

  @Override
  public Cursor cursor(LayerFrame frame, LayerPointer pointer) {
    var at = selectedOn(frame).flatMap(r -> Handle.at(box(r), pointer.x(), pointer.y(), pointer.tolerance()));
    if (at.isEmpty()) return Cursor.MOVE;
    if (at.get().across() == 0) return Cursor.V_RESIZE;
    if (at.get().down() == 0) return Cursor.H_RESIZE;
    return at.get().across() == at.get().down() ? Cursor.NW_RESIZE : Cursor.NE_RESIZE;
  }

  @Override
  public boolean pressed(LayerFrame frame, LayerPointer pointer) {
    if (!pointer.primary() || pointer.control() || pointer.shift()) return false;
    before = Optional.empty();
    handle = Optional.empty();
    var resized = selectedOn(frame).flatMap(r -> Handle.at(box(r), pointer.x(), pointer.y(), pointer.tolerance()).map(h -> {
      handle = Optional.of(h);
      return r;
    }));
    var row = resized.or(() -> under(frame, pointer));
    if (row.isEmpty()) {
      if (model.selected().get().isPresent()) model.select(Optional.empty());
      return false;
    }
    if (model.selected().get().filter(s -> s.id() == row.get().id()).isEmpty()) model.select(row);
    grabbed = new Point(pointer.x(), pointer.y());
    before = Optional.of(box(row.get()));
    return true;
  }

  @Override
  public void dragged(LayerFrame frame, LayerPointer pointer) {
    if (before.isEmpty() || model.selected().get().isEmpty()) return;
    var from = before.get();
    Box to;
    if (handle.isPresent()) to = handle.get().drag(from, pointer.x(), pointer.y(), frame.columns(), frame.rows());
    else {
      int x = Math.clamp(from.x() + Math.round(pointer.x() - grabbed.x()), 0, Math.max(0, frame.columns() - from.width()));
      int y = Math.clamp(from.y() + Math.round(pointer.y() - grabbed.y()), 0, Math.max(0, frame.rows() - from.height()));
      to = new Box(x, y, from.width(), from.height());
    }
    model.hold(new Held(frame.instance(), frame.frame(), model.selected().get(), to));
  }

  @Override
  public void released(LayerFrame frame, LayerPointer pointer) {
    before = Optional.empty();
    model.settle();
  }
}

package umbra.app.viewer;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.scene.Cursor;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import umbra.app.viewer.layer.ImageLayer;
import umbra.app.viewer.layer.LayerFrame;
import umbra.app.viewer.layer.LayerPointer;
import umbra.app.viewer.tile.Probe;
import umbra.app.viewer.tile.TileView;
import umbra.app.viewer.tool.Gesture;
import umbra.app.viewer.tool.InputProfile;
import umbra.app.viewer.tool.Tool;
import umbra.app.viewer.tool.ToolPointer;
import umbra.pixel.view.ViewTransform.Point;

/// Hands what the mouse does on a tile to a layer that lies there, else to the tool that the profile names.
final class Gestures {
  private static final double HIT_PIXELS = 5;

  private final TileView view;
  private final ViewerViewModel viewer;
  private Optional<ImageLayer> layer = Optional.empty();
  private Optional<Tool> tool = Optional.empty();
  private Point pressedAt = new Point(0, 0);
  private Point last = pressedAt;
  private double turned;

  private Gestures(TileView view, ViewerViewModel viewer) {
    this.view = view;
    this.viewer = viewer;
  }

  static void install(TileView view, ViewerViewModel viewer) {
    var gestures = new Gestures(view, viewer);
    view.setOnMousePressed(gestures::pressed);
    view.setOnMouseDragged(gestures::dragged);
    view.setOnMouseReleased(gestures::released);
    view.setOnMouseMoved(gestures::moved);
    view.setOnMouseExited(_ -> viewer.probe().set(""));
    view.setOnScroll(gestures::scrolled);
  }

  private Point screen(double x, double y) {
    return new Point(x * view.ratio(), y * view.ratio());
  }

  private void pressed(MouseEvent event) {
    view.requestFocus();
    viewer.activate(view.tile());
    pressedAt = screen(event.getX(), event.getY());
    last = pressedAt;
    layer = Optional.empty();
    tool = Optional.empty();
    var gesture = gesture(event);
    boolean maximise = viewer.profile().get().tool(gesture).filter("maximise"::equals).isPresent();
    var frame = view.layerFrame();
    if (frame.isPresent()) {
      layer = layers().stream().filter(l -> l.pressed(frame.get(), pointer(event))).findFirst();
      if (layer.isEmpty() && !maximise) tool = toolOf(gesture);
      tool.ifPresent(t -> t.pressed(drag(event, frame.get())));
    }
    if (maximise && layer.isEmpty()) viewer.maximised().set(!viewer.maximised().get());
    event.consume();
  }

  private static Gesture gesture(MouseEvent event) {
    var kind = switch (event.getButton()) {
      case SECONDARY -> Gesture.Kind.SECONDARY;
      case MIDDLE -> Gesture.Kind.MIDDLE;
      default -> event.getClickCount() == 2 ? Gesture.Kind.DOUBLE_CLICK : Gesture.Kind.PRIMARY;
    };
    return new Gesture(kind, event.isShiftDown(), event.isShortcutDown(), event.isAltDown());
  }

  private Optional<Tool> toolOf(Gesture gesture) {
    return viewer.profile().get().tool(gesture).flatMap(id -> id.equals(InputProfile.ARMED) ? Optional.of(viewer.tool().get())
        : viewer.tools().stream().filter(t -> t.id().equals(id)).findFirst());
  }

  private List<ImageLayer> layers() {
    return viewer.display().layers().reversed().stream().filter(l -> l.visible().get()).toList();
  }

  private LayerPointer pointer(MouseEvent event) {
    var at = screen(event.getX(), event.getY());
    var transform = view.tile().view().get().orElseThrow();
    var image = transform.toImage(at.x(), at.y());
    return LayerPointer.of(event, image.x(), image.y(), HIT_PIXELS * view.ratio() / transform.scale(), view.tile().frame().map(f -> Probe.stored(f, image.x(), image.y())).orElse(OptionalDouble.empty()));
  }

  private ToolPointer drag(MouseEvent event, LayerFrame frame) {
    var at = screen(event.getX(), event.getY());
    var image = view.tile().view().get().orElseThrow().toImage(at.x(), at.y());
    return new ToolPointer(view.tile(), frame, at, at.x() - last.x(), at.y() - last.y(), at.x() - pressedAt.x(), at.y() - pressedAt.y(), image, event.isShiftDown());
  }

  private void dragged(MouseEvent event) {
    probe(event);
    view.layerFrame().ifPresent(frame -> {
      layer.ifPresent(l -> l.dragged(frame, pointer(event)));
      tool.ifPresent(t -> t.dragged(drag(event, frame)));
    });
    last = screen(event.getX(), event.getY());
    event.consume();
  }

  private void released(MouseEvent event) {
    view.layerFrame().ifPresent(frame -> {
      layer.ifPresent(l -> l.released(frame, pointer(event)));
      tool.ifPresent(t -> t.released(drag(event, frame)));
    });
    layer = Optional.empty();
    tool = Optional.empty();
    event.consume();
  }

  private void moved(MouseEvent event) {
    probe(event);
    var frame = view.layerFrame();
    if (frame.isEmpty()) return;
    var pointer = pointer(event);
    for (var l : layers()) {
      var hit = l.hit(frame.get(), pointer);
      if (hit.isEmpty()) continue;
      view.setCursor(l.cursor(frame.get(), pointer));
      viewer.probe().set(hit.get());
      return;
    }
    view.setCursor(Cursor.DEFAULT);
  }

  private void probe(MouseEvent event) {
    var at = screen(event.getX(), event.getY());
    var probe = view.tile().view().get().flatMap(v -> {
      var image = v.toImage(at.x(), at.y());
      return view.tile().frame().flatMap(f -> Probe.of(f, image.x(), image.y()).map(p -> "frame " + (view.tile().index().get() + 1) + "  " + p));
    });
    viewer.probe().set(probe.orElse(""));
  }

  /// Wheels click, touchpads glide: what glides adds up to notches.
  private void scrolled(ScrollEvent event) {
    viewer.activate(view.tile());
    double delta = event.getDeltaY() == 0 ? event.getDeltaX() : event.getDeltaY(); // Shift makes it horizontal
    double each = event.getMultiplierY() == 0 ? 40 : event.getMultiplierY();
    turned -= delta / each;
    int notches = (int) turned;
    if (notches == 0) return;
    turned -= notches;
    event.consume();
    var gesture = new Gesture(Gesture.Kind.WHEEL, event.isShiftDown(), event.isShortcutDown(), event.isAltDown());
    var at = screen(event.getX(), event.getY());
    var frame = view.layerFrame();
    if (frame.isEmpty()) {
      view.tile().scrollBy(notches); // past a frame that cannot be shown
      return;
    }
    var image = view.tile().view().get().orElseThrow().toImage(at.x(), at.y());
    toolOf(gesture).ifPresent(t -> t.turned(new ToolPointer(view.tile(), frame.get(), at, 0, 0, 0, 0, image, event.isShiftDown()), notches));
  }
}

package umbra.app.viewer.tile;

import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.collections.ListChangeListener;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Font;
import umbra.app.viewer.layer.ImageLayer;
import umbra.app.viewer.layer.LayerFrame;
import umbra.app.viewer.layer.LayerGraphics;
import umbra.pixel.view.Painter;
import umbra.pixel.view.Prepared;
import umbra.pixel.view.ViewTransform;
import umbra.words.Counts;
import umbra.workspace.stack.LoadedFrame;

/// A tile on the screen. However much changes, it is painted once a pulse.
public final class TileView extends Region {
  private static final double SLIDER = 14;

  private final TileViewModel tile;
  private final Display display;
  private final PixelSurface surface = new PixelSurface();
  private final Canvas canvas = new Canvas();
  private final CornerLabels corners = new CornerLabels();
  private final TileMessage message;
  private final Label mark = new Label("loading");
  private final Label banner = new Label();
  private final ScrollBar slider = new ScrollBar();
  private final Region frame = new Region();
  private final InvalidationListener repaint = _ -> repaint();
  private final InvalidationListener weakRepaint = new WeakInvalidationListener(repaint);
  private final Font font = Font.font("JetBrains Mono", 12);
  private boolean dirty = true;
  private long paints;

  public TileView(TileViewModel tile, Display display) {
    this.tile = tile;
    this.display = display;
    this.message = new TileMessage(tile::retry);
    getStyleClass().add("tile");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    var clip = new Rectangle();
    clip.widthProperty().bind(widthProperty());
    clip.heightProperty().bind(heightProperty());
    setClip(clip);
    canvas.setManaged(false);
    canvas.setMouseTransparent(true);
    mark.getStyleClass().add("loading-mark");
    banner.getStyleClass().add("tile-banner");
    StackPane.setAlignment(mark, Pos.BOTTOM_CENTER);
    frame.getStyleClass().add("tile-frame");
    frame.setMouseTransparent(true);
    slider.setOrientation(Orientation.VERTICAL);
    slider.setFocusTraversable(false);
    slider.setAccessibleText("Frame of the stack");
    getChildren().addAll(surface.node(), canvas, corners.node(), banner, mark, message.node(), slider, frame);
    listen();
  }

  private void listen() {
    for (var changing : new javafx.beans.Observable[] {tile.content(), tile.view(), tile.window().chosen(), tile.inverted(), tile.loading(), tile.index(),
      display.annotations(), display.overlays(), display.smooth(), display.layers()}) changing.addListener(weakRepaint);
    display.layers().forEach(this::watch);
    display.layers().addListener((ListChangeListener<ImageLayer>) change -> {
      while (change.next()) change.getAddedSubList().forEach(this::watch);
    });
    slider.valueProperty().addListener((_, _, to) -> tile.scrollTo((int) Math.round(to.doubleValue())));
  }

  private void watch(ImageLayer layer) {
    layer.changes().addListener(weakRepaint);
    layer.visible().addListener(weakRepaint);
  }

  public TileViewModel tile() {
    return tile;
  }

  /// How often it was painted.
  public long paints() {
    return paints;
  }

  /// Pixels of the screen to a logical one.
  public double ratio() {
    var window = getScene() == null ? null : getScene().getWindow();
    return window == null ? 1 : Math.max(1, window.getOutputScaleX());
  }

  private void repaint() {
    dirty = true;
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double height = getHeight();
    if (width < 1 || height < 1) return;
    boolean scrollable = tile.stack().get().size() > 1;
    slider.setVisible(scrollable);
    slider.resizeRelocate(width - SLIDER, 0, SLIDER, height);
    double wide = scrollable ? width - SLIDER : width;
    corners.node().resizeRelocate(0, 0, wide, height);
    frame.resizeRelocate(0, 0, width, height);
    double high = Math.min(height, message.node().prefHeight(wide - 32));
    message.node().resizeRelocate(16, (height - high) / 2, wide - 32, high);
    mark.autosize();
    mark.relocate((wide - mark.getWidth()) / 2, height - mark.getHeight() - 6);
    tile.resize((int) Math.round(wide * ratio()), (int) Math.round(height * ratio()));
    if (canvas.getWidth() != wide || canvas.getHeight() != height) {
      canvas.setWidth(wide);
      canvas.setHeight(height);
      dirty = true;
    }
    if (dirty) paint();
    banner.autosize();
    banner.relocate((wide - banner.getWidth()) / 2, 24);
  }

  private void paint() {
    dirty = false;
    paints++;
    var content = tile.content().get();
    message.show(content, tile.stack().get().isEmpty());
    mark.setVisible(tile.loading().get() && !(content instanceof TileContent.Waiting));
    banner.setVisible(content instanceof TileContent.Projected);
    if (content instanceof TileContent.Projected(var p, _)) {
      banner.setText(p.kind().name().toLowerCase(java.util.Locale.ROOT) + " of " + Counts.of(p.frames(), "frame") + (p.left() == 0 ? "" : ", " + p.left() + " left out"));
    }
    int last = Math.max(0, tile.stack().get().size() - 1);
    slider.setMax(last);
    slider.setVisibleAmount(Math.max(1, last / 20.0));
    slider.setBlockIncrement(Math.max(1, last / 10.0));
    slider.setUnitIncrement(1);
    slider.setValue(tile.index().get());
    canvas.getGraphicsContext2D().clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
    var frame = tile.frame();
    var view = tile.view().get();
    if (frame.isEmpty() || view.isEmpty()) {
      surface.clear();
      corners.show(Corners.NONE);
      corners.hideLetters();
      return;
    }
    picture(frame.get(), view.get());
    layers(frame.get(), view.get());
  }

  private void picture(LoadedFrame frame, ViewTransform view) {
    var window = tile.window().effective(frame.prepared());
    surface.paint(frame.prepared(), view, new Painter.Look(window, tile.inverted().get(), display.overlays().get(), display.smooth().get()), ratio());
    if (!display.annotations().get()) {
      corners.show(Corners.NONE);
      corners.hideLetters();
      return;
    }
    boolean table = window.isEmpty() && frame.prepared() instanceof Prepared.Gray;
    int shorter = (int) Math.min(getWidth(), getHeight());
    int at = tile.content().get() instanceof TileContent.Frame(int index, _) ? index : tile.index().get();
    corners.show(Corners.of(new Corners.Scene(frame, at, tile.stack().get().size(), window, view, table, shorter)));
    frame.facts().orientation().ifPresentOrElse(o -> corners.showLetters(o, view), corners::hideLetters);
  }

  private void layers(LoadedFrame frame, ViewTransform view) {
    var shown = layerFrame(frame);
    if (shown.isEmpty() || display.layers().isEmpty()) return;
    var context = canvas.getGraphicsContext2D();
    var graphics = new LayerGraphics(context, view.logical(ratio()), font);
    for (var layer : display.layers()) {
      if (!layer.visible().get()) continue;
      context.save();
      layer.draw(shown.get(), graphics);
      context.restore();
    }
  }

  private java.util.Optional<LayerFrame> layerFrame(LoadedFrame frame) {
    var slice = frame.slice();
    return tile.content().get() instanceof TileContent.Frame(int index, _)
        ? java.util.Optional.of(new LayerFrame(tile.stack().get().instance(index), slice.frame(), frame.stored().columns(), frame.stored().rows()))
        : java.util.Optional.empty();
  }

  /// The frame that layers draw on, if one is in front.
  public java.util.Optional<LayerFrame> layerFrame() {
    return tile.frame().flatMap(this::layerFrame);
  }
}

package umbra.app.object.slide;

import java.nio.IntBuffer;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.WritableImage;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import umbra.object.slide.SlideViewport;

/// The part of a slide in view, painted once a pulse, with a map of the whole in its corner. The wheel zooms, dragging moves.
final class SlideCanvas extends Region {
  private static final double MAP = 150;
  private static final double STEP = 1.25;

  private final SlideViewModel model;
  private final ImageView picture = new ImageView();
  private final Canvas map = new Canvas(MAP, MAP);
  private final InvalidationListener changed = _ -> requestLayout();
  private Optional<Image> overview = Optional.empty();
  private int[] argb = new int[0];
  private PixelBuffer<IntBuffer> buffer = Pictures.buffer(1, 1, new int[1]);
  private double lastX;
  private double lastY;

  SlideCanvas(SlideViewModel model) {
    this.model = model;
    setId("slide");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    getStyleClass().add("slide-canvas");
    picture.setManaged(false);
    picture.setMouseTransparent(true);
    map.setManaged(false);
    getChildren().addAll(picture, map);
    model.view().addListener(changed);
    model.arrived().addListener(changed);
    setOnMousePressed(this::pressed);
    setOnMouseDragged(e -> {
      model.move(v -> v.panned((e.getX() - lastX) * ratio(), (e.getY() - lastY) * ratio()));
      lastX = e.getX();
      lastY = e.getY();
    });
    setOnScroll(e -> {
      if (e.getDeltaY() != 0) model.move(v -> v.zoomed(Math.pow(STEP, e.getDeltaY() / 40), e.getX() * ratio(), e.getY() * ratio()));
      e.consume();
    });
    map.setOnMousePressed(this::goThere);
    map.setOnMouseDragged(this::goThere);
  }

  private void pressed(MouseEvent e) {
    requestFocus();
    lastX = e.getX();
    lastY = e.getY();
    if (e.getClickCount() == 2) model.move(v -> v.zoomed(2, e.getX() * ratio(), e.getY() * ratio()));
  }

  /// Empty where there is no small level; the map then shows the outline only.
  void showMap(Optional<Image> image) {
    overview = image;
    requestLayout();
  }

  private double ratio() {
    var window = getScene() == null ? null : getScene().getWindow();
    return window == null ? 1 : Math.max(1, window.getOutputScaleX());
  }

  @Override
  protected void layoutChildren() {
    model.arrived().get();
    int width = (int) Math.round(getWidth() * ratio());
    int height = (int) Math.round(getHeight() * ratio());
    if (width < 1 || height < 1) return;
    model.resize(width, height);
    if (argb.length != width * height) {
      argb = new int[width * height];
      buffer = Pictures.buffer(width, height, argb);
      picture.setImage(new WritableImage(buffer));
    }
    picture.setFitWidth(getWidth());
    picture.setFitHeight(getHeight());
    var view = model.view().get();
    picture.setVisible(view.isPresent());
    map.setVisible(view.filter(v -> v.left() > 0 || v.top() > 0 || v.right() < v.columns() || v.bottom() < v.rows()).isPresent());
    if (view.isEmpty()) return;
    SlidePainter.paint(model.painted(), view.get(), argb);
    buffer.updateBuffer(_ -> null);
    drawMap(view.get());
  }

  private double mapScale(SlideViewport view) {
    return MAP / Math.max(view.columns(), view.rows());
  }

  private void drawMap(SlideViewport view) {
    double scale = mapScale(view);
    double wide = view.columns() * scale;
    double high = view.rows() * scale;
    map.relocate(getWidth() - wide - 12, getHeight() - high - 12);
    var g = map.getGraphicsContext2D();
    g.clearRect(0, 0, MAP, MAP);
    g.setFill(Color.web("#0b0e11"));
    g.fillRect(0, 0, wide, high);
    overview.ifPresent(i -> g.drawImage(i, 0, 0, wide, high));
    g.setStroke(Color.web("#8a97a3"));
    g.setLineWidth(1);
    g.strokeRect(0.5, 0.5, wide - 1, high - 1);
    g.setStroke(Color.web("#ff8a00"));
    g.setLineWidth(2);
    double left = Math.clamp(view.left() * scale, 1, wide - 1);
    double top = Math.clamp(view.top() * scale, 1, high - 1);
    g.strokeRect(left, top, Math.max(4, Math.clamp(view.right() * scale, 1, wide - 1) - left), Math.max(4, Math.clamp(view.bottom() * scale, 1, high - 1) - top));
  }

  private void goThere(MouseEvent e) {
    model.move(v -> v.at(e.getX() / mapScale(v), e.getY() / mapScale(v)));
    e.consume();
  }
}

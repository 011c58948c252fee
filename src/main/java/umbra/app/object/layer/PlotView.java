package umbra.app.object.layer;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.beans.InvalidationListener;
import javafx.geometry.Orientation;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import umbra.app.viewer.layer.LayerGraphics;
import umbra.object.drawing.DrawnFrame;
import umbra.pixel.view.ViewTransform;

/// An object on planes of its own, since the images it speaks of are missing. The wheel goes through them.
final class PlotView extends BorderPane {
  private final Canvas canvas = new Canvas();
  private final Region space = new Region() {
    @Override
    protected void layoutChildren() {
      canvas.setWidth(getWidth());
      canvas.setHeight(getHeight());
      draw();
    }
  };
  private final ScrollBar slider = new ScrollBar();
  private final Label banner = new Label();
  private final Label foot = new Label();
  private final DrawingPainter painter = new DrawingPainter();
  private final InvalidationListener changed = _ -> update();
  private final Font font = Font.font("JetBrains Mono", 12);
  private Optional<ObjectLayer> layer = Optional.empty();
  private List<DrawnFrame> planes = List.of();

  PlotView() {
    setId("object-plot");
    getStyleClass().add("object-plot");
    banner.getStyleClass().add("object-banner");
    banner.setMaxWidth(Double.MAX_VALUE);
    banner.setWrapText(true);
    foot.getStyleClass().addAll("plot-foot", "mono");
    slider.setOrientation(Orientation.VERTICAL);
    slider.setUnitIncrement(1);
    slider.setAccessibleText("Plane");
    slider.valueProperty().addListener(_ -> draw());
    canvas.setManaged(false);
    setTop(banner);
    setCenter(new javafx.scene.layout.StackPane(space, canvas));
    setRight(slider);
    setBottom(foot);
    setOnScroll(e -> slider.setValue(Math.clamp(slider.getValue() - Math.signum(e.getDeltaY()), 0, slider.getMax())));
    canvas.setOnMouseMoved(e -> probe(e.getX(), e.getY()));
  }

  void show(ObjectLayer shown) {
    clear();
    layer = Optional.of(shown);
    shown.changes().addListener(changed);
    update();
  }

  void clear() {
    layer.ifPresent(l -> l.changes().removeListener(changed));
    layer = Optional.empty();
    planes = List.of();
    draw();
  }

  private void update() {
    layer.ifPresent(l -> l.changes().get());
    if (planes.isEmpty()) {
      planes = layer.flatMap(ObjectLayer::opened).map(o -> o.drawable().planes()).orElse(List.of());
      slider.setMax(Math.max(0, planes.size() - 1));
      slider.setVisibleAmount(Math.max(1, planes.size() / 20.0));
      slider.setValue(planes.size() / 2);
      slider.setVisible(planes.size() > 1);
      banner.setText(layer.map(l -> "The images that this object speaks of are not in this collection. " + (planes.isEmpty() ? "It has no place of its own to be drawn in."
          : "It is drawn on planes of its own.")).orElse(""));
    }
    draw();
  }

  private Optional<DrawnFrame> plane() {
    int at = (int) Math.round(slider.getValue());
    return at < planes.size() ? Optional.of(planes.get(at)) : Optional.empty();
  }

  private Optional<ViewTransform> view() {
    if (canvas.getWidth() < 1 || canvas.getHeight() < 1) return Optional.empty();
    return plane().map(p -> ViewTransform.fit(p.columns(), p.rows(), p.plane().map(i -> i.rowMm() / i.columnMm()).orElse(1.0), (int) canvas.getWidth(), (int) canvas.getHeight()));
  }

  private void draw() {
    var g = canvas.getGraphicsContext2D();
    g.setFill(Color.BLACK);
    g.fillRect(0, 0, canvas.getWidth(), canvas.getHeight());
    var plane = plane();
    var view = view();
    foot.setText(plane.map(p -> (p.frame() + 1) + " of " + planes.size() + (p.title().isEmpty() ? "" : "  " + p.title())).orElse(""));
    if (plane.isEmpty() || view.isEmpty() || layer.isEmpty()) return;
    layer.get().drawing(plane.get()).ifPresent(d -> painter.paint(d, 1, new LayerGraphics(g, view.get(), font)));
  }

  private void probe(double x, double y) {
    var plane = plane();
    var view = view();
    if (plane.isEmpty() || view.isEmpty() || layer.isEmpty()) return;
    var at = view.get().toImage(x, y);
    var there = layer.get().at(plane.get(), at.x(), at.y(), OptionalDouble.empty());
    foot.setText((plane.get().frame() + 1) + " of " + planes.size() + "  " + plane.get().title() + "  " + there);
  }
}

package umbra.app.review.finding;

import java.util.Comparator;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.scene.paint.Color;
import umbra.app.viewer.layer.ImageLayer;
import umbra.app.viewer.layer.LayerFrame;
import umbra.app.viewer.layer.LayerGraphics;
import umbra.app.viewer.layer.LayerPointer;
import umbra.catalog.finding.FindingRow;

/// Outlines findings by their class. Hovering tells text and reason; a click brings one to the front.
public final class FindingLayer implements ImageLayer {
  private static final double GAP = 2;

  private final FindingsViewModel model;
  private final BooleanSupplier drawing;
  private final BooleanProperty visible = new SimpleBooleanProperty(true);
  private final SimpleLongProperty changes = new SimpleLongProperty();
  private long hovered = -1;

  /// @param drawing whether the mouse draws boxes now: then a click on a finding is not for it
  public FindingLayer(FindingsViewModel model, BooleanSupplier drawing) {
    this.model = model;
    this.drawing = drawing;
    model.changes().addListener((_, _, _) -> changes.set(changes.get() + 1));
  }

  @Override
  public String id() {
    return "findings";
  }

  @Override
  public String title() {
    return "Texts found";
  }

  @Override
  public BooleanProperty visible() {
    return visible;
  }

  @Override
  public Observable changes() {
    return changes;
  }

  @Override
  public void draw(LayerFrame frame, LayerGraphics graphics) {
    changes.get(); // heard
    var current = model.queue().get().current().map(FindingRow::id).orElse(-1L);
    for (var row : model.on(frame.instance(), frame.frame())) if (row.id() != current) outline(row, false, graphics);
    for (var row : model.on(frame.instance(), frame.frame())) if (row.id() == current) outline(row, true, graphics);
  }

  private void outline(FindingRow row, boolean isCurrent, LayerGraphics graphics) {
    var f = row.finding();
    var mark = FindingMark.of(row);
    var c = graphics.context();
    var a = graphics.view().toView(f.x(), f.y());
    var b = graphics.view().toView(f.x() + f.width(), f.y() + f.height());
    double left = Math.min(a.x(), b.x()) - GAP;
    double top = Math.min(a.y(), b.y()) - GAP;
    double wide = Math.abs(b.x() - a.x()) + 2 * GAP;
    double high = Math.abs(b.y() - a.y()) + 2 * GAP;
    c.setStroke(Color.color(0, 0, 0, 0.7));
    c.setLineWidth(mark.width() + (isCurrent ? 4 : 2));
    c.setLineDashes();
    c.strokeRect(left, top, wide, high);
    c.setStroke(mark.colour());
    c.setLineWidth(mark.width() + (isCurrent ? 1.5 : 0));
    c.setLineDashes(mark.dashes());
    c.strokeRect(left, top, wide, high);
    c.setLineDashes();
    letter(mark, left, top, c);
    if (row.id() == hovered) graphics.text(f.text().isBlank() ? FindingClass.of(f).title() : f.text(), f.x(), f.y() + f.height(), mark.colour());
  }

  /// On a plate of its own colour, left of the outline or above it where there is no room.
  private static void letter(FindingMark mark, double left, double top, javafx.scene.canvas.GraphicsContext c) {
    c.setFont(javafx.scene.text.Font.font("Inter", javafx.scene.text.FontWeight.BOLD, 11));
    double wide = 8 + 7.0 * mark.letter().length();
    double x = left >= wide + 2 ? left - wide - 2 : left;
    double y = left >= wide + 2 ? top : Math.max(0, top - 16);
    c.setFill(Color.BLACK);
    c.fillRect(x - 1, y - 1, wide + 2, 17);
    c.setFill(mark.colour());
    c.fillRect(x, y, wide, 15);
    c.setFill(Color.BLACK);
    c.fillText(mark.letter(), x + 4, y + 11.5);
  }

  /// The smallest one under the pointer.
  private Optional<FindingRow> under(LayerFrame frame, LayerPointer p) {
    double t = p.tolerance() / 2;
    return model.on(frame.instance(), frame.frame()).stream().filter(r -> {
      var f = r.finding();
      return p.x() >= f.x() - t && p.x() <= f.x() + f.width() + t && p.y() >= f.y() - t && p.y() <= f.y() + f.height() + t;
    }).min(Comparator.comparingInt(r -> r.finding().width() * r.finding().height()));
  }

  @Override
  public Optional<String> hit(LayerFrame frame, LayerPointer pointer) {
    var row = under(frame, pointer);
    long now = row.map(FindingRow::id).orElse(-1L);
    if (now != hovered) {
      hovered = now;
      changes.set(changes.get() + 1);
    }
    return row.map(r -> (r.finding().text().isBlank() ? "" : "“" + r.finding().text() + "” · ") + FindingsViewModel.words(r));
  }

  @Override
  public boolean pressed(LayerFrame frame, LayerPointer pointer) {
    if (!pointer.primary() || pointer.shift() || pointer.control() || drawing.getAsBoolean()) return false;
    var row = under(frame, pointer);
    row.ifPresent(r -> model.select(r.id()));
    return row.isPresent();
  }
}

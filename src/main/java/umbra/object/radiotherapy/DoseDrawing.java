package umbra.object.radiotherapy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import umbra.object.drawing.Drawable;
import umbra.object.drawing.DrawnFrame;
import umbra.object.drawing.Drawing;
import umbra.object.drawing.Drawing.Wash;
import umbra.object.drawing.ImagePlane;
import umbra.object.drawing.Part;
import umbra.pixel.place.SlicePlane;
import umbra.pixel.place.SlicePlane.Vector;

/// Dose as colour, and as lines at percentages of its maximum.
public final class DoseDrawing implements Drawable {
  private static final int WASH = 1;
  private static final int[] LEVELS = {95, 90, 80, 70, 50, 30, 10};
  /// Less than this share of the maximum has no colour.
  private static final double LEAST = 0.05;

  private final DoseGrid grid;
  private final List<Part> parts;

  public DoseDrawing(DoseGrid grid) {
    this.grid = grid;
    var list = new ArrayList<Part>();
    list.add(new Part(WASH, "Colour wash", "", "up to %.4g %s".formatted(grid.maximum(), grid.units()), color(1)));
    for (int level : LEVELS) list.add(new Part(number(level), level + " %", "isodose", "%.4g %s".formatted(grid.maximum() * level / 100, grid.units()), color(level / 100.0)));
    parts = List.copyOf(list);
  }

  private static int number(int level) {
    return 100 + level;
  }

  /// From blue over green and yellow to red.
  static int color(double share) {
    double s = Math.clamp(share, 0, 1);
    return channel(1.5 - Math.abs(4 * s - 3)) << 16 | channel(1.5 - Math.abs(4 * s - 2)) << 8 | channel(1.5 - Math.abs(4 * s - 1));
  }

  private static int channel(double value) {
    return (int) Math.round(255 * Math.clamp(value, 0, 1));
  }

  public DoseGrid grid() {
    return grid;
  }

  @Override
  public List<Part> parts() {
    return parts;
  }

  @Override
  public Drawing on(DrawnFrame frame, Set<Integer> hidden) {
    if (frame.plane().isEmpty() || !frame.plane().get().isSameSpace(grid.first().frameOfReferenceUid()) || grid.maximum() <= 0) return Drawing.EMPTY;
    var field = field(frame, frame.plane().get());
    if (field.length == 0) return Drawing.EMPTY;
    var lines = new ArrayList<Drawing.Line>();
    for (int level : LEVELS) {
      if (hidden.contains(number(level))) continue;
      for (var line : IsoLines.of(field, frame.columns(), frame.rows(), grid.maximum() * level / 100)) {
        lines.add(new Drawing.Line(number(level), line.points(), line.closed(), false, color(level / 100.0)));
      }
    }
    return new Drawing(lines, List.of(), hidden.contains(WASH) ? Optional.empty() : Optional.of(wash(frame, field)), Optional.empty());
  }

  /// Doses at the middle of each pixel, 0 outside of the grid; nothing if the frame lies wholly outside.
  private float[] field(DrawnFrame frame, ImagePlane plane) {
    var field = new float[frame.columns() * frame.rows()];
    boolean any = false;
    var right = grid.toGrid(plane.toPatient(1.5, 0.5)).minus(grid.toGrid(plane.toPatient(0.5, 0.5)));
    for (int y = 0; y < frame.rows(); y++) {
      var start = grid.toGrid(plane.toPatient(0.5, y + 0.5));
      for (int x = 0; x < frame.columns(); x++) {
        double dose = grid.at(start.x() + x * right.x(), start.y() + x * right.y(), start.z() + x * right.z());
        if (Double.isNaN(dose)) continue;
        field[y * frame.columns() + x] = (float) dose;
        any = true;
      }
    }
    return any ? field : new float[0];
  }

  private Wash wash(DrawnFrame frame, float[] field) {
    var argb = new int[field.length];
    for (int i = 0; i < field.length; i++) {
      double share = field[i] / grid.maximum();
      if (share >= LEAST) argb[i] = 0xFF00_0000 | color(share);
    }
    return new Wash(frame.columns(), frame.rows(), argb);
  }

  @Override
  public List<DrawnFrame> planes() {
    var planes = new ArrayList<DrawnFrame>();
    var slice = grid.first().slice();
    for (int i = 0; i < grid.planes(); i++) {
      var at = new SlicePlane(slice.frameOfReferenceUid(), slice.position().plus(slice.normal(), grid.offset(i)), slice.row(), slice.column());
      var plane = new ImagePlane(at, grid.first().columnMm(), grid.first().rowMm());
      planes.add(new DrawnFrame("", i, grid.columns(), grid.rows(), "%.1f mm".formatted(at.depth()), Optional.of(plane), 1));
    }
    return planes;
  }

  @Override
  public String value(DrawnFrame frame, double x, double y) {
    if (frame.plane().isEmpty()) return "";
    Vector place = frame.plane().get().toPatient(x, y);
    double dose = grid.at(place);
    return Double.isNaN(dose) ? "" : "%.4g %s, %.0f %%".formatted(dose, grid.units(), 100 * dose / Math.max(1e-12, grid.maximum()));
  }
}

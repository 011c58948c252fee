package umbra.object.radiotherapy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import umbra.object.drawing.Drawable;
import umbra.object.drawing.DrawnFrame;
import umbra.object.drawing.Drawing;
import umbra.object.drawing.Drawing.Line;
import umbra.object.drawing.ImagePlane;
import umbra.object.drawing.Part;
import umbra.object.radiotherapy.StructureSet.Roi;
import umbra.pixel.place.SlicePlane;
import umbra.pixel.place.SlicePlane.Vector;

/// The contours of a structure set, each on the frames whose plane it lies in.
public final class ContourDrawing implements Drawable {
  private static final double MARGIN_MM = 15;
  private static final int MOST_PIXELS = 2048;
  private static final double CROSS_MM = 3;

  /// @param points x, y, z in mm
  private record Placed(Roi roi, String type, List<String> images, double[] points) {
    Vector point(int i) {
      return new Vector(points[3 * i], points[3 * i + 1], points[3 * i + 2]);
    }

    int size() {
      return points.length / 3;
    }
  }

  private final List<Part> parts;
  private final Map<Integer, Integer> colors = new HashMap<>();
  private final List<Placed> contours = new ArrayList<>();

  public ContourDrawing(StructureSet set) {
    var list = new ArrayList<Part>();
    for (var roi : set.rois()) {
      colors.putIfAbsent(roi.number(), roi.color().orElse(Part.color(roi.number())));
      int found = contours.size();
      for (var contour : roi.contours()) {
        var points = contour.points();
        if (points.length >= 3 && java.util.Arrays.stream(points).allMatch(Double::isFinite)) {
          contours.add(new Placed(roi, contour.geometricType(), contour.imageUids(), java.util.Arrays.copyOf(points, points.length / 3 * 3)));
        }
      }
      list.add(new Part(roi.number(), roi.name(), roi.interpretedType(), contours.size() - found + " contours", colors.get(roi.number())));
    }
    parts = List.copyOf(list);
  }

  @Override
  public List<Part> parts() {
    return parts;
  }

  @Override
  public Drawing on(DrawnFrame frame, Set<Integer> hidden) {
    if (frame.plane().isEmpty()) return Drawing.EMPTY;
    var plane = frame.plane().get();
    var lines = new ArrayList<Line>();
    for (var contour : contours) {
      if (!hidden.contains(contour.roi().number()) && plane.isSameSpace(contour.roi().frameOfReferenceUid()) && liesIn(contour, frame, plane)) lines.add(line(contour, plane));
    }
    return Drawing.of(lines, List.of());
  }

  /// In plane, and nearer to this frame than to the next; what names the image itself is taken at its word within a whole spacing.
  private static boolean liesIn(Placed contour, DrawnFrame frame, ImagePlane plane) {
    boolean named = frame.isImage() && contour.images().contains(frame.sopInstanceUid());
    double most = (named ? 1 : 0.5) * Math.max(0.01, frame.thicknessMm()) + 1e-3;
    for (int i = 0; i < contour.size(); i++) if (Math.abs(plane.distance(contour.point(i))) > most) return false;
    return true;
  }

  private Line line(Placed contour, ImagePlane plane) {
    int rgb = colors.get(contour.roi().number());
    if (contour.size() == 1) {
      var at = plane.toPixel(contour.point(0));
      double dx = CROSS_MM / plane.columnMm();
      double dy = CROSS_MM / plane.rowMm();
      return new Line(contour.roi().number(), new double[] {at.x() - dx, at.y(), at.x() + dx, at.y(), at.x(), at.y(), at.x(), at.y() - dy, at.x(), at.y() + dy}, false, false, rgb);
    }
    var points = new double[2 * contour.size()];
    for (int i = 0; i < contour.size(); i++) {
      var at = plane.toPixel(contour.point(i));
      points[2 * i] = at.x();
      points[2 * i + 1] = at.y();
    }
    return new Line(contour.roi().number(), points, contour.type().startsWith("CLOSED"), false, rgb);
  }

  /// One for each depth at which there are contours, a millimetre a pixel.
  @Override
  public List<DrawnFrame> planes() {
    var first = contours.stream().filter(c -> c.size() >= 3).findFirst();
    if (first.isEmpty()) return List.of();
    var axes = axes(first.get());
    var depths = new TreeMap<Long, Double>();
    double[] low = {Double.MAX_VALUE, Double.MAX_VALUE};
    double[] high = {-Double.MAX_VALUE, -Double.MAX_VALUE};
    for (var contour : contours) {
      double depth = contour.point(0).dot(axes.normal());
      depths.put(Math.round(depth * 20), depth);
      for (int i = 0; i < contour.size(); i++) {
        double[] at = {contour.point(i).dot(axes.row()), contour.point(i).dot(axes.column())};
        for (int k = 0; k < 2; k++) {
          low[k] = Math.min(low[k], at[k] - MARGIN_MM);
          high[k] = Math.max(high[k], at[k] + MARGIN_MM);
        }
      }
    }
    return planes(axes, List.copyOf(depths.values()), low, high, first.get().roi().frameOfReferenceUid());
  }

  private static List<DrawnFrame> planes(SlicePlane axes, List<Double> depths, double[] low, double[] high, String space) {
    double spacing = spacing(depths);
    double mm = Math.max(1, Math.max(high[0] - low[0], high[1] - low[1]) / MOST_PIXELS);
    int columns = (int) Math.max(1, Math.ceil((high[0] - low[0]) / mm));
    int rows = (int) Math.max(1, Math.ceil((high[1] - low[1]) / mm));
    var planes = new ArrayList<DrawnFrame>();
    for (double depth : depths) {
      var corner = new Vector(0, 0, 0).plus(axes.row(), low[0]).plus(axes.column(), low[1]).plus(axes.normal(), depth);
      var plane = new ImagePlane(new SlicePlane(space, corner, axes.row(), axes.column()), mm, mm);
      planes.add(new DrawnFrame("", planes.size(), columns, rows, "%.1f mm".formatted(depth), Optional.of(plane), spacing));
    }
    return planes;
  }

  /// The least distance between two depths.
  private static double spacing(List<Double> depths) {
    double least = depths.size() < 2 ? 1 : Double.MAX_VALUE;
    for (int i = 1; i < depths.size(); i++) least = Math.min(least, depths.get(i) - depths.get(i - 1));
    return least;
  }

  /// The axes of the patient next to the plane of a contour, as a person expects to see them.
  private static SlicePlane axes(Placed contour) {
    var normal = new Vector(0, 0, 0);
    for (int i = 1; i + 1 < contour.size(); i++) {
      normal = normal.plus(contour.point(i).minus(contour.point(0)).cross(contour.point(i + 1).minus(contour.point(0))), 1);
    }
    double x = Math.abs(normal.x());
    double y = Math.abs(normal.y());
    double z = Math.abs(normal.z());
    var right = x > y && x > z ? new Vector(0, 1, 0) : new Vector(1, 0, 0);
    var down = x > z || y > z ? new Vector(0, 0, -1) : new Vector(0, 1, 0);
    return new SlicePlane("", new Vector(0, 0, 0), right, down);
  }
}

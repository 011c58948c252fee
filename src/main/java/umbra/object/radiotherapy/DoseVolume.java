package umbra.object.radiotherapy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeMap;
import umbra.object.radiotherapy.StructureSet.Roi;
import umbra.pixel.Checkpoint;
import umbra.pixel.place.SlicePlane.Vector;

/// How much of a volume receives how much dose.
///
/// @param name of the ROI, or its number
/// @param origin `stated` in the object, or `computed` from contours and grid
/// @param doses ascending, in `units`
/// @param percents of the volume that receive at least that dose
/// @param volumeCm3 empty if not known
public record DoseVolume(String name, int rgb, String origin, String units, List<Double> doses, List<Double> percents, OptionalDouble volumeCm3, OptionalDouble minimum,
    OptionalDouble mean, OptionalDouble maximum) {
  private static final int BINS = 500;
  private static final int LEAST_SAMPLES = 40;

  public DoseVolume {
    doses = List.copyOf(doses);
    percents = List.copyOf(percents);
  }

  /// The histograms that an object states (PS3.3 C.8.8.4), differential ones summed up.
  ///
  /// @param set for the names; an empty one if there is none
  public static List<DoseVolume> stated(Dose dose, StructureSet set) {
    var all = new ArrayList<DoseVolume>();
    for (var h : dose.histograms()) {
      if (h.doses().isEmpty() || h.type().equals("NATURAL")) continue;
      int number = h.rois().isEmpty() ? 0 : h.rois().getFirst();
      var roi = set.rois().stream().filter(r -> r.number() == number).findFirst();
      var volumes = new ArrayList<>(h.volumes());
      if (h.type().equals("DIFFERENTIAL")) for (int i = volumes.size() - 2; i >= 0; i--) volumes.set(i, volumes.get(i) + volumes.get(i + 1));
      double all100 = volumes.getFirst();
      var volume = h.volumeUnits().equals("CM3") ? OptionalDouble.of(all100) : OptionalDouble.empty();
      all.add(new DoseVolume(roi.map(Roi::name).orElse("ROI " + number), roi.flatMap(Roi::color).orElse(color(number)), "stated", h.units().equals("RELATIVE") ? "%" : "Gy",
          h.doses(), volumes.stream().map(v -> all100 > 0 ? 100 * v / all100 : 0).toList(), volume, h.minimum(), h.mean(), h.maximum()));
    }
    return all;
  }

  private static int color(int number) {
    return umbra.object.drawing.Part.color(number);
  }

  /// Samples the grid inside the closed contours of each ROI, which count for half the way to their neighbours.
  public static List<DoseVolume> computed(DoseGrid grid, StructureSet set, Checkpoint checkpoint) {
    var all = new ArrayList<DoseVolume>();
    for (var roi : set.rois()) {
      checkpoint.check();
      computed(grid, roi, checkpoint).ifPresent(all::add);
    }
    return all;
  }

  private static java.util.Optional<DoseVolume> computed(DoseGrid grid, Roi roi, Checkpoint checkpoint) {
    var slices = slices(grid, roi);
    if (slices.isEmpty() || grid.maximum() <= 0) return java.util.Optional.empty();
    var bins = new double[BINS + 1];
    double volume = 0;
    double sum = 0;
    double low = Double.MAX_VALUE;
    double high = 0;
    var depths = List.copyOf(slices.keySet());
    for (int s = 0; s < depths.size(); s++) {
      checkpoint.check();
      double mm = depths.get(s) / 100.0;
      double thickness = thickness(depths, s) / 100.0;
      var polygons = slices.get(depths.get(s));
      double step = step(polygons);
      double weight = step * step * grid.first().columnMm() * grid.first().rowMm() * thickness / 1000;
      for (var point : inside(polygons, step)) {
        double dose = grid.at(point[0], point[1], mm);
        volume += weight;
        if (Double.isNaN(dose)) dose = 0;
        sum += weight * dose;
        low = Math.min(low, dose);
        high = Math.max(high, dose);
        bins[(int) Math.clamp(Math.floor(dose / grid.maximum() * BINS), 0, BINS)] += weight;
      }
    }
    if (volume <= 0) return java.util.Optional.empty();
    return java.util.Optional.of(of(roi, grid, bins, volume, new double[] {low, sum / volume, high}));
  }

  private static DoseVolume of(Roi roi, DoseGrid grid, double[] bins, double volume, double[] statistics) {
    var doses = new ArrayList<Double>();
    var percents = new ArrayList<Double>();
    double above = volume;
    for (int i = 0; i <= BINS; i++) {
      doses.add(grid.maximum() * i / BINS);
      percents.add(Math.max(0, 100 * above / volume));
      above -= bins[i];
    }
    return new DoseVolume(roi.name(), roi.color().orElse(color(roi.number())), "computed", grid.units(), doses, percents, OptionalDouble.of(volume),
        OptionalDouble.of(statistics[0]), OptionalDouble.of(statistics[1]), OptionalDouble.of(statistics[2]));
  }

  /// Contours in columns and rows of the grid, by hundredths of millimetres along its normal; those across planes are left out.
  private static TreeMap<Long, List<double[]>> slices(DoseGrid grid, Roi roi) {
    var slices = new TreeMap<Long, List<double[]>>();
    for (var contour : roi.contours()) {
      var points = contour.points();
      if (!contour.geometricType().startsWith("CLOSED") || points.length < 9 || !Arrays.stream(points).allMatch(Double::isFinite)) continue;
      var polygon = new double[points.length / 3 * 2];
      double depth = 0;
      boolean flat = true;
      for (int i = 0; i < points.length / 3; i++) {
        var g = grid.toGrid(new Vector(points[3 * i], points[3 * i + 1], points[3 * i + 2]));
        polygon[2 * i] = g.x();
        polygon[2 * i + 1] = g.y();
        if (i == 0) depth = g.z();
        flat &= Math.abs(g.z() - depth) < 0.2;
      }
      if (flat) slices.computeIfAbsent(Math.round(depth * 100), _ -> new ArrayList<>()).add(polygon);
    }
    return slices;
  }

  private static double thickness(List<Long> depths, int at) {
    if (depths.size() == 1) return 100;
    double before = at > 0 ? depths.get(at) - depths.get(at - 1) : depths.get(1) - depths.get(0);
    double after = at + 1 < depths.size() ? depths.get(at + 1) - depths.get(at) : before;
    return (before + after) / 2;
  }

  /// In columns of the grid: small enough for forty samples across.
  private static double step(List<double[]> polygons) {
    double low = Double.MAX_VALUE;
    double high = -Double.MAX_VALUE;
    for (var polygon : polygons) {
      for (int i = 0; i < polygon.length; i += 2) {
        low = Math.min(low, polygon[i]);
        high = Math.max(high, polygon[i]);
      }
    }
    return Math.clamp((high - low) / LEAST_SAMPLES, 0.02, 1);
  }

  /// Points on a raster that lie inside, by the even-odd rule over all polygons.
  private static List<double[]> inside(List<double[]> polygons, double step) {
    double low = polygons.stream().flatMapToDouble(p -> java.util.stream.IntStream.range(0, p.length / 2).mapToDouble(i -> p[2 * i + 1])).min().orElse(0);
    double high = polygons.stream().flatMapToDouble(p -> java.util.stream.IntStream.range(0, p.length / 2).mapToDouble(i -> p[2 * i + 1])).max().orElse(0);
    var points = new ArrayList<double[]>();
    for (double y = low + step / 2; y < high; y += step) {
      var crossings = new ArrayList<Double>();
      for (var p : polygons) {
        for (int i = 0, j = p.length - 2; i < p.length; j = i, i += 2) {
          if (p[i + 1] > y != p[j + 1] > y) crossings.add((p[j] - p[i]) * (y - p[i + 1]) / (p[j + 1] - p[i + 1]) + p[i]);
        }
      }
      crossings.sort(null);
      for (int k = 0; k + 1 < crossings.size(); k += 2) {
        double first = Math.ceil(crossings.get(k) / step - 0.5) * step + step / 2;
        for (double x = first; x < crossings.get(k + 1); x += step) points.add(new double[] {x, y});
      }
    }
    return points;
  }
}

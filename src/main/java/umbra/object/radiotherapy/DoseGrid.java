package umbra.object.radiotherapy;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import umbra.dicom.DicomFile;
import umbra.object.drawing.ImagePlane;
import umbra.pixel.Checkpoint;
import umbra.pixel.codec.Codecs;
import umbra.pixel.codec.FrameReader;
import umbra.pixel.place.SlicePlane.Vector;

/// The doses of an RT Dose where they lie in the patient (PS3.3 C.8.8.3.2), scaled by Dose Grid Scaling.
public final class DoseGrid {
  private static final long MOST_VOXELS = 40_000_000;

  private final ImagePlane first;
  private final int columns;
  private final int rows;
  /// Millimetres from the first plane along the normal, ascending; `order` tells the frame of each.
  private final double[] offsets;
  private final int[] order;
  private final float[] doses;
  private final String units;
  private final double maximum;

  private DoseGrid(ImagePlane first, int columns, double[] offsets, int[] order, float[] doses, String units) {
    this.first = first;
    this.columns = columns;
    this.rows = doses.length / columns / offsets.length;
    this.offsets = offsets;
    this.order = order;
    this.doses = doses;
    this.units = units;
    double most = 0;
    for (float dose : doses) most = Math.max(most, dose);
    this.maximum = most;
  }

  /// @throws IOException if it has no grid, none that lies anywhere, or one of too many voxels
  public static DoseGrid of(DicomFile file, Codecs codecs, FrameReader.Streams streams, Checkpoint checkpoint) throws IOException {
    var dose = Dose.of(file.dataSet());
    var name = file.source().name();
    try (var reader = FrameReader.open(file, codecs, streams)) {
      int frames = reader.frames();
      long voxels = (long) frames * reader.image().rows() * reader.image().columns();
      if (voxels > MOST_VOXELS) throw new IOException(name + ": the dose grid has more than " + MOST_VOXELS + " voxels");
      var plane = ImagePlane.of(file.dataSet(), 0).orElseThrow(() -> new IOException(name + ": the dose grid does not say where it lies"));
      var doses = new float[(int) voxels];
      double scaling = dose.scaling().orElse(1);
      int size = reader.image().rows() * reader.image().columns();
      for (int f = 0; f < frames; f++) {
        var values = reader.frame(f, checkpoint).values();
        for (int i = 0; i < size; i++) doses[f * size + i] = (float) (values.at(i) * scaling);
      }
      return of(plane, reader.image().columns(), dose.frameOffsetsMm(), frames, doses, dose.units().equals("RELATIVE") ? "%" : "Gy");
    }
  }

  /// @param stated Grid Frame Offset Vector: relative if it begins with 0, else places along the axis of the patient
  static DoseGrid of(ImagePlane plane, int columns, List<Double> stated, int frames, float[] doses, String units) {
    var relative = new double[frames];
    double z = plane.slice().normal().z();
    for (int f = 0; f < frames; f++) {
      double offset = f < stated.size() && Double.isFinite(stated.get(f)) ? stated.get(f) : f;
      boolean absolute = !stated.isEmpty() && stated.getFirst() != 0;
      relative[f] = absolute ? (offset - stated.getFirst()) * (z < 0 ? -1 : 1) : offset;
    }
    var order = java.util.stream.IntStream.range(0, frames).boxed().sorted((a, b) -> Double.compare(relative[a], relative[b])).mapToInt(Integer::intValue).toArray();
    return new DoseGrid(plane, columns, Arrays.stream(order).mapToDouble(f -> relative[f]).toArray(), order, doses, units);
  }

  public String units() {
    return units;
  }

  public double maximum() {
    return maximum;
  }

  public ImagePlane first() {
    return first;
  }

  public int columns() {
    return columns;
  }

  public int rows() {
    return rows;
  }

  /// How many planes there are.
  public int planes() {
    return offsets.length;
  }

  /// Millimetres of a plane from the first of the file, along its normal; ascending.
  double offset(int plane) {
    return offsets[plane];
  }

  /// Columns, rows and millimetres along the normal of a place, from the middle of the first voxel.
  Vector toGrid(Vector place) {
    var d = place.minus(first.slice().position());
    return new Vector(d.dot(first.slice().row()) / first.columnMm(), d.dot(first.slice().column()) / first.rowMm(), d.dot(first.slice().normal()));
  }

  /// The dose between the voxels around; NaN outside of the grid.
  public double at(Vector place) {
    var g = toGrid(place);
    return at(g.x(), g.y(), g.z());
  }

  double at(double x, double y, double mm) {
    if (!(x >= -0.5 && y >= -0.5 && x <= columns - 0.5 && y <= rows - 0.5)) return Double.NaN;
    double half = offsets.length > 1 ? (offsets[1] - offsets[0]) / 2 : first.columnMm() / 2;
    double last = offsets[offsets.length - 1];
    if (!(mm >= offsets[0] - half && mm <= last + half)) return Double.NaN;
    int upper = Arrays.binarySearch(offsets, mm);
    if (upper < 0) upper = -upper - 1;
    upper = Math.clamp(upper, 0, offsets.length - 1);
    int lower = Math.max(0, mm < offsets[upper] ? upper - 1 : upper);
    double share = upper == lower || offsets[upper] == offsets[lower] ? 0 : (mm - offsets[lower]) / (offsets[upper] - offsets[lower]);
    double below = inPlane(order[lower], x, y);
    return share <= 0 ? below : below + share * (inPlane(order[upper], x, y) - below);
  }

  private double inPlane(int frame, double x, double y) {
    double cx = Math.clamp(x, 0, columns - 1);
    double cy = Math.clamp(y, 0, rows - 1);
    int x0 = (int) cx;
    int y0 = (int) cy;
    int x1 = Math.min(x0 + 1, columns - 1);
    int y1 = Math.min(y0 + 1, rows - 1);
    double fx = cx - x0;
    double fy = cy - y0;
    int at = frame * rows * columns;
    double top = doses[at + y0 * columns + x0] * (1 - fx) + doses[at + y0 * columns + x1] * fx;
    double bottom = doses[at + y1 * columns + x0] * (1 - fx) + doses[at + y1 * columns + x1] * fx;
    return top * (1 - fy) + bottom * fy;
  }
}

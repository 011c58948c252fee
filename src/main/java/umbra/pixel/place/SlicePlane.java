package umbra.pixel.place;

import java.util.Optional;
import umbra.dicom.DataSet;
import umbra.dicom.Tag;

/// Where a slice lies in the patient (PS3.3 C.7.6.2.1.1), in millimetres.
///
/// @param row the direction in which columns count up
/// @param column the direction in which rows count up
public record SlicePlane(String frameOfReferenceUid, Vector position, Vector row, Vector column) {
  private static final Tag FRAME_OF_REFERENCE = Tag.of(0x0020, 0x0052);
  private static final Tag POSITION = Tag.of(0x0020, 0x0032);
  private static final Tag ORIENTATION = Tag.of(0x0020, 0x0037);
  private static final Tag PLANE_POSITION = Tag.of(0x0020, 0x9113);
  private static final Tag PLANE_ORIENTATION = Tag.of(0x0020, 0x9116);

  /// A vector in the patient's coordinates: x to the left, y to the back, z to the head.
  public record Vector(double x, double y, double z) {
    public double dot(Vector o) {
      return x * o.x + y * o.y + z * o.z;
    }

    public Vector plus(Vector o, double times) {
      return new Vector(x + times * o.x, y + times * o.y, z + times * o.z);
    }

    public Vector minus(Vector o) {
      return plus(o, -1);
    }

    public double length() {
      return Math.sqrt(dot(this));
    }

    /// As long as 1; a vector without a length stays as it is.
    public Vector unit() {
      double length = length();
      return length > 0 ? new Vector(x / length, y / length, z / length) : this;
    }

    public Vector cross(Vector o) {
      return new Vector(y * o.z - z * o.y, z * o.x - x * o.z, x * o.y - y * o.x);
    }
  }

  /// @param frame index from 0
  public static Optional<SlicePlane> of(DataSet dataSet, int frame) {
    var position = vector(FunctionalGroups.macro(dataSet, frame, PLANE_POSITION), POSITION, 0);
    var orientation = FunctionalGroups.macro(dataSet, frame, PLANE_ORIENTATION);
    var row = vector(orientation, ORIENTATION, 0);
    var column = vector(orientation, ORIENTATION, 3);
    if (position.isEmpty() || row.isEmpty() || column.isEmpty()) return Optional.empty();
    return Optional.of(new SlicePlane(dataSet.text(FRAME_OF_REFERENCE).orElse(""), position.get(), row.get(), column.get()));
  }

  private static Optional<Vector> vector(DataSet dataSet, Tag tag, int from) {
    var x = dataSet.decimal(tag, from);
    var y = dataSet.decimal(tag, from + 1);
    var z = dataSet.decimal(tag, from + 2);
    if (x.isEmpty() || y.isEmpty() || z.isEmpty()) return Optional.empty();
    return Optional.of(new Vector(x.getAsDouble(), y.getAsDouble(), z.getAsDouble()));
  }

  public Vector normal() {
    return row.cross(column);
  }

  /// Millimetres along the normal.
  public double depth() {
    return position.dot(normal());
  }

  /// Whether depths of both can be compared: the same space, and slices that are parallel within some degrees.
  public boolean isParallelTo(SlicePlane other) {
    return !frameOfReferenceUid.isEmpty() && frameOfReferenceUid.equals(other.frameOfReferenceUid) && normal().dot(other.normal()) > 0.99;
  }
}

package umbra.object.drawing;

import java.util.Optional;
import umbra.dicom.DataSet;
import umbra.dicom.Tag;
import umbra.object.drawing.Drawing.Point;
import umbra.pixel.place.FunctionalGroups;
import umbra.pixel.place.SlicePlane;
import umbra.pixel.place.SlicePlane.Vector;

/// Where the pixels of a frame lie in the patient (PS3.3 C.7.6.2.1.1).
///
/// Pixel coordinates are those of [Drawing]: the middle of the first pixel, which is the position of the slice, is (0.5, 0.5).
///
/// @param columnMm between columns, along a row
/// @param rowMm between rows
public record ImagePlane(SlicePlane slice, double columnMm, double rowMm) {
  private static final Tag PIXEL_SPACING = Tag.of(0x0028, 0x0030);
  private static final Tag PIXEL_MEASURES = Tag.of(0x0028, 0x9110);

  /// Empty if the header does not say where, or how large its pixels are.
  ///
  /// @param frame index from 0
  public static Optional<ImagePlane> of(DataSet dataSet, int frame) {
    var measures = FunctionalGroups.macro(dataSet, frame, PIXEL_MEASURES);
    double row = measures.decimal(PIXEL_SPACING, 0).orElse(0);
    double column = measures.decimal(PIXEL_SPACING, 1).orElse(row);
    if (!(row > 0 && column > 0)) return Optional.empty();
    return SlicePlane.of(dataSet, frame).filter(s -> Math.abs(s.normal().length() - 1) < 0.1).map(s -> new ImagePlane(s, column, row));
  }

  public String frameOfReferenceUid() {
    return slice.frameOfReferenceUid();
  }

  public Point toPixel(Vector place) {
    var d = place.minus(slice.position());
    return new Point(d.dot(slice.row()) / columnMm + 0.5, d.dot(slice.column()) / rowMm + 0.5);
  }

  public Vector toPatient(double x, double y) {
    return slice.position().plus(slice.row(), (x - 0.5) * columnMm).plus(slice.column(), (y - 0.5) * rowMm);
  }

  /// Millimetres from the plane, along its normal.
  public double distance(Vector place) {
    return place.minus(slice.position()).dot(slice.normal());
  }

  /// Whether the other lies in the same space, faces the same way or the opposite one, and is nearer than some millimetres.
  public boolean isNear(ImagePlane other, double mm) {
    return isSameSpace(other.frameOfReferenceUid()) && Math.abs(slice.normal().dot(other.slice.normal())) > 0.999 && Math.abs(distance(other.slice.position())) <= mm;
  }

  /// Objects that state no Frame of Reference are taken at their word that they belong here.
  public boolean isSameSpace(String frameOfReference) {
    return frameOfReference.isEmpty() || frameOfReferenceUid().isEmpty() || frameOfReference.equals(frameOfReferenceUid());
  }
}

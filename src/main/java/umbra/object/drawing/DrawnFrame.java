package umbra.object.drawing;

import java.util.Optional;
import umbra.pixel.place.SlicePlane.Vector;

/// A frame that something is to be drawn on.
///
/// @param sopInstanceUid empty for a plane that no image shows
/// @param frame index from 0
/// @param columns pixels across; `rows` down
/// @param title of a plane that no image shows, such as its depth
/// @param thicknessMm what lies nearer than half of this belongs to the frame
public record DrawnFrame(String sopInstanceUid, int frame, int columns, int rows, String title, Optional<ImagePlane> plane, double thicknessMm) {
  private static final double TOLERANCE_MM = 1e-3;

  public DrawnFrame {
    if (columns < 1 || rows < 1) throw new IllegalArgumentException("a frame without pixels");
  }

  public boolean isImage() {
    return !sopInstanceUid.isEmpty();
  }

  /// Points of the patient as pixels of this frame; none if they lie in another space, or one of them out of the slice.
  ///
  /// @param xyz x, y, z and so on, in millimetres
  public double[] pixels(String frameOfReferenceUid, double[] xyz) {
    if (plane.isEmpty() || !plane.get().isSameSpace(frameOfReferenceUid)) return new double[0];
    var points = new double[xyz.length / 3 * 2];
    for (int i = 0; i < xyz.length / 3; i++) {
      var place = new Vector(xyz[3 * i], xyz[3 * i + 1], xyz[3 * i + 2]);
      if (Math.abs(plane.get().distance(place)) > thicknessMm / 2 + TOLERANCE_MM) return new double[0];
      points[2 * i] = plane.get().toPixel(place).x();
      points[2 * i + 1] = plane.get().toPixel(place).y();
    }
    return points;
  }
}

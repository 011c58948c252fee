package umbra.practice.study;

import java.util.List;

/// A CT series that other objects speak of.
///
/// @param instances SOP Instance UIDs from the feet up, 3 mm apart
public record CtVolume(Study study, String seriesUid, String frameOfReferenceUid, List<String> instances) {
  public static final String SOP_CLASS = "1.2.840.10008.5.1.4.1.1.2";
  public static final int SIZE = 512;
  public static final double SPACING_MM = 0.78125;
  public static final double ORIGIN_MM = -200;
  public static final double SLICE_MM = 3;

  public CtVolume {
    instances = List.copyOf(instances);
  }

  /// Position along the body from 0 to 1.
  public double depth(int slice) {
    return (double) slice / (instances.size() - 1);
  }

  /// Millimetres of a place in units of half the image's side from its centre.
  public static double mm(double unit) {
    return ORIGIN_MM + (unit + 1) / 2 * (SIZE - 1) * SPACING_MM;
  }
}

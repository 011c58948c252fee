package umbra.workspace.stack;

import java.util.Optional;
import umbra.dicom.DataSet;
import umbra.dicom.Tag;
import umbra.pixel.place.SlicePlane;

/// Which way the rows and columns of a stored image run in the patient, in the letters of Patient Orientation (PS3.3 C.7.6.1.1.1).
///
/// @param right where the row leads, such as `L` or `LP`
/// @param down where the column leads
public record Orientation(String right, String down) {
  private static final Tag PATIENT_ORIENTATION = Tag.of(0x0020, 0x0020);
  private static final String LETTERS = "LRAPHF";
  private static final String OPPOSITES = "RLPAFH";
  /// Directions that matter less than this share of the whole get no letter.
  private static final double LEAST = 0.2;

  static Optional<Orientation> of(DataSet dataSet, Optional<SlicePlane> plane) {
    if (plane.isPresent()) return Optional.of(new Orientation(letters(plane.get().row()), letters(plane.get().column())));
    var stated = dataSet.texts(PATIENT_ORIENTATION);
    boolean known = stated.size() >= 2 && stated.stream().allMatch(t -> !t.isEmpty() && t.chars().allMatch(c -> LETTERS.indexOf(c) >= 0));
    return known ? Optional.of(new Orientation(stated.get(0), stated.get(1))) : Optional.empty();
  }

  /// Letters of a direction in the patient's coordinates (PS3.3 C.7.6.2.1.1), the strongest first.
  static String letters(SlicePlane.Vector v) {
    var text = new StringBuilder();
    var rest = new double[] {v.x(), v.y(), v.z()};
    for (int n = 0; n < 3; n++) {
      int strongest = 0;
      for (int i = 1; i < 3; i++) if (Math.abs(rest[i]) > Math.abs(rest[strongest])) strongest = i;
      if (Math.abs(rest[strongest]) < LEAST) break;
      text.append(rest[strongest] > 0 ? "LPH".charAt(strongest) : "RAF".charAt(strongest));
      rest[strongest] = 0;
    }
    return text.toString();
  }

  /// The other end of a direction.
  public static String opposite(String letters) {
    var text = new StringBuilder();
    for (char c : letters.toCharArray()) text.append(OPPOSITES.charAt(LETTERS.indexOf(c)));
    return text.toString();
  }
}

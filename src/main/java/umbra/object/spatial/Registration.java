package umbra.object.spatial;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import umbra.dicom.DataSet;
import umbra.dicom.Tag;

/// One Item of a Spatial or Deformable Spatial Registration (PS3.3 C.20.2, C.20.3): how points of one Frame of Reference are moved into another.
///
/// @param from Frame of Reference UID of the points
/// @param to the one they are moved into
/// @param type of the matrix, such as `RIGID`
/// @param matrix 16 numbers, row by row; all matrices of the Item one after the other, multiplied
/// @param grid the deformation in words; empty if there is none
public record Registration(String from, String to, String type, String comment, List<Double> matrix, String grid) {
  private static final int SIZE = 4;
  private static final Tag FRAME_OF_REFERENCE = Tag.of(0x0020, 0x0052);
  private static final Tag REGISTRATIONS = Tag.of(0x0070, 0x0308);
  private static final Tag MATRIX_REGISTRATIONS = Tag.of(0x0070, 0x0309);
  private static final Tag MATRICES = Tag.of(0x0070, 0x030A);
  private static final Tag TYPE = Tag.of(0x0070, 0x030C);
  private static final Tag COMMENT = Tag.of(0x3006, 0x00C8);
  private static final Tag MATRIX = Tag.of(0x3006, 0x00C6);
  private static final Tag DEFORMABLES = Tag.of(0x0064, 0x0002);
  private static final Tag SOURCE = Tag.of(0x0064, 0x0003);
  private static final Tag GRIDS = Tag.of(0x0064, 0x0005);
  private static final Tag GRID_SIZE = Tag.of(0x0064, 0x0007);
  private static final Tag GRID_STEP = Tag.of(0x0064, 0x0008);
  private static final List<Tag> AROUND = List.of(Tag.of(0x0064, 0x000F), Tag.of(0x0064, 0x0010));
  public static final List<Double> IDENTITY = List.of(1.0, 0.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 0.0, 1.0);

  public Registration {
    matrix = List.copyOf(matrix);
  }

  public static List<Registration> of(DataSet dataSet) {
    var to = dataSet.text(FRAME_OF_REFERENCE).orElse("");
    var all = new ArrayList<Registration>();
    for (var item : dataSet.items(REGISTRATIONS)) all.add(rigid(item, to));
    for (var item : dataSet.items(DEFORMABLES)) all.add(deformable(item, to));
    return all;
  }

  private static Registration rigid(DataSet item, String to) {
    var matrix = IDENTITY;
    var types = new ArrayList<String>();
    var comments = new ArrayList<String>();
    for (var registration : item.items(MATRIX_REGISTRATIONS)) {
      registration.text(COMMENT).ifPresent(comments::add);
      for (var m : registration.items(MATRICES)) {
        matrix = product(matrix(m), matrix);
        m.text(TYPE).ifPresent(types::add);
      }
    }
    return new Registration(item.text(FRAME_OF_REFERENCE).orElse(""), to, String.join(", ", types), String.join("; ", comments), matrix, "");
  }

  private static Registration deformable(DataSet item, String to) {
    var matrix = IDENTITY;
    var types = new ArrayList<String>();
    for (var tag : AROUND) {
      for (var m : item.items(tag)) {
        matrix = product(matrix(m), matrix);
        m.text(TYPE).ifPresent(types::add);
      }
    }
    var grid = item.items(GRIDS).stream().findFirst().map(g -> "vectors on a grid of " + numbers(g, GRID_SIZE) + " points, " + numbers(g, GRID_STEP) + " mm apart, between the matrices").orElse("");
    return new Registration(item.text(SOURCE).orElse(""), to, String.join(", ", types), item.text(COMMENT).orElse(""), matrix, grid);
  }

  private static String numbers(DataSet item, Tag tag) {
    var words = new ArrayList<String>();
    for (int i = 0; i < 3 && item.decimal(tag, i).isPresent(); i++) words.add(BigDecimal.valueOf(item.decimal(tag, i).getAsDouble()).stripTrailingZeros().toPlainString());
    return String.join(" × ", words);
  }

  /// The identity where the Item states no whole matrix.
  private static List<Double> matrix(DataSet item) {
    var values = new ArrayList<Double>();
    for (int i = 0; i < SIZE * SIZE && item.decimal(MATRIX, i).isPresent(); i++) values.add(item.decimal(MATRIX, i).getAsDouble());
    return values.size() == SIZE * SIZE ? values : IDENTITY;
  }

  private static List<Double> product(List<Double> left, List<Double> right) {
    var values = new ArrayList<Double>();
    for (int row = 0; row < SIZE; row++) {
      for (int column = 0; column < SIZE; column++) {
        double sum = 0;
        for (int i = 0; i < SIZE; i++) sum += left.get(SIZE * row + i) * right.get(SIZE * i + column);
        values.add(sum);
      }
    }
    return values;
  }

  /// How far the origin of the source is moved, in millimetres.
  public double shiftMm() {
    return Math.sqrt(matrix.get(3) * matrix.get(3) + matrix.get(7) * matrix.get(7) + matrix.get(11) * matrix.get(11));
  }

  /// The angle of its rotation; of a matrix that scales or shears, that of its trace.
  public double turnDegrees() {
    double cosine = (matrix.get(0) + matrix.get(5) + matrix.get(10) - 1) / 2;
    return Math.toDegrees(Math.acos(Math.clamp(cosine, -1, 1)));
  }
}

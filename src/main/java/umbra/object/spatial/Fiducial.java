package umbra.object.spatial;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.DoubleStream;
import umbra.dicom.DataSet;
import umbra.dicom.Tag;

/// A fiducial of a Spatial Fiducials object (PS3.3 C.21.2).
///
/// @param name Fiducial Identifier, else the meaning of its code
/// @param shape such as `POINT`
/// @param space Frame of Reference UID of `points`; empty if it is given on images only
/// @param points x, y, z and so on, in millimetres; empty if it is given on images only
/// @param marks where it lies on images
public record Fiducial(String name, String description, String shape, String space, double[] points, List<Mark> marks) {
  private static final Tag SETS = Tag.of(0x0070, 0x031C);
  private static final Tag FIDUCIALS = Tag.of(0x0070, 0x031E);
  private static final Tag IDENTIFIER = Tag.of(0x0070, 0x0310);
  private static final Tag CODE = Tag.of(0x0070, 0x0311);
  private static final Tag DESCRIPTION = Tag.of(0x0070, 0x030F);
  private static final Tag SHAPE = Tag.of(0x0070, 0x0306);
  private static final Tag COORDINATES = Tag.of(0x0070, 0x0318);
  private static final Tag GRAPHIC_DATA = Tag.of(0x0070, 0x0022);
  private static final Tag CONTOUR_DATA = Tag.of(0x3006, 0x0050);
  private static final Tag FRAME_OF_REFERENCE = Tag.of(0x0020, 0x0052);

  /// @param images with `#` and the number of a frame where one is named
  /// @param xy x, y and so on, in pixels from the corner of the image
  public record Mark(Set<String> images, double[] xy) {}

  public Fiducial {
    marks = List.copyOf(marks);
  }

  /// All of an object, in its order.
  public static List<Fiducial> of(DataSet dataSet) {
    var all = new ArrayList<Fiducial>();
    for (var set : dataSet.items(SETS)) {
      var images = NamedImages.of(set);
      for (var item : set.items(FIDUCIALS)) {
        var marks = item.items(COORDINATES).stream().map(c -> new Mark(or(NamedImages.of(c), images), numbers(c, GRAPHIC_DATA))).toList();
        var name = item.text(IDENTIFIER).map(String::strip).filter(t -> !t.isEmpty()).orElseGet(() -> Coded.meaning(item, CODE));
        all.add(new Fiducial(name, item.text(DESCRIPTION).orElse(""), item.text(SHAPE).orElse(""), set.text(FRAME_OF_REFERENCE).orElse(""), numbers(item, CONTOUR_DATA), marks));
      }
    }
    return all;
  }

  private static Set<String> or(Set<String> own, Set<String> common) {
    return own.isEmpty() ? common : own;
  }

  private static double[] numbers(DataSet item, Tag tag) {
    var numbers = DoubleStream.builder();
    for (int i = 0; item.decimal(tag, i).isPresent(); i++) numbers.add(item.decimal(tag, i).getAsDouble());
    return numbers.build().toArray();
  }
}

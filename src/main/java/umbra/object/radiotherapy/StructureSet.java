package umbra.object.radiotherapy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import umbra.dicom.DataSet;
import umbra.dicom.Tag;

/// The regions of interest of an RT Structure Set (PS3.3 C.8.8.5 to C.8.8.8).
///
/// @param rois in the order of the Structure Set ROI Sequence
public record StructureSet(String label, String name, String description, List<Roi> rois) {

  /// @param number ROI Number, by which the other sequences speak of it
  /// @param interpretedType such as `PTV`; empty if not stated
  /// @param color display colour as 0xRRGGBB, if one is stated
  public record Roi(int number, String name, String description, String algorithm, String interpretedType, String interpreter, Optional<Integer> color,
      String frameOfReferenceUid, List<Contour> contours) {}

  /// @param geometricType such as `CLOSED_PLANAR`
  /// @param imageUids SOP Instance UIDs of the images it lies on
  public record Contour(String geometricType, List<String> imageUids, DataSet item) {
    /// x, y, z in mm in the patient's coordinates, one point after the other; decoded at each call.
    public double[] points() {
      return item.texts(CONTOUR_DATA).stream().mapToDouble(Contour::number).toArray();
    }

    private static double number(String text) {
      try {
        return Double.parseDouble(text.strip());
      } catch (NumberFormatException _) {
        return Double.NaN;
      }
    }

    public int size() {
      return item.integer(Tag.of(0x3006, 0x0046)).orElse(0);
    }
  }

  static final Tag CONTOUR_DATA = Tag.of(0x3006, 0x0050);
  static final Tag ROIS = Tag.of(0x3006, 0x0020);
  private static final Tag ROI_NUMBER = Tag.of(0x3006, 0x0022);
  private static final Tag REFERENCED_ROI = Tag.of(0x3006, 0x0084);

  public StructureSet {
    rois = List.copyOf(rois);
  }

  public static StructureSet of(DataSet d) {
    var drawn = byNumber(d.items(Tag.of(0x3006, 0x0039)));
    var observed = byNumber(d.items(Tag.of(0x3006, 0x0080)));
    var rois = new ArrayList<Roi>();
    for (var item : d.items(ROIS)) {
      int number = item.integer(ROI_NUMBER).orElse(0);
      var contours = Optional.ofNullable(drawn.get(number));
      var observation = Optional.ofNullable(observed.get(number));
      rois.add(new Roi(number, item.text(Tag.of(0x3006, 0x0026)).orElse(""), item.text(Tag.of(0x3006, 0x0028)).orElse(""),
          item.text(Tag.of(0x3006, 0x0036)).orElse(""), observation.flatMap(o -> o.text(Tag.of(0x3006, 0x00A4))).orElse(""),
          observation.flatMap(o -> o.text(Tag.of(0x3006, 0x00A6))).orElse(""), contours.flatMap(StructureSet::color),
          item.text(Tag.of(0x3006, 0x0024)).orElse(""), contours.map(StructureSet::contours).orElse(List.of())));
    }
    return new StructureSet(d.text(Tag.of(0x3006, 0x0002)).orElse(""), d.text(Tag.of(0x3006, 0x0004)).orElse(""), d.text(Tag.of(0x3006, 0x0006)).orElse(""), rois);
  }

  private static Map<Integer, DataSet> byNumber(List<DataSet> items) {
    var map = new HashMap<Integer, DataSet>();
    for (var item : items) map.putIfAbsent(item.integer(REFERENCED_ROI).orElse(0), item);
    return map;
  }

  private static Optional<Integer> color(DataSet item) {
    var tag = Tag.of(0x3006, 0x002A);
    if (item.decimal(tag, 2).isEmpty()) return Optional.empty();
    int rgb = 0;
    for (int i = 0; i < 3; i++) rgb = rgb << 8 | Math.clamp((int) item.decimal(tag, i).orElse(0), 0, 255);
    return Optional.of(rgb);
  }

  private static List<Contour> contours(DataSet item) {
    return item.items(Tag.of(0x3006, 0x0040)).stream().map(c -> new Contour(c.text(Tag.of(0x3006, 0x0042)).orElse(""),
        c.items(Tag.of(0x3006, 0x0016)).stream().flatMap(i -> i.text(Tag.of(0x0008, 0x1155)).stream()).toList(), c)).toList();
  }
}

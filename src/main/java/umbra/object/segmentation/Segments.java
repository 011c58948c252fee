package umbra.object.segmentation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import umbra.dicom.DataSet;
import umbra.dicom.Numbers;
import umbra.dicom.Tag;
import umbra.object.drawing.Part;

/// The segments of a segmentation and the colours of their samples: binary, fractional or a label map (PS3.3 C.8.20).
public final class Segments {
  private static final Tag SEGMENTS = Tag.of(0x0062, 0x0002);
  private static final Tag TYPE = Tag.of(0x0062, 0x0001);
  private static final Tag NUMBER = Tag.of(0x0062, 0x0004);
  private static final Tag LABEL = Tag.of(0x0062, 0x0005);
  private static final Tag ALGORITHM = Tag.of(0x0062, 0x0008);
  private static final Tag LAB = Tag.of(0x0062, 0x000D);
  private static final Tag MOST_FRACTIONAL = Tag.of(0x0062, 0x000E);
  private static final Tag PROPERTY_TYPE = Tag.of(0x0062, 0x000F);
  private static final Tag MEANING = Tag.of(0x0008, 0x0104);

  private final List<Part> parts;
  private final Map<Integer, Integer> colors = new HashMap<>();
  private final boolean labels;
  private final double full;

  private Segments(DataSet d) {
    var type = d.text(TYPE).orElse("BINARY");
    this.labels = type.equals("LABELMAP");
    this.full = type.equals("FRACTIONAL") ? Math.max(1, d.integer(MOST_FRACTIONAL).orElse(255)) : 1;
    var list = new ArrayList<Part>();
    for (var item : d.items(SEGMENTS)) {
      int number = item.integer(NUMBER).orElse(0);
      colors.putIfAbsent(number, lab(item).orElse(Part.color(number)));
      var property = item.items(PROPERTY_TYPE).stream().flatMap(p -> p.text(MEANING).stream()).findFirst().orElse("");
      list.add(new Part(number, item.text(LABEL).orElse("segment " + number), property, item.text(ALGORITHM).orElse("").toLowerCase(java.util.Locale.ROOT), colors.get(number)));
    }
    parts = List.copyOf(list);
  }

  public static Segments of(DataSet d) {
    return new Segments(d);
  }

  /// Recommended Display CIELab Value as sRGB (PS3.3 C.10.7.1.1), under D50.
  private static Optional<Integer> lab(DataSet item) {
    var element = item.find(LAB);
    if (element.isEmpty() || Numbers.count(element.get()) < 3) return Optional.empty();
    double l = item.decimal(LAB, 0).orElse(0) * 100 / 65535;
    double a = item.decimal(LAB, 1).orElse(0) * 255 / 65535 - 128;
    double b = item.decimal(LAB, 2).orElse(0) * 255 / 65535 - 128;
    double fy = (l + 16) / 116;
    double x = 0.9642 * unfold(fy + a / 500);
    double y = unfold(fy);
    double z = 0.8249 * unfold(fy - b / 200);
    return Optional.of(eight(3.1339 * x - 1.6169 * y - 0.4906 * z) << 16 | eight(-0.9788 * x + 1.9161 * y + 0.0335 * z) << 8 | eight(0.0719 * x - 0.2290 * y + 1.4052 * z));
  }

  private static double unfold(double t) {
    return t > 6.0 / 29 ? t * t * t : 3 * 36.0 / 841 * (t - 4.0 / 29);
  }

  private static int eight(double linear) {
    double c = Math.clamp(linear, 0, 1);
    return (int) Math.round(255 * (c <= 0.0031308 ? 12.92 * c : 1.055 * Math.pow(c, 1 / 2.4) - 0.055));
  }

  public List<Part> parts() {
    return parts;
  }

  /// Whether each frame holds all segments, told apart by the values of its samples.
  public boolean isLabelMap() {
    return labels;
  }

  /// The colour of a sample.
  ///
  /// @param segmentOfFrame that a frame belongs to; of no matter in a label map
  /// @param hidden segments that are not to be seen
  /// @return alpha, red, green and blue; 0 leaves what lies there
  public int colour(double value, int segmentOfFrame, Set<Integer> hidden) {
    int segment = labels ? (int) value : segmentOfFrame;
    if (value <= 0 || hidden.contains(segment)) return 0;
    int alpha = labels ? 255 : (int) Math.round(255 * Math.min(1, value / full));
    return alpha << 24 | colors.getOrDefault(segment, Part.color(segment));
  }
}

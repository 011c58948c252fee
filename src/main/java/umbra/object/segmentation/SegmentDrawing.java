package umbra.object.segmentation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import umbra.dicom.DataSet;
import umbra.dicom.DicomFile;
import umbra.dicom.Numbers;
import umbra.dicom.Tag;
import umbra.object.drawing.Drawable;
import umbra.object.drawing.DrawnFrame;
import umbra.object.drawing.Drawing;
import umbra.object.drawing.Part;
import umbra.pixel.codec.FrameReader;

/// Segments over the images they were drawn on: binary, fractional and label maps (PS3.3 C.8.20). Keeps its file open.
public final class SegmentDrawing implements Drawable {
  private static final Tag SEGMENTS = Tag.of(0x0062, 0x0002);
  private static final Tag TYPE = Tag.of(0x0062, 0x0001);
  private static final Tag NUMBER = Tag.of(0x0062, 0x0004);
  private static final Tag LABEL = Tag.of(0x0062, 0x0005);
  private static final Tag ALGORITHM = Tag.of(0x0062, 0x0008);
  private static final Tag LAB = Tag.of(0x0062, 0x000D);
  private static final Tag MOST_FRACTIONAL = Tag.of(0x0062, 0x000E);
  private static final Tag PROPERTY_TYPE = Tag.of(0x0062, 0x000F);
  private static final Tag MEANING = Tag.of(0x0008, 0x0104);

  private final DicomFile file;
  private final FrameReader reader;
  private final PlacedFrames frames;
  private final List<Part> parts;
  private final Map<Integer, Integer> colors = new HashMap<>();
  private final boolean labels;
  private final double full;

  /// @param file that is closed with this, as is the reader
  public SegmentDrawing(DicomFile file, FrameReader reader) {
    this.file = file;
    this.reader = reader;
    var d = file.dataSet();
    this.frames = new PlacedFrames(d, reader.image().columns(), reader.image().rows(), reader.frames());
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

  @Override
  public List<Part> parts() {
    return parts;
  }

  @Override
  public Set<String> names() {
    return frames.names();
  }

  @Override
  public synchronized Drawing on(DrawnFrame frame, Set<Integer> hidden) throws IOException {
    return frames.wash(frame, placed -> {
      if (!labels && hidden.contains(placed.segment())) return Optional.empty();
      var values = reader.frame(placed.index(), () -> {}).values();
      return Optional.of(sample -> colour(values.at(sample), placed.segment(), hidden));
    });
  }

  private int colour(double value, int segmentOfFrame, Set<Integer> hidden) {
    if (value <= 0) return 0;
    int segment = labels ? (int) value : segmentOfFrame;
    if (labels && hidden.contains(segment)) return 0;
    int alpha = labels ? 255 : (int) Math.round(255 * Math.min(1, value / full));
    return alpha << 24 | colors.getOrDefault(segment, Part.color(segment));
  }

  @Override
  public List<DrawnFrame> planes() {
    return frames.planes();
  }

  @Override
  public synchronized void close() throws IOException {
    try (file) {
      reader.close();
    }
  }
}

package umbra.object.segmentation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import umbra.dicom.DataSet;
import umbra.dicom.DicomFile;
import umbra.dicom.Tag;
import umbra.object.drawing.Drawable;
import umbra.object.drawing.DrawnFrame;
import umbra.object.drawing.Drawing;
import umbra.object.drawing.Part;
import umbra.pixel.Raster.Samples;
import umbra.pixel.codec.FrameReader;
import umbra.pixel.place.FunctionalGroups;

/// A parametric map in colours, with its real-world values (PS3.3 C.8.23, C.7.6.16.2.11). Keeps its file open.
public final class MapDrawing implements Drawable {
  private static final Tag MAPPING = Tag.of(0x0040, 0x9096);
  private static final Tag INTERCEPT = Tag.of(0x0040, 0x9224);
  private static final Tag SLOPE = Tag.of(0x0040, 0x9225);
  private static final Tag UNITS = Tag.of(0x0040, 0x08EA);
  private static final Tag CODE = Tag.of(0x0008, 0x0100);
  private static final int BANDS = 8;
  private static final int MOST_MEASURED = 64;
  private static final int[] COLORS = {0x440154, 0x46327E, 0x365C8D, 0x277F8E, 0x1FA187, 0x4AC16D, 0xA0DA39, 0xFDE725};

  private final DicomFile file;
  private final FrameReader reader;
  private final PlacedFrames frames;
  private final List<Part> parts;
  private final double low;
  private final double high;
  private final String unit;
  private int last = -1;
  private Optional<Samples> lastValues = Optional.empty();

  /// @param file that is closed with this, as is the reader
  /// @throws IOException if a frame cannot be decoded
  public MapDrawing(DicomFile file, FrameReader reader) throws IOException {
    this.file = file;
    this.reader = reader;
    this.frames = new PlacedFrames(file.dataSet(), reader.image().columns(), reader.image().rows(), reader.frames());
    var mapping = mapping(0);
    this.unit = mapping.items(UNITS).stream().flatMap(u -> u.text(CODE).stream()).findFirst().filter(u -> !u.equals("1")).orElse("");
    double least = Double.MAX_VALUE;
    double most = -Double.MAX_VALUE;
    int step = Math.max(1, reader.frames() / MOST_MEASURED);
    for (int f = 0; f < reader.frames(); f += step) {
      var values = reader.frame(f, () -> {}).values();
      double slope = slope(f);
      double intercept = intercept(f);
      for (int i = 0; i < values.length(); i++) {
        double value = values.at(i) * slope + intercept;
        if (!Double.isFinite(value)) continue;
        least = Math.min(least, value);
        most = Math.max(most, value);
      }
    }
    this.low = least <= most ? least : 0;
    this.high = least <= most ? most : 1;
    var list = new ArrayList<Part>();
    for (int band = BANDS - 1; band >= 0; band--) {
      list.add(new Part(band + 1, "%.4g to %.4g".formatted(at(band), at(band + 1)), unit, "", COLORS[band]));
    }
    parts = List.copyOf(list);
  }

  private double at(int band) {
    return low + (high - low) * band / BANDS;
  }

  private DataSet mapping(int frame) {
    return FunctionalGroups.macro(file.dataSet(), frame, MAPPING);
  }

  private double slope(int frame) {
    return mapping(frame).decimal(SLOPE, 0).orElse(1);
  }

  private double intercept(int frame) {
    return mapping(frame).decimal(INTERCEPT, 0).orElse(0);
  }

  private Samples values(int frame) throws IOException {
    if (frame != last) lastValues = Optional.of(reader.frame(frame, () -> {}).values());
    last = frame;
    return lastValues.orElseThrow();
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
      var values = values(placed.index());
      double slope = slope(placed.index());
      double intercept = intercept(placed.index());
      return Optional.of(sample -> colour((values.at(sample) * slope + intercept - low) / Math.max(1e-300, high - low), hidden));
    });
  }

  /// @param share of the way from the least to the greatest value
  private static int colour(double share, Set<Integer> hidden) {
    if (Double.isNaN(share) || hidden.contains((int) Math.clamp(Math.floor(share * BANDS), 0, BANDS - 1) + 1)) return 0;
    return 0xFF00_0000 | blend(Math.clamp(share, 0, 1) * (BANDS - 1));
  }

  private static int blend(double at) {
    int first = Math.min((int) at, BANDS - 2);
    double share = at - first;
    int rgb = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
      int a = COLORS[first] >> shift & 0xFF;
      int b = COLORS[first + 1] >> shift & 0xFF;
      rgb |= (int) Math.round(a + share * (b - a)) << shift;
    }
    return rgb;
  }

  @Override
  public synchronized String value(DrawnFrame frame, double x, double y) {
    if (x < 0 || y < 0 || x >= frame.columns() || y >= frame.rows()) return "";
    for (var placed : frames.on(frame)) {
      int sample = frames.sample(placed, frame, x, y);
      if (sample < 0) continue;
      try {
        return ("%.4g ".formatted(values(placed.index()).at(sample) * slope(placed.index()) + intercept(placed.index())) + unit).strip();
      } catch (IOException _) {
        return "";
      }
    }
    return "";
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

package umbra.ocr.read;

import ai.onnxruntime.OrtException;
import java.util.ArrayList;
import java.util.List;

/// Reads a line that may be turned: upright first, the other ways when that is not convincing.
public final class LineReader {
  /// A reading as good as this is not doubted.
  public static final float SURE = 0.85f;
  private static final double TALL = 1.5;

  private final TextReader reader;

  public LineReader(TextReader reader) {
    this.reader = reader;
  }

  public Reading read(Crop crop) throws OrtException {
    var readings = new ArrayList<Reading>();
    for (int quarters : order(crop)) {
      var reading = reader.read(crop.turned(quarters)).turned(quarters);
      readings.add(reading);
      if (reading.score() >= SURE && reading.letters() > 1) return reading;
    }
    return best(readings);
  }

  private static int[] order(Crop crop) {
    if (crop.height() > TALL * crop.width()) return crop.height() > 4 * crop.width() ? new int[] {1, 3} : new int[] {1, 3, 0};
    return new int[] {0, 2};
  }

  /// A turn must be clearly better than no turn.
  private static Reading best(List<Reading> readings) {
    var best = readings.getFirst();
    for (var reading : readings) if (reading.score() > best.score() + 0.05) best = reading;
    return best;
  }
}

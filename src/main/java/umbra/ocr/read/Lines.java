package umbra.ocr.read;

import java.util.ArrayList;
import java.util.List;
import umbra.ocr.Box;

/// Tells two lines of text that a detector took for one apart: between them are rows in which nothing changes from left to right. The reader makes one line of
/// both and loses half of the letters.
public final class Lines {
  /// Letters of fewer rows cannot be read anyway.
  private static final int LEAST_HEIGHT = 6;
  /// What a line has to have of the height of all: dots, accents and underlines are no lines.
  private static final double LEAST_SHARE = 0.28;
  /// Changes in an empty row, of those in the lines beside it: noise, and letters that reach down.
  private static final double EMPTY = 0.12;

  private Lines() {}

  /// The box itself, or one for each of its lines that together hold the same pixels.
  ///
  /// @param crop the pixels of the box
  public static List<Box> of(Crop crop, Box box) {
    int height = crop.height();
    if (height < 2 * LEAST_HEIGHT + 1 || crop.width() < height) return List.of(box);
    var changes = changes(crop);
    int cut = cut(changes, height);
    if (cut < 0) return List.of(box);
    var lines = new ArrayList<Box>();
    for (var half : new Box[] {Box.between(0, 0, crop.width(), cut), Box.between(0, cut, crop.width(), height)}) {
      lines.addAll(of(crop.part(half), half.moved(box.x(), box.y())));
    }
    return lines;
  }

  /// How much the brightness changes along each row.
  private static double[] changes(Crop crop) {
    var changes = new double[crop.height()];
    for (int y = 0; y < crop.height(); y++) {
      for (int x = 1; x < crop.width(); x++) changes[y] += Math.abs((crop.gray()[y * crop.width() + x] & 0xFF) - (crop.gray()[y * crop.width() + x - 1] & 0xFF));
    }
    return changes;
  }

  /// The emptiest row with a line above and one below; -1 if there is none.
  private static int cut(double[] changes, int height) {
    int least = (int) Math.ceil(Math.max(LEAST_HEIGHT, LEAST_SHARE * height));
    int best = -1;
    for (int y = least; y < height - least; y++) if (best < 0 || changes[y] < changes[best]) best = y;
    if (best < 0) return -1;
    double beside = Math.min(highest(changes, 0, best), highest(changes, best + 1, height));
    if (changes[best] > EMPTY * beside) return -1;
    int last = best; // the middle of all that is as empty
    while (last + 1 < height - least && changes[last + 1] <= EMPTY * beside) last++;
    int cut = (best + last + 1) / 2;
    return rows(changes, 0, cut, EMPTY * beside) >= least * 2 / 3 && rows(changes, cut, height, EMPTY * beside) >= least * 2 / 3 ? cut : -1;
  }

  private static double highest(double[] changes, int from, int to) {
    double highest = 0;
    for (int y = from; y < to; y++) highest = Math.max(highest, changes[y]);
    return highest;
  }

  /// Rows that are not empty.
  private static int rows(double[] changes, int from, int to, double empty) {
    int rows = 0;
    for (int y = from; y < to; y++) if (changes[y] > empty) rows++;
    return rows;
  }
}

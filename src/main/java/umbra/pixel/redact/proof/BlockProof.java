package umbra.pixel.redact.proof;

import java.util.List;
import java.util.Optional;
import umbra.pixel.redact.jpeg.Coefficients;
import umbra.pixel.redact.region.Box;

/// Holds the quantised coefficients of a JPEG frame cut in its blocks against those it had: unlike decoded values they are exact up
/// to the edge of a box, since no decoder has smoothed them.
final class BlockProof {
  private BlockProof() {}

  /// @param blackened grown to whole MCUs
  /// @return what is wrong, as the rest of a sentence about the written frame
  static Optional<String> fault(Coefficients old, Coefficients now, List<Box> blackened) {
    if (old.planes().size() != now.planes().size() || old.mcuWidth() != now.mcuWidth() || old.mcuHeight() != now.mcuHeight()) return Optional.of("has another layout of blocks");
    for (int i = 0; i < old.planes().size(); i++) {
      var before = old.planes().get(i);
      var after = now.planes().get(i);
      if (before.values().length != after.values().length) return Optional.of("has another number of blocks");
      int black = -1;
      for (int y = 0; y < before.down(); y++) {
        for (int x = 0; x < before.across(); x++) {
          int at = (y * before.across() + x) * 64;
          if (isBlack(old, x / before.h(), y / before.v(), blackened)) {
            if (x >= before.used() || y >= before.usedDown()) continue; // a scan of this component alone does not hold it
            if (black < 0) black = at;
            if (!isFlat(after.values(), at) || after.values()[at] != after.values()[black]) return Optional.of("is not uniform in the blocks of a box");
          } else if (java.util.Arrays.mismatch(before.values(), at, at + 64, after.values(), at, at + 64) >= 0) {
            return Optional.of("has other coefficients outside the boxes");
          }
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isBlack(Coefficients layout, int mcuX, int mcuY, List<Box> blackened) {
    var mcu = new Box(mcuX * layout.mcuWidth(), mcuY * layout.mcuHeight(), layout.mcuWidth(), layout.mcuHeight());
    for (var box : blackened) if (box.touches(mcu)) return true;
    return false;
  }

  private static boolean isFlat(short[] values, int at) {
    for (int k = 1; k < 64; k++) if (values[at + k] != 0) return false;
    return true;
  }
}

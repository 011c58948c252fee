package umbra.ocr.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import umbra.ocr.Box;
import umbra.ocr.Effort;
import umbra.ocr.detect.Pass.Tone;
import umbra.pixel.render.Picture;

/// Which looks a picture gets.
public final class LookPlan {
  /// Larger pictures are shrunk for the look at the whole and looked at in tiles besides.
  public static final int LONGEST = 1600;
  private static final int TILE = 1024;
  private static final int OVERLAP = 128;

  private LookPlan() {}

  /// One look at a part.
  public record Look(Box part, Pass pass) {}

  public static List<Look> of(Picture picture, Effort effort) {
    var whole = new Box(0, 0, picture.width(), picture.height());
    int longest = Math.max(picture.width(), picture.height());
    double fit = (double) LONGEST / longest;
    var looks = new ArrayList<Look>();
    switch (effort) {
      case FIRST_LOOK -> looks.add(new Look(whole, new Pass(Math.min(1, fit), Tone.SHOWN)));
      case EVERY_FRAME -> {
        looks.add(new Look(whole, new Pass(Math.min(1, fit), Tone.SHOWN)));
        highlights(picture, whole).ifPresent(b -> looks.add(new Look(b, new Pass(Math.min(1, fit), Tone.HIGHLIGHTS))));
      }
      case THOROUGH -> {
        double scale = Math.min(2, fit);
        looks.add(new Look(whole, new Pass(scale, Tone.SHOWN)));
        looks.add(new Look(whole, new Pass(scale, Tone.INVERTED)));
        highlights(picture, whole).ifPresent(b -> looks.add(new Look(b, new Pass(scale, Tone.HIGHLIGHTS))));
      }
    }
    if (longest > LONGEST && effort != Effort.FIRST_LOOK) tiles(picture, whole, looks);
    return List.copyOf(looks);
  }

  private static void tiles(Picture picture, Box whole, List<Look> looks) {
    for (int y : starts(whole.height())) {
      for (int x : starts(whole.width())) {
        var tile = new Box(x, y, Math.min(TILE, whole.width()), Math.min(TILE, whole.height()));
        if (content(picture, tile, Tone.SHOWN).isEmpty()) continue;
        looks.add(new Look(tile, new Pass(1, Tone.SHOWN)));
        highlights(picture, tile).ifPresent(b -> looks.add(new Look(b, new Pass(1, Tone.HIGHLIGHTS))));
      }
    }
  }

  private static List<Integer> starts(int length) {
    var starts = new ArrayList<Integer>();
    int step = TILE - OVERLAP;
    for (int at = 0; at + TILE < length; at += step) starts.add(at);
    starts.add(Math.max(0, length - TILE));
    return starts;
  }

  private static Optional<Box> highlights(Picture picture, Box part) {
    return content(picture, part, Tone.HIGHLIGHTS);
  }

  /// The part of a part that is not of one brightness all over, with a margin: around it there is nothing to find.
  static Optional<Box> content(Picture picture, Box part, Tone tone) {
    int background = toned(picture.argb()[part.y() * picture.width() + part.x()], tone);
    int left = part.right();
    int right = part.x();
    int top = part.bottom();
    int bottom = part.y();
    for (int y = part.y(); y < part.bottom(); y++) {
      for (int x = part.x(), at = y * picture.width() + part.x(); x < part.right(); x++, at++) {
        if (toned(picture.argb()[at], tone) == background) continue;
        left = Math.min(left, x);
        right = Math.max(right, x + 1);
        top = Math.min(top, y);
        bottom = y + 1;
      }
    }
    if (left >= right) return Optional.empty();
    int margin = 16;
    return Optional.of(Box.between(Math.max(part.x(), left - margin), Math.max(part.y(), top - margin), Math.min(part.right(), right + margin),
        Math.min(part.bottom(), bottom + margin)));
  }

  private static int toned(int argb, Tone tone) {
    return (int) tone.of(argb >>> 16 & 0xFF) << 16 | (int) tone.of(argb >>> 8 & 0xFF) << 8 | (int) tone.of(argb & 0xFF);
  }
}

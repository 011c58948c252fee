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
  /// To this a picture is enlarged for a thorough look, at most twofold, and to the next one for its highlights, in which small letters are not seen at less.
  private static final int ENLARGED = 1024;
  private static final int LARGER = 1152;
  private static final int TILE = 1024;
  private static final int OVERLAP = 128;

  private LookPlan() {}

  /// One look at an area.
  ///
  /// @param parts of the area that hold anything at all: the detector sees only these
  /// @param closer scale at which it looks again around what it saw a trace of; that of the pass if it does not
  public record Look(Box area, Pass pass, List<Box> parts, double closer) {
    public Look {
      parts = List.copyOf(parts);
    }

    Look closer(double scale) {
      return new Look(area, pass, parts, scale);
    }
  }

  public static List<Look> of(Picture picture, Effort effort) {
    var whole = new Box(0, 0, picture.width(), picture.height());
    int longest = Math.max(picture.width(), picture.height());
    double fit = (double) LONGEST / longest;
    var looks = new ArrayList<Look>();
    switch (effort) {
      case FIRST_LOOK -> looks.add(look(picture, whole, new Pass(Math.min(1, fit), Tone.SHOWN)));
      case EVERY_FRAME -> {
        looks.add(look(picture, whole, new Pass(Math.min(1, fit), Tone.SHOWN)));
        highlights(picture, whole, Math.min(1, fit)).ifPresent(looks::add);
      }
      case THOROUGH -> {
        double closer = Math.min(2, fit);
        double usual = Math.min(fit, Math.clamp((double) ENLARGED / longest, 1, 2));
        // The longest first, so that two workers are done at the same time.
        highlights(picture, whole, Math.min(closer, Math.max(usual, (double) LARGER / longest))).map(l -> l.closer(closer)).ifPresent(looks::add);
        looks.add(look(picture, whole, new Pass(usual, Tone.SHOWN)).closer(closer));
        looks.add(look(picture, whole, new Pass(usual, Tone.INVERTED)));
      }
    }
    if (longest > LONGEST && effort != Effort.FIRST_LOOK) tiles(picture, whole, looks);
    return List.copyOf(looks);
  }

  private static Look look(Picture picture, Box area, Pass pass) {
    return new Look(area, pass, InkedParts.of(picture, area, pass.tone()), pass.scale());
  }

  private static void tiles(Picture picture, Box whole, List<Look> looks) {
    for (int y : starts(whole.height())) {
      for (int x : starts(whole.width())) {
        var tile = new Box(x, y, Math.min(TILE, whole.width()), Math.min(TILE, whole.height()));
        var shown = look(picture, tile, new Pass(1, Tone.SHOWN));
        if (shown.parts().isEmpty()) continue;
        looks.add(shown);
        highlights(picture, tile, 1).ifPresent(looks::add);
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

  /// Only around what is bright: a place where nothing is was not looked at.
  private static Optional<Look> highlights(Picture picture, Box area, double scale) {
    return InkedParts.bounds(picture, area, Tone.HIGHLIGHTS).map(bright -> look(picture, bright, new Pass(scale, Tone.HIGHLIGHTS)));
  }
}

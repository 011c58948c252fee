package umbra.ocr.detect;

/// One look of the detector at a picture.
///
/// @param scale pixels the detector sees for each pixel of the picture; its strength are letters of 12 to 40 pixels
public record Pass(double scale, Tone tone) {
  /// What happens to the brightness first.
  public enum Tone {
    /// As a viewer shows it.
    SHOWN,
    /// Dark and light exchanged: finds dark text on light.
    INVERTED,
    /// Only what is bright, stretched: text is drawn near white, and what it was drawn over falls away.
    HIGHLIGHTS;

    private static final int DARKEST_HIGHLIGHT = 150;

    float of(int value) {
      return switch (this) {
        case SHOWN -> value;
        case INVERTED -> 255 - value;
        case HIGHLIGHTS -> Math.max(0, value - DARKEST_HIGHLIGHT) * (255f / (255 - DARKEST_HIGHLIGHT));
      };
    }
  }

  public Pass {
    if (!(scale > 0 && scale <= 4)) throw new IllegalArgumentException("scale out of range");
  }
}

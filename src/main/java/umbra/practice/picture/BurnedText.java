package umbra.practice.picture;

/// A line of text in the pixels of some frames: what a curator has to find, or to leave.
///
/// @param x left edge in pixels from 0
/// @param y top edge in pixels from 0
/// @param scale pixels a dot of the font
/// @param identifying whether it tells who the patient is
/// @param firstFrame from 1; `lastFrame` belongs to it
public record BurnedText(String text, int x, int y, int scale, boolean identifying, int firstFrame, int lastFrame) {
  static BurnedText of(String text, int x, int y, int scale, boolean identifying) {
    return new BurnedText(text, x, y, scale, identifying, 1, 1);
  }

  BurnedText on(int first, int last) {
    return new BurnedText(text, x, y, scale, identifying, first, last);
  }

  public int width() {
    return (text.length() * (PixelFont.WIDTH + 1) - 1) * scale;
  }

  public int height() {
    return PixelFont.HEIGHT * scale;
  }
}

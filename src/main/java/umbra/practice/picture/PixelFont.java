package umbra.practice.picture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/// A font of five by seven dots, to burn text into practice images.
///
/// The resource has a line for each character: the character, then seven rows of five dots (`#` is ink).
public final class PixelFont {
  static final int WIDTH = 5;
  static final int HEIGHT = 7;
  private static final int ADVANCE = WIDTH + 1;

  /// Paints one dot.
  @FunctionalInterface
  public interface Ink {
    void dot(int x, int y);
  }

  private final Map<Character, String> glyphs = new HashMap<>();

  public PixelFont() {
    try (var in = PixelFont.class.getResourceAsStream("font.txt")) {
      new String(in.readAllBytes(), StandardCharsets.US_ASCII).lines().filter(l -> l.length() == 2 + WIDTH * HEIGHT)
          .forEach(l -> glyphs.put(l.charAt(0), l.substring(2)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Draws a line of text; characters the font lacks are left blank, small letters drawn as capitals.
  ///
  /// @param x left edge in pixels from 0
  /// @param y top edge in pixels from 0
  /// @param scale pixels a dot
  public void draw(String text, int x, int y, int scale, Ink ink) {
    for (int i = 0; i < text.length(); i++) {
      var glyph = glyphs.get(Character.toUpperCase(text.charAt(i)));
      if (glyph == null) continue;
      for (int at = 0; at < glyph.length(); at++) {
        if (glyph.charAt(at) == '#') block(x + (i * ADVANCE + at % WIDTH) * scale, y + at / WIDTH * scale, scale, ink);
      }
    }
  }

  private static void block(int x, int y, int scale, Ink ink) {
    for (int dy = 0; dy < scale; dy++) for (int dx = 0; dx < scale; dx++) ink.dot(x + dx, y + dy);
  }
}

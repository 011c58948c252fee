package umbra.ocr;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import umbra.pixel.render.Picture;

/// Gray pictures with text of the practice collection's bitmap font.
public final class Drawing {
  private static final int WIDTH = 5;
  private static final int HEIGHT = 7;

  private final Map<Character, String> glyphs = new HashMap<>();
  private final int width;
  private final int height;
  private final int[] gray;

  public Drawing(int width, int height, int background) {
    this.width = width;
    this.height = height;
    this.gray = new int[width * height];
    Arrays.fill(gray, background);
    try (var in = Drawing.class.getResourceAsStream("/umbra/practice/picture/font.txt")) {
      new String(in.readAllBytes(), StandardCharsets.US_ASCII).lines().filter(l -> l.length() == 2 + WIDTH * HEIGHT).forEach(l -> glyphs.put(l.charAt(0), l.substring(2)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Smooth blobs, as tissue has them.
  public Drawing tissue(long seed, int least, int most) {
    var random = new SplittableRandom(seed);
    var phase = random.doubles(6, 0, 6.28).toArray();
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        double wave = Math.sin(x / 31.0 + phase[0]) * Math.sin(y / 43.0 + phase[1]) + 0.5 * Math.sin((x + y) / 17.0 + phase[2]) + 0.2 * (random.nextDouble() - 0.5);
        gray[y * width + x] = Math.clamp((int) (least + (most - least) * (wave + 1.6) / 3.2), least, most);
      }
    }
    return this;
  }

  /// Every pixel anew, from 0 to 255.
  public Drawing set(java.util.function.IntBinaryOperator value) {
    for (int i = 0; i < gray.length; i++) gray[i] = value.applyAsInt(i % width, i / width);
    return this;
  }

  /// @return the box of the ink
  public Box text(String text, int x, int y, int scale, int value) {
    for (int i = 0; i < text.length(); i++) {
      var glyph = glyphs.get(Character.toUpperCase(text.charAt(i)));
      for (int at = 0; glyph != null && at < glyph.length(); at++) {
        if (glyph.charAt(at) != '#') continue;
        for (int d = 0; d < scale * scale; d++) gray[(y + at / WIDTH * scale + d / scale) * width + x + (i * (WIDTH + 1) + at % WIDTH) * scale + d % scale] = value;
      }
    }
    return new Box(x, y, ((WIDTH + 1) * text.length() - 1) * scale, HEIGHT * scale);
  }

  public int[] gray() {
    return gray.clone();
  }

  public Picture picture() {
    return new Picture(width, height, Arrays.stream(gray).map(v -> 0xFF00_0000 | v * 0x01_0101).toArray());
  }

  /// Turned clockwise by a quarter.
  public static Picture turned(Picture picture) {
    var out = new int[picture.argb().length];
    for (int y = 0; y < picture.width(); y++) {
      for (int x = 0; x < picture.height(); x++) out[y * picture.height() + x] = picture.argb()[(picture.height() - 1 - x) * picture.width() + y];
    }
    return new Picture(picture.height(), picture.width(), out);
  }

  /// Share of a box that boxes cover, 0 to 1.
  public static double covered(Box box, java.util.List<Box> boxes) {
    int hit = 0;
    for (int y = box.y(); y < box.bottom(); y++) {
      for (int x = box.x(); x < box.right(); x++) {
        var dot = new Box(x, y, 1, 1);
        if (boxes.stream().anyMatch(b -> b.shared(dot) > 0)) hit++;
      }
    }
    return (double) hit / box.area();
  }
}

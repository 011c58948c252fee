package umbra.ocr.read;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import umbra.ocr.Box;
import umbra.pixel.render.Picture;

/// Gray pixels of one line of text.
public record Crop(int width, int height, byte[] gray) {
  public Crop {
    if (width * height != gray.length) throw new IllegalArgumentException("pixels do not fill the crop");
  }

  /// Brightness is the mean of luma and the strongest colour: blue and red text would fade in luma alone.
  public static Crop of(Picture picture, Box box) {
    var gray = new byte[box.width() * box.height()];
    for (int y = 0, i = 0; y < box.height(); y++) {
      int from = (box.y() + y) * picture.width() + box.x();
      for (int x = 0; x < box.width(); x++) {
        int p = picture.argb()[from + x];
        int r = p >> 16 & 0xFF;
        int g = p >> 8 & 0xFF;
        int b = p & 0xFF;
        int luma = (77 * r + 150 * g + 29 * b) >> 8;
        gray[i++] = (byte) ((luma + Math.max(r, Math.max(g, b))) / 2);
      }
    }
    return new Crop(box.width(), box.height(), gray);
  }

  /// One line from left to right, 0 to 255.
  public void line(int y, float[] into) {
    for (int x = 0; x < width; x++) into[x] = gray[y * width + x] & 0xFF;
  }

  /// The crop turned clockwise.
  ///
  /// @param quarters 0 to 3
  public Crop turned(int quarters) {
    if (quarters == 0) return this;
    int w = quarters == 2 ? width : height;
    int h = quarters == 2 ? height : width;
    var out = new byte[gray.length];
    for (int y = 0; y < h; y++) {
      for (int x = 0; x < w; x++) {
        int from = switch (quarters) {
          case 1 -> (height - 1 - x) * width + y;
          case 2 -> (height - 1 - y) * width + width - 1 - x;
          default -> x * width + width - 1 - y;
        };
        out[y * w + x] = gray[from];
      }
    }
    return new Crop(w, h, out);
  }

  /// @param part inside the crop
  Crop part(Box part) {
    var out = new byte[part.width() * part.height()];
    for (int y = 0; y < part.height(); y++) System.arraycopy(gray, (part.y() + y) * width + part.x(), out, y * part.width(), part.width());
    return new Crop(part.width(), part.height(), out);
  }

  public Crop inverted() {
    var out = new byte[gray.length];
    for (int i = 0; i < out.length; i++) out[i] = (byte) ~gray[i];
    return new Crop(width, height, out);
  }

  /// Names the content: equal crops have equal keys.
  String key() {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update((width + "x" + height).getBytes(java.nio.charset.StandardCharsets.US_ASCII));
      return HexFormat.of().formatHex(digest.digest(gray));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Crop c && width == c.width && height == c.height && Arrays.equals(gray, c.gray);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * width + height) + Arrays.hashCode(gray);
  }
}

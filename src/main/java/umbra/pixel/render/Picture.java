package umbra.pixel.render;

/// Pixels ready to be shown, row by row.
///
/// @param argb alpha, red, green, blue from the top byte down; shared, not copied
public record Picture(int width, int height, int[] argb) {
  public Picture {
    if ((long) width * height != argb.length) throw new IllegalArgumentException("pixels do not fill the picture");
  }

  /// The same picture with square pixels: the axis on which they are too narrow gets more of them.
  ///
  /// @param aspect height of a pixel divided by its width
  public Picture squared(double aspect) {
    if (!(aspect > 0.05 && aspect < 20) || Math.abs(aspect - 1) < 1e-3) return this;
    int wide = aspect < 1 ? (int) Math.round(width / aspect) : width;
    int high = aspect > 1 ? (int) Math.round(height * aspect) : height;
    if ((long) wide * high > 1 << 28) return this;
    var out = new int[wide * high];
    for (int y = 0; y < high; y++) {
      int from = (int) ((long) y * height / high) * width;
      for (int x = 0; x < wide; x++) out[y * wide + x] = argb[from + (int) ((long) x * width / wide)];
    }
    return new Picture(wide, high, out);
  }
}

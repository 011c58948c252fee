package umbra.pixel.codec.jpeg;

/// Brings a subsampled component to the size of the image. Where the ratio is two to one the values in between are weighted
/// three to one by distance, with the rounding of the Independent JPEG Group's decoder, which all references agree with.
final class Upsampling {
  private Upsampling() {}

  /// @param across image samples for one of the component, horizontally
  /// @param down the same vertically
  /// @return rows of `columns` samples
  static short[] full(Component c, int stride, int across, int down, int columns, int rows) {
    if (across == 2 && down == 1 && c.width > 2) return doubledAcross(c, stride, columns, rows);
    if (across == 2 && down == 2 && c.width > 2) return doubledBoth(c, stride, columns, rows);
    var out = new short[columns * rows];
    for (int y = 0; y < rows; y++) {
      int from = y / down * stride;
      for (int x = 0; x < columns; x++) out[y * columns + x] = c.samples[from + x / across];
    }
    return out;
  }

  private static short[] doubledAcross(Component c, int stride, int columns, int rows) {
    var out = new short[columns * rows];
    var line = new int[2 * c.width];
    for (int y = 0; y < rows; y++) {
      int from = y * stride;
      int last = c.width - 1;
      line[0] = c.samples[from];
      line[1] = c.samples[from] * 3 + c.samples[from + 1] + 2 >> 2;
      for (int x = 1; x < last; x++) {
        int here = 3 * c.samples[from + x];
        line[2 * x] = here + c.samples[from + x - 1] + 1 >> 2;
        line[2 * x + 1] = here + c.samples[from + x + 1] + 2 >> 2;
      }
      line[2 * last] = c.samples[from + last] * 3 + c.samples[from + last - 1] + 1 >> 2;
      line[2 * last + 1] = c.samples[from + last];
      for (int x = 0; x < columns; x++) out[y * columns + x] = (short) line[x];
    }
    return out;
  }

  private static short[] doubledBoth(Component c, int stride, int columns, int rows) {
    var out = new short[columns * rows];
    var sums = new int[c.width];
    var line = new int[2 * c.width];
    int last = c.width - 1;
    for (int y = 0; y < rows; y++) {
      int near = y / 2;
      int far = Math.max(0, Math.min(c.height - 1, (y & 1) == 0 ? near - 1 : near + 1));
      for (int x = 0; x <= last; x++) sums[x] = 3 * c.samples[near * stride + x] + c.samples[far * stride + x];
      line[0] = sums[0] * 4 + 8 >> 4;
      line[1] = sums[0] * 3 + sums[1] + 7 >> 4;
      for (int x = 1; x < last; x++) {
        line[2 * x] = sums[x] * 3 + sums[x - 1] + 8 >> 4;
        line[2 * x + 1] = sums[x] * 3 + sums[x + 1] + 7 >> 4;
      }
      line[2 * last] = sums[last] * 3 + sums[last - 1] + 8 >> 4;
      line[2 * last + 1] = sums[last] * 4 + 7 >> 4;
      for (int x = 0; x < columns; x++) out[y * columns + x] = (short) line[x];
    }
    return out;
  }
}

package umbra.pixel.codec.jpeg2000;

/// A tag tree being decoded (B.10.2): the least of a 2-D array of numbers, refined level by level.
final class TagTree {
  private final int width;
  private final int[] levelStart;
  private final int[] levelWidth;
  /// What is known of a node: its value is at least this.
  private final int[] low;
  private final boolean[] settled;

  TagTree(int width, int height) {
    this.width = width;
    int levels = 1;
    for (int w = width, h = height; w > 1 || h > 1; w = w + 1 >> 1, h = h + 1 >> 1) levels++;
    levelStart = new int[levels];
    levelWidth = new int[levels];
    int nodes = 0;
    for (int level = 0, w = width, h = height; level < levels; level++, w = w + 1 >> 1, h = h + 1 >> 1) {
      levelStart[level] = nodes;
      levelWidth[level] = w;
      nodes += w * h;
    }
    low = new int[nodes];
    settled = new boolean[nodes];
  }

  /// Reads until it is known whether the leaf is less than `threshold`, and says so.
  boolean isLess(int leaf, int threshold, HeaderBits bits) {
    int x = leaf % width;
    int y = leaf / width;
    int least = 0;
    for (int level = levelStart.length - 1; level >= 0; level--) {
      int node = levelStart[level] + (y >> level) * levelWidth[level] + (x >> level);
      if (low[node] < least) low[node] = least;
      while (!settled[node] && low[node] < threshold) {
        if (bits.bit() != 0) settled[node] = true;
        else low[node]++;
      }
      least = low[node];
      if (!settled[node]) return false; // no descendant can be less than the threshold either
    }
    return least < threshold;
  }

  /// The value of a leaf, or `most` if it is that or more.
  int value(int leaf, int most, HeaderBits bits) {
    int threshold = 1;
    while (threshold <= most && !isLess(leaf, threshold, bits)) threshold++;
    return threshold - 1;
  }
}

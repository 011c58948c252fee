package umbra.pixel.codec.jpeg2000;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Map;
import umbra.pixel.codec.jpeg2000.Precinct.BandPart;
import umbra.pixel.codec.jpeg2000.Precinct.CodeBlock;

/// Writes packets of a single layer (B.10): every block that is not all zero is included with all its passes.
final class PacketWriter {
  private final ByteArrayOutputStream out;
  private int current;
  private int left = 8;
  private boolean afterFull;

  PacketWriter(ByteArrayOutputStream out) {
    this.out = out;
  }

  void write(Precinct precinct, Map<CodeBlock, byte[]> coded) {
    bit(1);
    for (var part : precinct.parts) {
      if (part.blocks.length > 0) header(part, coded);
    }
    align();
    for (var part : precinct.parts) {
      for (var block : part.blocks) if (block.passes > 0) out.writeBytes(coded.get(block));
    }
  }

  private void header(BandPart part, Map<CodeBlock, byte[]> coded) {
    int n = part.blocks.length;
    var absent = new int[n];
    var zero = new int[n];
    for (int i = 0; i < n; i++) {
      absent[i] = part.blocks[i].passes > 0 ? 0 : 1;
      zero[i] = part.blocks[i].zeroPlanes;
    }
    var inclusion = new Tree(part.across, absent);
    var zeroPlanes = new Tree(part.across, zero);
    for (int i = 0; i < n; i++) {
      var block = part.blocks[i];
      inclusion.write(i, 1);
      if (block.passes == 0) continue;
      zeroPlanes.write(i, block.zeroPlanes + 1);
      passes(block.passes);
      int length = coded.get(block).length;
      int have = 3 + 31 - Integer.numberOfLeadingZeros(block.passes);
      int need = 32 - Integer.numberOfLeadingZeros(length);
      for (; have < need; have++) bit(1);
      bit(0);
      bits(length, have);
    }
  }

  /// Table B.4.
  private void passes(int passes) {
    if (passes == 1) bit(0);
    else if (passes == 2) bits(0b10, 2);
    else if (passes <= 5) bits(0b1100 | passes - 3, 4);
    else if (passes <= 36) bits(0b1111 << 5 | passes - 6, 9);
    else bits(0b1_1111_1111 << 7 | passes - 37, 16);
  }

  private void bits(int value, int count) {
    for (int i = count - 1; i >= 0; i--) bit(value >> i & 1);
  }

  private void bit(int bit) {
    current = current << 1 | bit;
    if (--left == 0) put();
  }

  private void put() {
    out.write(current);
    afterFull = current == 0xFF;
    left = afterFull ? 7 : 8;
    current = 0;
  }

  /// Fills the last byte; after FF a byte of zeros must follow.
  private void align() {
    while (left != 8 || afterFull) bit(0);
  }

  /// A tag tree being written (B.10.2).
  private final class Tree {
    private final int[][] values;
    private final int[] widths;
    private final int[][] low;
    private final boolean[][] settled;

    Tree(int width, int[] leaves) {
      int levels = 1;
      int height = leaves.length / width;
      for (int w = width, h = height; w > 1 || h > 1; w = w + 1 >> 1, h = h + 1 >> 1) levels++;
      values = new int[levels][];
      widths = new int[levels];
      low = new int[levels][];
      settled = new boolean[levels][];
      for (int level = 0, w = width, h = height; level < levels; level++, w = w + 1 >> 1, h = h + 1 >> 1) {
        values[level] = level == 0 ? leaves : parents(values[level - 1], widths[level - 1], w, h);
        widths[level] = w;
        low[level] = new int[w * h];
        settled[level] = new boolean[w * h];
      }
    }

    private static int[] parents(int[] children, int childWidth, int width, int height) {
      var least = new int[width * height];
      Arrays.fill(least, Integer.MAX_VALUE);
      for (int i = 0; i < children.length; i++) {
        int parent = (i / childWidth >> 1) * width + (i % childWidth >> 1);
        least[parent] = Math.min(least[parent], children[i]);
      }
      return least;
    }

    void write(int leaf, int threshold) {
      int x = leaf % widths[0];
      int y = leaf / widths[0];
      int least = 0;
      for (int level = values.length - 1; level >= 0; level--) {
        int node = (y >> level) * widths[level] + (x >> level);
        low[level][node] = Math.max(low[level][node], least);
        while (low[level][node] < threshold && !settled[level][node]) {
          if (values[level][node] > low[level][node]) {
            bit(0);
            low[level][node]++;
          } else {
            bit(1);
            settled[level][node] = true;
          }
        }
        least = low[level][node];
      }
    }
  }
}

package umbra.pixel.codec.jpeg2000;

import java.util.Arrays;
import java.util.List;
import umbra.pixel.codec.jpeg2000.TileComponent.Band;
import umbra.pixel.codec.jpeg2000.TileComponent.Resolution;

/// A precinct: the code-blocks one packet a layer tells about (B.6, B.9).
final class Precinct {
  final int component;
  final int resolution;
  final int index;
  /// The place on the reference grid that decides the order of position progressions (B.12.1.3).
  final long refX, refY;
  final BandPart[] parts;
  /// Layers whose packets have been read.
  int layers;

  Precinct(TileComponent component, Resolution resolution, int index, Codestream stream, int[] tileBounds) {
    this.component = component.index;
    this.resolution = resolution.level;
    this.index = index;
    var coding = component.coding;
    int ppx = coding.ppx(resolution.level);
    int ppy = coding.ppy(resolution.level);
    long px = (long) (resolution.x0 >> ppx) + index % resolution.precinctsAcross;
    long py = (long) (resolution.y0 >> ppy) + index / resolution.precinctsAcross;
    int shift = coding.levels() - resolution.level;
    refX = Math.max(tileBounds[0], (px << ppx + shift) * stream.dx[component.index]);
    refY = Math.max(tileBounds[1], (py << ppy + shift) * stream.dy[component.index]);
    int halved = resolution.level == 0 ? 0 : 1;
    parts = new BandPart[resolution.bands.length];
    for (int b = 0; b < parts.length; b++) parts[b] = new BandPart(resolution.bands[b], px, py, ppx - halved, ppy - halved, coding);
  }

  static List<Precinct> of(TileComponent component, Resolution resolution, Codestream stream, int[] tileBounds) {
    var precincts = new Precinct[(int) resolution.precincts()];
    for (int i = 0; i < precincts.length; i++) precincts[i] = new Precinct(component, resolution, i, stream, tileBounds);
    return Arrays.asList(precincts);
  }

  /// The code-blocks of one sub-band within a precinct.
  static final class BandPart {
    final Band band;
    final CodeBlock[] blocks;
    /// Code-blocks in a row.
    final int across;
    final TagTree inclusion;
    final TagTree zeroPlanes;

    BandPart(Band band, long px, long py, int ppx, int ppy, CodingStyle coding) {
      this.band = band;
      int x0 = (int) Math.max(band.x0, px << ppx);
      int y0 = (int) Math.max(band.y0, py << ppy);
      int x1 = (int) Math.min(band.x1, px + 1 << ppx);
      int y1 = (int) Math.min(band.y1, py + 1 << ppy);
      int xcb = Math.min(coding.xcb(), ppx);
      int ycb = Math.min(coding.ycb(), ppy);
      if (x0 >= x1 || y0 >= y1) {
        blocks = new CodeBlock[0];
        across = 0;
        inclusion = zeroPlanes = new TagTree(1, 1);
        return;
      }
      across = (x1 - 1 >> xcb) - (x0 >> xcb) + 1;
      int down = (y1 - 1 >> ycb) - (y0 >> ycb) + 1;
      blocks = new CodeBlock[across * down];
      inclusion = new TagTree(across, down);
      zeroPlanes = new TagTree(across, down);
      for (int i = 0; i < blocks.length; i++) {
        int bx = (x0 >> xcb) + i % across << xcb;
        int by = (y0 >> ycb) + i / across << ycb;
        int left = Math.max(bx, x0);
        int top = Math.max(by, y0);
        blocks[i] = new CodeBlock(band, coding, left - band.x0, top - band.y0,
            Math.min(bx + (1 << xcb), x1) - left, Math.min(by + (1 << ycb), y1) - top);
      }
    }
  }

  /// A code-block and what the packets read so far say about it.
  static final class CodeBlock {
    final Band band;
    final CodingStyle coding;
    /// Place within the band.
    final int x, y, width, height;
    boolean included;
    int zeroPlanes;
    int lengthBits = 3;
    int passes;
    /// Codeword segments: passes and bytes of each.
    int segments;
    int[] segmentPasses = NONE;
    int[] segmentLengths = NONE;
    /// Where the bytes lie: pairs of offset and length.
    int[] chunks = NONE;
    int chunkEnd;
    private static final int[] NONE = {};

    CodeBlock(Band band, CodingStyle coding, int x, int y, int width, int height) {
      this.band = band;
      this.coding = coding;
      this.x = x;
      this.y = y;
      this.width = width;
      this.height = height;
    }

    void openSegment() {
      if (segments == segmentPasses.length) {
        segmentPasses = Arrays.copyOf(segmentPasses, Math.max(2, 2 * segments));
        segmentLengths = Arrays.copyOf(segmentLengths, Math.max(2, 2 * segments));
      }
      segmentPasses[segments] = 0;
      segmentLengths[segments++] = 0;
    }

    void chunk(int offset, int length) {
      if (chunkEnd == chunks.length) chunks = Arrays.copyOf(chunks, Math.max(2, 2 * chunkEnd));
      chunks[chunkEnd++] = offset;
      chunks[chunkEnd++] = length;
    }
  }
}

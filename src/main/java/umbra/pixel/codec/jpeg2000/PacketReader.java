package umbra.pixel.codec.jpeg2000;

import umbra.dicom.DicomFormatException;
import umbra.dicom.Place;
import umbra.pixel.codec.jpeg2000.Precinct.BandPart;
import umbra.pixel.codec.jpeg2000.Precinct.CodeBlock;
import umbra.pixel.codec.jpeg2000.block.CodedBlock;

/// Reads the packets of one tile (B.9, B.10) and notes in each code-block where its bytes lie.
final class PacketReader {
  private static final int MOST_LENGTH_BITS = 31;

  private final byte[] data;
  private final int end;
  private final HeaderBits packed;
  private final Place place;
  private int at;

  /// @param packed where packet headers stand if not before their packets, or null
  PacketReader(byte[] data, int start, int end, HeaderBits packed, Place place) {
    this.data = data;
    this.at = start;
    this.end = end;
    this.packed = packed;
    this.place = place;
  }

  /// Nothing is left: what follows was cut off, or never written.
  boolean isAtEnd() {
    return at >= end;
  }

  int position() {
    return at;
  }

  /// Reads the packet of one layer of a precinct.
  void read(Precinct precinct, int layer) throws DicomFormatException {
    var body = new HeaderBits(data, at, end);
    body.skip(CodestreamReader.SOP, 6);
    var bits = packed != null ? packed : body;
    boolean full = bits.bit() != 0;
    int[] added = full ? new int[blocks(precinct)] : null;
    if (full) header(precinct, layer, bits, added);
    bits.align();
    bits.skip(CodestreamReader.EPH, 2);
    if (bits.isOverrun()) throw malformed("packet header cut off");
    at = body.position();
    if (full) bodies(precinct, added);
  }

  private static int blocks(Precinct precinct) {
    int count = 0;
    for (var part : precinct.parts) count += part.blocks.length;
    return count;
  }

  /// Opens segments and counts passes; the bytes each block gets from this packet go into `added`.
  private void header(Precinct precinct, int layer, HeaderBits bits, int[] added) throws DicomFormatException {
    int n = 0;
    for (var part : precinct.parts) {
      for (int leaf = 0; leaf < part.blocks.length; leaf++, n++) {
        if (bits.isOverrun()) throw malformed("packet header cut off");
        var block = part.blocks[leaf];
        if (!included(part, leaf, layer, bits)) continue;
        int passes = passes(bits);
        while (bits.bit() != 0) {
          if (++block.lengthBits > MOST_LENGTH_BITS) throw malformed("length of a code-block out of range");
        }
        added[n] = (block.coding.blockStyle() & CodedBlock.HT) != 0 ? highThroughput(block, passes, bits) : segments(block, passes, bits);
      }
    }
  }

  private boolean included(BandPart part, int leaf, int layer, HeaderBits bits) throws DicomFormatException {
    var block = part.blocks[leaf];
    if (block.included) return bits.bit() != 0;
    if (!part.inclusion.isLess(leaf, layer + 1, bits)) return false;
    block.included = true;
    block.zeroPlanes = part.zeroPlanes.value(leaf, block.band.bitPlanes + 1, bits);
    if (block.zeroPlanes > block.band.bitPlanes) throw malformed("more zero bit-planes than bit-planes");
    return true;
  }

  /// Table B.4.
  private static int passes(HeaderBits bits) {
    if (bits.bit() == 0) return 1;
    if (bits.bit() == 0) return 2;
    int n = bits.bits(2);
    if (n < 3) return 3 + n;
    n = bits.bits(5);
    if (n < 31) return 6 + n;
    return 37 + bits.bits(7);
  }

  /// B.10.7: a length for every codeword segment that gets passes in this packet.
  private int segments(CodeBlock block, int passes, HeaderBits bits) throws DicomFormatException {
    long total = 0;
    while (passes > 0) {
      if (block.segments == 0 || block.segmentPasses[block.segments - 1] == room(block)) block.openSegment();
      int segment = block.segments - 1;
      int count = Math.min(passes, room(block) - block.segmentPasses[segment]);
      total += length(block, segment, count, block.lengthBits + log2(count), bits);
      passes -= count;
    }
    return within(total);
  }

  /// Passes the last segment of a block may hold (Table D.9).
  private static int room(CodeBlock block) {
    int style = block.coding.blockStyle();
    if ((style & CodedBlock.TERMALL) != 0) return 1;
    if ((style & CodedBlock.BYPASS) == 0) return Integer.MAX_VALUE;
    if (block.segments == 1) return 10;
    return block.segments % 2 == 0 ? 2 : 1;
  }

  /// ISO/IEC 15444-15 B.3: passes that only take the place of bit-planes, a clean-up segment, one for SigProp and MagRef.
  private int highThroughput(CodeBlock block, int passes, HeaderBits bits) throws DicomFormatException {
    long total = 0;
    if (block.segments == 0) {
      int placeholders = (passes - 1) / 3;
      block.zeroPlanes += placeholders;
      if (block.zeroPlanes > block.band.bitPlanes) throw malformed("more zero bit-planes than bit-planes");
      block.openSegment();
      total = length(block, 0, 1, block.lengthBits + log2(3 * placeholders + 1), bits);
      passes -= 3 * placeholders + 1;
    }
    if (passes > 0) {
      if (block.segments == 1) block.openSegment();
      if (block.segmentPasses[1] + passes > 2) throw malformed("more than one HT set in a code-block");
      total += length(block, 1, passes, block.lengthBits + log2(passes), bits);
    }
    return within(total);
  }

  private long length(CodeBlock block, int segment, int passes, int width, HeaderBits bits) throws DicomFormatException {
    if (width > MOST_LENGTH_BITS) throw malformed("length of a code-block out of range");
    int length = bits.bits(width);
    block.segmentPasses[segment] += passes;
    block.passes += passes;
    // checked before it is added up: the sum of a block never exceeds the bytes there are
    if (length > data.length - block.segmentLengths[segment]) throw malformed("code-block longer than the codestream");
    block.segmentLengths[segment] += length;
    return length;
  }

  private int within(long total) throws DicomFormatException {
    if (total > data.length) throw malformed("code-block longer than the codestream");
    return (int) total;
  }

  private void bodies(Precinct precinct, int[] added) throws DicomFormatException {
    int n = 0;
    for (var part : precinct.parts) {
      for (var block : part.blocks) {
        int length = added[n++];
        if (length == 0) continue;
        if (length > end - at) throw malformed("packet cut off");
        block.chunk(at, length);
        at += length;
      }
    }
  }

  private static int log2(int n) {
    return 31 - Integer.numberOfLeadingZeros(n);
  }

  private DicomFormatException malformed(String reason) {
    return new DicomFormatException("JPEG 2000: " + reason, place);
  }
}

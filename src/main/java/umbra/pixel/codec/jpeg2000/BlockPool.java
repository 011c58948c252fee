package umbra.pixel.codec.jpeg2000;

import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import umbra.pixel.codec.jpeg2000.Precinct.CodeBlock;
import umbra.pixel.codec.jpeg2000.block.BlockDecoder;
import umbra.pixel.codec.jpeg2000.block.CodedBlock;
import umbra.pixel.codec.jpeg2000.block.MqBlockDecoder;

/// Scratch memory for code-blocks, lent to one thread at a time and used again.
final class BlockPool {
  private final ConcurrentLinkedQueue<Scratch> idle = new ConcurrentLinkedQueue<>();
  private final Optional<Supplier<BlockDecoder>> highThroughput;

  BlockPool(Optional<Supplier<BlockDecoder>> highThroughput) {
    this.highThroughput = highThroughput;
  }

  boolean decodes(CodingStyle coding) {
    return (coding.blockStyle() & CodedBlock.HT) == 0 || highThroughput.isPresent();
  }

  Scratch take() {
    var scratch = idle.poll();
    return scratch != null ? scratch : new Scratch(highThroughput);
  }

  void give(Scratch scratch) {
    idle.add(scratch);
  }

  static final class Scratch {
    private final BlockDecoder mq = new MqBlockDecoder();
    private final Optional<BlockDecoder> ht;
    private final CodedBlock coded = new CodedBlock();
    private final int[] samples = new int[4096]; // the most a code-block may hold (Table A.18)

    Scratch(Optional<Supplier<BlockDecoder>> highThroughput) {
      ht = highThroughput.map(Supplier::get);
    }

    /// Decodes a block and puts its coefficients, dequantized (Annex E), where they belong in their sub-band.
    boolean decode(CodeBlock block, byte[] data) {
      int length = 0;
      for (int i = 0; i < block.chunkEnd; i += 2) length += block.chunks[i + 1];
      if (coded.data.length < length + CodedBlock.SPARE) coded.data = new byte[length + length / 2 + CodedBlock.SPARE];
      int at = 0;
      for (int i = 0; i < block.chunkEnd; i += 2) {
        System.arraycopy(data, block.chunks[i], coded.data, at, block.chunks[i + 1]);
        at += block.chunks[i + 1];
      }
      coded.length = length;
      coded.segmentLengths = block.segmentLengths;
      coded.segmentPasses = block.segmentPasses;
      coded.segments = block.segments;
      coded.passes = block.passes;
      coded.zeroBitPlanes = block.zeroPlanes;
      coded.bitPlanes = block.band.bitPlanes;
      coded.width = block.width;
      coded.height = block.height;
      coded.band = block.band.kind;
      coded.style = block.coding.blockStyle();
      var decoder = (coded.style & CodedBlock.HT) == 0 ? mq : ht.orElseThrow();
      boolean intact = decoder.decode(coded, samples, 0, block.width);
      if (block.band.regionShift > 0) lowerRegion(block);
      store(block);
      return intact;
    }

    /// H.1: what is not below 2^s belongs to the region; there is one fractional bit.
    private void lowerRegion(CodeBlock block) {
      int shift = block.band.regionShift;
      for (int i = 0; i < block.width * block.height; i++) {
        int magnitude = Math.abs(samples[i]);
        if (shift < 31 && magnitude >>> 1 >> shift != 0) samples[i] = samples[i] < 0 ? -(magnitude >> shift) : magnitude >> shift;
      }
    }

    private void store(CodeBlock block) {
      var band = block.band;
      int stride = band.width();
      for (int y = 0, from = 0; y < block.height; y++, from += block.width) {
        int to = (block.y + y) * stride + block.x;
        if (band.ints != null) {
          for (int x = 0; x < block.width; x++) band.ints[to + x] = samples[from + x] / 2;
        } else {
          float half = 0.5f * band.step;
          for (int x = 0; x < block.width; x++) band.floats[to + x] = samples[from + x] * half;
        }
      }
    }
  }
}

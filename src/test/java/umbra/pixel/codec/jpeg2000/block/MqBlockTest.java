package umbra.pixel.codec.jpeg2000.block;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Random;
import org.junit.jupiter.api.Test;

class MqBlockTest {

  private static CodedBlock coded(MqBlockEncoder encoder, int[] samples, int width, int height, int band) {
    var bytes = encoder.encode(samples, 0, width, width, height, band);
    var block = new CodedBlock();
    block.data = java.util.Arrays.copyOf(bytes, bytes.length + CodedBlock.SPARE);
    block.length = bytes.length;
    block.segments = 1;
    block.segmentLengths[0] = bytes.length;
    block.passes = block.segmentPasses[0] = encoder.passes();
    block.zeroBitPlanes = 3;
    block.bitPlanes = encoder.planes() + 3;
    block.width = width;
    block.height = height;
    block.band = band;
    return block;
  }

  private static int[] samples(Random random, int count, int bits) {
    var samples = new int[count];
    for (int i = 0; i < count; i++) samples[i] = random.nextInt(3) == 0 ? random.nextInt(1 << bits) - (1 << bits - 1) : random.nextInt(3) - 1;
    return samples;
  }

  @Test
  void decodedBlocksHoldTwiceTheCoefficientAndAHalf() {
    var random = new Random(1);
    var encoder = new MqBlockEncoder();
    var decoder = new MqBlockDecoder();
    int[][] sizes = {{1, 1}, {64, 64}, {4, 1024}, {7, 5}, {1, 9}, {33, 3}};
    for (var size : sizes) {
      for (int band = 0; band < 4; band++) {
        int n = size[0] * size[1];
        var samples = samples(random, n, 1 + random.nextInt(17));
        var block = coded(encoder, samples, size[0], size[1], band);
        var out = new int[n];
        decoder.decode(block, out, 0, size[0]);
        for (int i = 0; i < n; i++) assertEquals(2 * samples[i] + Integer.signum(samples[i]), out[i]);
      }
    }
  }

  @Test
  void leftOutPassesLeaveTheMiddleOfWhatIsOpen() {
    int[] samples = {100, -77, 0, 3};
    var block = coded(new MqBlockEncoder(), samples, 4, 1, 0);
    block.passes = block.segmentPasses[0] = 1; // clean-up of plane 6 only: 64 or more
    var out = new int[4];
    new MqBlockDecoder().decode(block, out, 0, 4);
    assertArrayEquals(new int[] {2 * 64 + 64, -(2 * 64 + 64), 0, 0}, out);
  }

  @Test
  void morePassesThanBitPlanesAreRefused() {
    var block = coded(new MqBlockEncoder(), new int[] {5, 6, 7, 8}, 2, 2, 0);
    block.passes = block.segmentPasses[0] = 30;
    assertFalse(new MqBlockDecoder().decode(block, new int[4], 0, 2));
  }

  @Test
  void anyBytesAndStylesComeToAnEnd() {
    var random = new Random(2);
    var decoder = new MqBlockDecoder();
    var out = new int[4096];
    for (int i = 0; i < 500; i++) {
      var block = new CodedBlock();
      random.nextBytes(block.data);
      block.style = random.nextInt(64);
      block.width = 1 + random.nextInt(64);
      block.height = 1 + random.nextInt(64);
      block.bitPlanes = 1 + random.nextInt(30);
      block.segments = 1 + random.nextInt(8);
      for (int s = 0; s < block.segments; s++) {
        block.segmentLengths[s] = random.nextInt(40);
        block.segmentPasses[s] = random.nextInt(10);
        block.length += block.segmentLengths[s];
        block.passes += block.segmentPasses[s];
      }
      decoder.decode(block, out, 0, block.width);
    }
  }
}

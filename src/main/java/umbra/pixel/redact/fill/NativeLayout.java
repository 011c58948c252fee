package umbra.pixel.redact.fill;

import java.nio.ByteOrder;
import umbra.pixel.ImagePixel;
import umbra.pixel.Photometric;

/// How the samples of native frames lie in their bytes (PS3.5 8.1.1 and 8.2), and what a blackened piece of them looks like.
///
/// @param swapped 8-bit samples that were written as words of a big endian file: each pair is turned round
/// @param pattern the bytes of one cell in the order of the file: a pixel, two pixels that share their colour, or one sample of
///     a plane; with one bit a sample, 00 or FF
/// @param clear bits that are cleared in every word, lowest byte first as many as a word has; empty if none are
record NativeLayout(ImagePixel image, boolean swapped, byte[][] pattern, byte[] clear) {

  static NativeLayout of(ImagePixel image, boolean swapped, ByteOrder order, long[] words, long clear) {
    int bytes = Math.max(1, image.bitsAllocated() / 8);
    byte[][] pattern;
    if (image.bitsAllocated() == 1) {
      pattern = new byte[][] {{(byte) ((words[0] & 1) == 0 ? 0 : 0xFF)}};
    } else if (image.planar() && image.samples() > 1) {
      pattern = new byte[image.samples()][];
      for (int s = 0; s < pattern.length; s++) pattern[s] = words(order, bytes, words[s]);
    } else if (isPairs(image)) {
      pattern = new byte[][] {words(order, bytes, words[0], words[0], words[1], words[2])};
    } else {
      pattern = new byte[][] {words(order, bytes, words)};
    }
    return new NativeLayout(image, swapped, pattern, clear == 0 ? new byte[0] : words(order, bytes, clear));
  }

  /// Two pixels share their colour differences: Y1 Y2 CB CR.
  static boolean isPairs(ImagePixel image) {
    return image.photometric() == Photometric.YBR_FULL_422 && image.samples() == 3;
  }

  private static byte[] words(ByteOrder order, int bytesEach, long... words) {
    var out = new byte[bytesEach * words.length];
    for (int w = 0; w < words.length; w++) {
      for (int b = 0; b < bytesEach; b++) {
        int at = order == ByteOrder.LITTLE_ENDIAN ? b : bytesEach - 1 - b;
        out[w * bytesEach + at] = (byte) (words[w] >>> 8 * b);
      }
    }
    return out;
  }

  /// Bits from one pixel to the next one in its row.
  int pixelBits() {
    if (isPairs(image)) return 2 * image.bitsAllocated();
    return pattern.length > 1 ? image.bitsAllocated() : image.bitsAllocated() * image.samples();
  }

  /// Bits of one plane, or of the whole frame if it has but one.
  long planeBits() {
    return image.nativeFrameBits() / pattern.length;
  }
}

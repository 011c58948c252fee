package umbra.pixel.codec.jpeg2000.block;

import java.util.Arrays;

/// Encodes code-blocks of Part 1 losslessly into one codeword segment, with no code-block style. One instance a thread.
public final class MqBlockEncoder {
  private final int[] contexts = new int[MqStates.CONTEXTS];
  private int[] flags = new int[0];
  /// Index 0 stands before the first byte: a carry may look there but never changes it.
  private byte[] buffer = new byte[8192];
  private int at;
  private int a;
  private int c;
  private int bitsLeft;
  private int planes;

  /// Encodes all bit-planes of a block of two's complement coefficients.
  ///
  /// @param band 0 LL, 1 HL, 2 LH, 3 HH
  /// @return the codeword segment; empty if all coefficients are 0
  public byte[] encode(int[] samples, int offset, int stride, int width, int height, int band) {
    int all = 0;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) all |= Math.abs(samples[offset + y * stride + x]);
    }
    planes = 32 - Integer.numberOfLeadingZeros(all);
    if (planes == 0) return new byte[0];
    int count = (width + 2) * ((height + 3) / 4 + 2);
    if (flags.length < count) flags = new int[count];
    Arrays.fill(flags, 0, count, 0);
    MqStates.reset(contexts);
    buffer[0] = 0;
    at = 0;
    a = 0x8000;
    c = 0;
    bitsLeft = 12;
    for (int plane = planes - 1; plane >= 0; plane--) {
      if (plane < planes - 1) {
        significance(samples, offset, stride, width, height, band, plane);
        refinement(samples, offset, stride, width, height, plane);
      }
      cleanup(samples, offset, stride, width, height, band, plane);
    }
    flush();
    return Arrays.copyOfRange(buffer, 1, at + 1);
  }

  /// Bit-planes of the block encoded last.
  public int planes() {
    return planes;
  }

  /// Coding passes of the block encoded last.
  public int passes() {
    return planes == 0 ? 0 : 3 * planes - 2;
  }

  private void significance(int[] samples, int offset, int stride, int width, int height, int band, int plane) {
    final int[] flags = this.flags;
    int step = width + 2;
    for (int y = 0, row = step + 1; y < height; y += 4, row += step) {
      int rows = Math.min(4, height - y);
      for (int x = 0; x < width; x++) {
        if ((flags[row + x] & Contexts.ALL_SIGNIFICANCE) == 0) continue;
        for (int r = 0; r < rows; r++) {
          int around = flags[row + x] >> 3 * r;
          if ((around & Contexts.AROUND) == 0 || (around & Contexts.SELF) != 0) continue;
          int value = samples[offset + (y + r) * stride + x];
          int bit = Math.abs(value) >>> plane & 1;
          code(Contexts.ZERO[512 * band + (around & Contexts.AROUND)], bit);
          if (bit != 0) codeSign(row + x, step, r, value);
          flags[row + x] |= Contexts.VISITED << r;
        }
      }
    }
  }

  private void refinement(int[] samples, int offset, int stride, int width, int height, int plane) {
    int step = width + 2;
    for (int y = 0, row = step + 1; y < height; y += 4, row += step) {
      int rows = Math.min(4, height - y);
      for (int x = 0; x < width; x++) {
        int f = flags[row + x];
        for (int r = 0; r < rows; r++) {
          if ((f >> 3 * r & Contexts.SELF) == 0 || (f >> r & Contexts.VISITED) != 0) continue;
          int context = (f >> r & Contexts.REFINED) != 0 ? 16 : (f >> 3 * r & Contexts.AROUND) != 0 ? 15 : 14;
          code(context, Math.abs(samples[offset + (y + r) * stride + x]) >>> plane & 1);
          flags[row + x] |= Contexts.REFINED << r;
        }
      }
    }
  }

  private void cleanup(int[] samples, int offset, int stride, int width, int height, int band, int plane) {
    final int[] flags = this.flags;
    int step = width + 2;
    for (int y = 0, row = step + 1; y < height; y += 4, row += step) {
      int rows = Math.min(4, height - y);
      for (int x = 0; x < width; x++) {
        int r = 0;
        boolean known = false;
        if (rows == 4 && (flags[row + x] & (Contexts.ALL_SIGNIFICANCE | Contexts.ALL_VISITED)) == 0) {
          while (r < 4 && (Math.abs(samples[offset + (y + r) * stride + x]) >>> plane & 1) == 0) r++;
          code(MqStates.RUN, r < 4 ? 1 : 0);
          if (r == 4) continue;
          code(MqStates.UNIFORM, r >> 1);
          code(MqStates.UNIFORM, r & 1);
          known = true;
        }
        for (; r < rows; r++) {
          int f = flags[row + x];
          int value = samples[offset + (y + r) * stride + x];
          if (!known) {
            if ((f >> 3 * r & Contexts.SELF) != 0 || (f >> r & Contexts.VISITED) != 0) continue;
            int bit = Math.abs(value) >>> plane & 1;
            code(Contexts.ZERO[512 * band + (f >> 3 * r & Contexts.AROUND)], bit);
            if (bit == 0) continue;
          }
          known = false;
          codeSign(row + x, step, r, value);
        }
        flags[row + x] &= ~Contexts.ALL_VISITED;
      }
    }
  }

  private void codeSign(int flag, int step, int r, int value) {
    int sign = Contexts.SIGN[MqBlockDecoder.signIndex(flags, flag, r)];
    int negative = value >>> 31;
    code(sign >> 1, negative ^ sign & 1);
    MqBlockDecoder.mark(flags, flag, step, r, negative, false);
  }

  // MQ encoder (C.2)

  private void code(int context, int bit) {
    int state = contexts[context];
    int qe = state >>> 16;
    a -= qe;
    if ((state & 1) == bit) {
      if ((a & 0x8000) != 0) {
        c += qe;
        return;
      }
      if (a < qe) a = qe;
      else c += qe;
      contexts[context] = MqStates.afterMps(state);
    } else {
      if (a < qe) c += qe;
      else a = qe;
      contexts[context] = MqStates.afterLps(state);
    }
    int shift = Integer.numberOfLeadingZeros(a) - 16;
    a <<= shift;
    while (shift >= bitsLeft) {
      c <<= bitsLeft;
      shift -= bitsLeft;
      byteOut();
    }
    c <<= shift;
    bitsLeft -= shift;
  }

  private void byteOut() {
    if (at + 2 >= buffer.length) buffer = Arrays.copyOf(buffer, 2 * buffer.length);
    if (buffer[at] != (byte) 0xFF && c >= 0x8000000) {
      buffer[at]++;
      c &= 0x7FFFFFF;
    }
    if (buffer[at] == (byte) 0xFF) {
      buffer[++at] = (byte) (c >>> 20);
      c &= 0xFFFFF;
      bitsLeft = 7;
    } else {
      buffer[++at] = (byte) (c >>> 19);
      c &= 0x7FFFF;
      bitsLeft = 8;
    }
  }

  /// C.2.9: as many ones as fit, so that what follows the segment does not matter.
  private void flush() {
    int top = c + a;
    c |= 0xFFFF;
    if (c >= top) c -= 0x8000;
    c <<= bitsLeft;
    byteOut();
    c <<= bitsLeft;
    byteOut();
    if (buffer[at] == (byte) 0xFF) at--; // a segment must not end in FF
  }
}

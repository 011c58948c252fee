package umbra.pixel.codec.jpeg2000.block;

import java.util.Arrays;

/// Decodes code-blocks of Part 1: MQ decoder (Annex C) and the three coding passes (Annex D).
///
/// The MQ decoder keeps one number, `d`: how much the interval may still shrink before anything but "the more probable
/// symbol, no renormalisation" can happen. It is the lesser of A - 0x8000 and Chigh, which both shrink by Qe at each such
/// symbol; A and C themselves are brought up to date only in [#slow].
public final class MqBlockDecoder implements BlockDecoder {
  private final int[] contexts = new int[MqStates.CONTEXTS];
  private int[] flags = new int[0];
  private byte[] data = new byte[0];
  private int at;
  private int a;
  private int c;
  private int bitsLeft;
  private int d;
  private int synced;

  @Override
  public boolean decode(CodedBlock block, int[] out, int offset, int stride) {
    int width = block.width;
    int height = block.height;
    for (int y = 0; y < height; y++) Arrays.fill(out, offset + y * stride, offset + y * stride + width, 0);
    int planes = block.bitPlanes - block.zeroBitPlanes;
    if (block.passes == 0) return true;
    if (planes < 1 || planes > 30 || block.passes > 3 * planes - 2) return false;
    int step = width + 2;
    int flagCount = step * ((height + 3) / 4 + 2);
    if (flags.length < flagCount) flags = new int[flagCount];
    Arrays.fill(flags, 0, flagCount, 0);
    MqStates.reset(contexts);
    data = block.data;
    return passes(block, out, offset, stride, planes);
  }

  private boolean passes(CodedBlock block, int[] out, int offset, int stride, int planes) {
    int pass = 0;
    int start = 0;
    boolean intact = true;
    for (int segment = 0; segment < block.segments; segment++) {
      int end = start + block.segmentLengths[segment];
      byte saved0 = data[end];
      byte saved1 = data[end + 1];
      data[end] = (byte) 0xFF; // what C.3.4 feeds beyond the end
      data[end + 1] = (byte) 0xFF;
      boolean raw = (block.style & CodedBlock.BYPASS) != 0 && pass >= 10 && pass % 3 != 0;
      if (raw) startRaw(start); else startMq(start);
      for (int i = 0; i < block.segmentPasses[segment]; i++, pass++) {
        int plane = planes - 1 - (pass + 2) / 3;
        switch (pass % 3) {
          case 1 -> {
            if (raw) rawSignificance(block, out, offset, stride, plane);
            else significance(block, out, offset, stride, plane);
          }
          case 2 -> {
            if (raw) rawRefinement(block, out, offset, stride, plane);
            else refinement(block, out, offset, stride, plane);
          }
          default -> {
            cleanup(block, out, offset, stride, plane);
            if ((block.style & CodedBlock.SYMBOLS) != 0) intact &= segmentationSymbol();
          }
        }
        if ((block.style & CodedBlock.RESET) != 0) MqStates.reset(contexts);
      }
      data[end] = saved0;
      data[end + 1] = saved1;
      start = end;
    }
    return intact;
  }

  // MQ decoder

  private void startMq(int start) {
    at = start;
    c = (data[at] & 0xFF) << 16;
    byteIn();
    c <<= 7;
    bitsLeft -= 7;
    a = 0x8000;
    d = synced = 0;
  }

  private void byteIn() {
    if (data[at] == (byte) 0xFF) {
      int next = data[at + 1] & 0xFF;
      if (next > 0x8F) {
        c += 0xFF00;
        bitsLeft = 8;
      } else {
        at++;
        c += next << 9;
        bitsLeft = 7;
      }
    } else {
      at++;
      c += (data[at] & 0xFF) << 8;
      bitsLeft = 8;
    }
  }

  /// Decodes a symbol after `d`, Qe of this symbol already taken off, went below zero (Figures C.15 to C.18).
  private int slow(int context, int shrunk) {
    int state = contexts[context];
    int qe = state >>> 16;
    int taken = synced - shrunk;
    int mps = state & 1;
    boolean less;
    a -= taken;
    if (c >>> 16 < taken) {
      c -= taken - qe << 16;
      less = a >= qe;
      a = qe;
    } else {
      c -= taken << 16;
      less = a < qe;
    }
    contexts[context] = less ? MqStates.afterLps(state) : MqStates.afterMps(state);
    int shift = Integer.numberOfLeadingZeros(a) - 16;
    a <<= shift;
    while (shift > bitsLeft) {
      c <<= bitsLeft;
      shift -= bitsLeft;
      byteIn();
    }
    c <<= shift;
    bitsLeft -= shift;
    // A byte is taken in only when the next shift needs it, as RENORMD does.
    d = synced = Math.min(a - 0x8000, c >>> 16);
    return less ? 1 - mps : mps;
  }

  private int symbol(int context) {
    int state = contexts[context];
    d -= state >>> 16;
    return d >= 0 ? state & 1 : slow(context, d);
  }

  /// D.5: 1010 with the uniform context at the end of a clean-up pass.
  private boolean segmentationSymbol() {
    int code = 0;
    for (int i = 0; i < 4; i++) code = code << 1 | symbol(MqStates.UNIFORM);
    return code == 0b1010;
  }

  // Passes over MQ symbols. The decision is written out where it is hot: see symbol().

  private void significance(CodedBlock block, int[] out, int offset, int stride, int plane) {
    final int[] flags = this.flags;
    final int[] contexts = this.contexts;
    final byte[] zero = Contexts.ZERO;
    final int band = 512 * block.band;
    final int step = block.width + 2;
    final int value = 3 << plane;
    final boolean causal = (block.style & CodedBlock.CAUSAL) != 0;
    int d = this.d;
    for (int y = 0, row = step + 1; y < block.height; y += 4, row += step) {
      int rows = Math.min(4, block.height - y);
      for (int x = 0; x < block.width; x++) {
        if ((flags[row + x] & Contexts.ALL_SIGNIFICANCE) == 0) continue;
        for (int r = 0; r < rows; r++) {
          int f = flags[row + x];
          int around = f >> 3 * r & AROUND_SELF;
          if ((around & Contexts.AROUND) == 0 || (around & Contexts.SELF) != 0) continue;
          int context = zero[band + (around & Contexts.AROUND)];
          int state = contexts[context];
          int bit;
          d -= state >>> 16;
          if (d >= 0) {
            bit = state & 1;
          } else {
            bit = slow(context, d);
            d = this.d;
          }
          if (bit != 0) {
            int sign = Contexts.SIGN[signIndex(flags, row + x, r)];
            context = sign >> 1;
            state = contexts[context];
            d -= state >>> 16;
            if (d >= 0) {
              bit = state & 1;
            } else {
              bit = slow(context, d);
              d = this.d;
            }
            int negative = bit ^ sign & 1;
            out[offset + (y + r) * stride + x] = negative == 0 ? value : -value;
            mark(flags, row + x, step, r, negative, causal);
          }
          flags[row + x] |= Contexts.VISITED << r;
        }
      }
    }
    this.d = d;
  }

  private static final int AROUND_SELF = 0x1FF;

  private void refinement(CodedBlock block, int[] out, int offset, int stride, int plane) {
    final int[] flags = this.flags;
    final int[] contexts = this.contexts;
    final int step = block.width + 2;
    final int half = 1 << plane;
    int d = this.d;
    for (int y = 0, row = step + 1; y < block.height; y += 4, row += step) {
      int rows = Math.min(4, block.height - y);
      for (int x = 0; x < block.width; x++) {
        int f = flags[row + x];
        if ((f & OWN_COLUMN) == 0) continue;
        int refined = 0;
        for (int r = 0; r < rows; r++) {
          if ((f >> 3 * r & Contexts.SELF) == 0 || (f >> r & Contexts.VISITED) != 0) continue;
          // Table D.4
          int context = (f >> r & Contexts.REFINED) != 0 ? 16 : (f >> 3 * r & Contexts.AROUND) != 0 ? 15 : 14;
          int state = contexts[context];
          int bit;
          d -= state >>> 16;
          if (d >= 0) {
            bit = state & 1;
          } else {
            bit = slow(context, d);
            d = this.d;
          }
          int index = offset + (y + r) * stride + x;
          int old = out[index];
          out[index] = old + (bit != 0 == old >= 0 ? half : -half);
          refined |= Contexts.REFINED << r;
        }
        flags[row + x] = f | refined;
      }
    }
    this.d = d;
  }

  private static final int OWN_COLUMN = 0x2490; // bits 4, 7, 10, 13

  private void cleanup(CodedBlock block, int[] out, int offset, int stride, int plane) {
    final int[] flags = this.flags;
    final int[] contexts = this.contexts;
    final byte[] zero = Contexts.ZERO;
    final int band = 512 * block.band;
    final int step = block.width + 2;
    final int value = 3 << plane;
    final boolean causal = (block.style & CodedBlock.CAUSAL) != 0;
    int d = this.d;
    for (int y = 0, row = step + 1; y < block.height; y += 4, row += step) {
      int rows = Math.min(4, block.height - y);
      for (int x = 0; x < block.width; x++) {
        int r = 0;
        boolean known = false; // the run told that row r is significant
        if (rows == 4 && (flags[row + x] & (Contexts.ALL_SIGNIFICANCE | Contexts.ALL_VISITED)) == 0) {
          int state = contexts[MqStates.RUN];
          int bit;
          d -= state >>> 16;
          if (d >= 0) {
            bit = state & 1;
          } else {
            bit = slow(MqStates.RUN, d);
            d = this.d;
          }
          if (bit == 0) continue;
          this.d = d;
          r = symbol(MqStates.UNIFORM) << 1;
          r |= symbol(MqStates.UNIFORM);
          d = this.d;
          known = true;
        }
        for (; r < rows; r++) {
          int f = flags[row + x];
          int bit;
          if (!known) {
            if ((f >> 3 * r & Contexts.SELF) != 0 || (f >> r & Contexts.VISITED) != 0) continue;
            int context = zero[band + (f >> 3 * r & Contexts.AROUND)];
            int state = contexts[context];
            d -= state >>> 16;
            if (d >= 0) {
              bit = state & 1;
            } else {
              bit = slow(context, d);
              d = this.d;
            }
            if (bit == 0) continue;
          }
          known = false;
          int sign = Contexts.SIGN[signIndex(flags, row + x, r)];
          int state = contexts[sign >> 1];
          d -= state >>> 16;
          if (d >= 0) {
            bit = state & 1;
          } else {
            bit = slow(sign >> 1, d);
            d = this.d;
          }
          int negative = bit ^ sign & 1;
          out[offset + (y + r) * stride + x] = negative == 0 ? value : -value;
          mark(flags, row + x, step, r, negative, causal);
        }
        flags[row + x] &= ~Contexts.ALL_VISITED;
      }
    }
    this.d = d;
  }

  // Flags

  static int signIndex(int[] flags, int at, int r) {
    int f = flags[at];
    return f >> 3 * r & 0xAA
        | f >>> 26 + r & 1
        | (flags[at - 1] >>> 27 + r & 1) << 2
        | (flags[at + 1] >>> 27 + r & 1) << 4
        | (f >>> 28 + r & 1) << 6;
  }

  /// Tells a sample that became significant to its neighbours; with causal contexts not to the stripe above (D.7).
  static void mark(int[] flags, int at, int step, int r, int negative, boolean causal) {
    flags[at] |= Contexts.SELF << 3 * r | negative << 27 + r;
    flags[at - 1] |= 1 << 3 * r + 5;
    flags[at + 1] |= 1 << 3 * r + 3;
    if (r == 0 && !causal) {
      flags[at - step] |= 1 << 16 | negative << 31;
      flags[at - step - 1] |= 1 << 17;
      flags[at - step + 1] |= 1 << 15;
    } else if (r == 3) {
      flags[at + step] |= 1 << 1 | negative << 26;
      flags[at + step - 1] |= 1 << 2;
      flags[at + step + 1] |= 1;
    }
  }

  // Passes over raw bits (D.6)

  private void startRaw(int start) {
    at = start;
    c = 0;
    bitsLeft = 0;
  }

  private int rawBit() {
    if (bitsLeft == 0) {
      boolean stuffed = c == 0xFF;
      int next = data[at] & 0xFF;
      if (stuffed && next > 0x8F) {
        bitsLeft = 8;
      } else {
        c = next;
        at++;
        bitsLeft = stuffed ? 7 : 8;
      }
    }
    bitsLeft--;
    return c >> bitsLeft & 1;
  }

  private void rawSignificance(CodedBlock block, int[] out, int offset, int stride, int plane) {
    int step = block.width + 2;
    int value = 3 << plane;
    boolean causal = (block.style & CodedBlock.CAUSAL) != 0;
    for (int y = 0, row = step + 1; y < block.height; y += 4, row += step) {
      int rows = Math.min(4, block.height - y);
      for (int x = 0; x < block.width; x++) {
        for (int r = 0; r < rows; r++) {
          int f = flags[row + x] >> 3 * r;
          if ((f & Contexts.AROUND) == 0 || (f & Contexts.SELF) != 0) continue;
          if (rawBit() != 0) {
            int negative = rawBit();
            out[offset + (y + r) * stride + x] = negative == 0 ? value : -value;
            mark(flags, row + x, step, r, negative, causal);
          }
          flags[row + x] |= Contexts.VISITED << r;
        }
      }
    }
  }

  private void rawRefinement(CodedBlock block, int[] out, int offset, int stride, int plane) {
    int step = block.width + 2;
    int half = 1 << plane;
    for (int y = 0, row = step + 1; y < block.height; y += 4, row += step) {
      int rows = Math.min(4, block.height - y);
      for (int x = 0; x < block.width; x++) {
        int f = flags[row + x];
        for (int r = 0; r < rows; r++) {
          if ((f >> 3 * r & Contexts.SELF) == 0 || (f >> r & Contexts.VISITED) != 0) continue;
          int index = offset + (y + r) * stride + x;
          int old = out[index];
          out[index] = old + (rawBit() != 0 == old >= 0 ? half : -half);
          flags[row + x] |= Contexts.REFINED << r;
        }
      }
    }
  }
}

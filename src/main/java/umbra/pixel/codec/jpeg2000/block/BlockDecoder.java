package umbra.pixel.codec.jpeg2000.block;

/// Decodes code-blocks one after the other with scratch memory of its own: one instance a thread.
public interface BlockDecoder {

  /// Decodes one block. Every sample of the block is written, the insignificant ones as 0.
  ///
  /// Samples are two's complement with **one fractional bit**, set in the middle of what the decoded bit-planes leave open:
  /// a magnitude m known down to bit-plane p becomes ±(2m + 2^p), where the lower p bits of m are 0. So a wholly decoded
  /// block holds ±(2m + 1), and integer division by 2 (towards 0) gives the exact coefficient.
  ///
  /// Nothing in the bytes may throw; reads past the end of a segment see what the standard feeds (FF for MQ).
  ///
  /// @param out takes row y at `offset + y * stride`
  /// @return false if the bytes cannot be a code-block; `out` then holds anything
  boolean decode(CodedBlock block, int[] out, int offset, int stride);
}

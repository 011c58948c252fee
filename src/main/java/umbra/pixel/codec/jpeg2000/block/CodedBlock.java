package umbra.pixel.codec.jpeg2000.block;

/// One code-block as the packets delivered it. Reused from block to block: fields are set, never kept.
public final class CodedBlock {
  /// Code-block style bits of SPcod (Table A.19).
  public static final int BYPASS = 1, RESET = 2, TERMALL = 4, CAUSAL = 8, PREDICTABLE = 16, SYMBOLS = 32, HT = 64;

  /// All codeword segments one after the other from index 0; grown as needed.
  ///
  /// There are always at least [#SPARE] bytes of room after [#length], which a decoder may overwrite.
  public byte[] data = new byte[8192];
  public static final int SPARE = 16;
  /// Bytes of `data` in use.
  public int length;
  /// Bytes and coding passes of each codeword segment. For HT: the cleanup segment, then at most one of SPP and MRP.
  public int[] segmentLengths = new int[64];
  public int[] segmentPasses = new int[64];
  public int segments;
  /// Coding passes in all segments. For HT placeholder passes are not counted here, but in [#zeroBitPlanes].
  public int passes;
  /// Missing most significant bit-planes (P of B.10.5), placeholder sets of HT included.
  public int zeroBitPlanes;
  /// Mb of Equation E-2, region-of-interest shift included; at most 30. The first pass codes plane Mb - 1 - zeroBitPlanes.
  public int bitPlanes;
  public int width;
  public int height;
  /// 0 LL, 1 HL, 2 LH, 3 HH (Table D.1).
  public int band;
  public int style;
}

package umbra.pixel.codec.jpeg;

import java.util.Arrays;

/// One component of a frame (ISO/IEC 10918-1 B.2.2).
public final class Component {
  final int id;
  final int h;
  final int v;
  final int quantisation;
  /// Samples that are part of the image.
  int width;
  int height;
  /// Blocks across and down, those that only fill up the last MCU included.
  int blocksAcross;
  int blocksDown;
  /// Decoded samples, `blocksAcross * 8` to a row; of a lossless frame `width` to a row.
  short[] samples = {};
  /// Coefficients in natural order, 64 a block; progressive frames only.
  short[] coefficients = {};
  /// The lowest bit that scans have coded of each coefficient in zigzag order, -1 before the first; progressive frames only.
  final byte[] coded = new byte[64];
  HuffmanTable dc;
  HuffmanTable ac;
  int prediction;
  /// Quantisation in natural order, as in force when the first scan of the component began.
  int[] quantisationTable;

  Component(int id, int h, int v, int quantisation) {
    this.id = id;
    this.h = h;
    this.v = v;
    this.quantisation = quantisation;
    Arrays.fill(coded, (byte) -1);
  }

  /// Horizontal sampling factor.
  public int h() {
    return h;
  }

  /// Vertical sampling factor.
  public int v() {
    return v;
  }

  /// Columns of samples that are part of the image.
  public int width() {
    return width;
  }

  /// Rows of samples that are part of the image.
  public int height() {
    return height;
  }

  /// The quantisation of the first coefficient; 0 if there is no table.
  public int firstQuantisation() {
    return quantisationTable == null ? 0 : quantisationTable[0];
  }

  /// The table for DC differences in the scan at hand.
  public java.util.Optional<HuffmanTable> dc() {
    return java.util.Optional.ofNullable(dc);
  }

  /// The table for AC coefficients in the scan at hand.
  public java.util.Optional<HuffmanTable> ac() {
    return java.util.Optional.ofNullable(ac);
  }

  int stride() {
    return blocksAcross * 8;
  }
}

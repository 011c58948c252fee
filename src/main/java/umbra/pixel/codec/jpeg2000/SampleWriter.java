package umbra.pixel.codec.jpeg2000;

import umbra.dicom.DicomFormatException;
import umbra.dicom.Place;
import umbra.pixel.Photometric;
import umbra.pixel.Raster;

/// Undoes the component transform and the DC level shift of Annex G and puts the samples of each tile into the frame.
final class SampleWriter {
  private final Codestream stream;
  private final int rows;
  private final int columns;
  private final int bits;
  private final byte[] bytes;
  private final short[] shorts;
  private final int[] ints;

  SampleWriter(Codestream stream, int rows, int columns) {
    this.stream = stream;
    this.rows = rows;
    this.columns = columns;
    int most = 0;
    for (int precision : stream.precision) most = Math.max(most, precision);
    bits = most;
    int count = rows * columns * stream.components;
    bytes = most <= 8 ? new byte[count] : null;
    shorts = most > 8 && most <= 16 ? new short[count] : null;
    ints = most > 16 ? new int[count] : null;
  }

  /// @param signed what the header says. Where the SIZ marker says otherwise the bits stay as they are, as GDCM leaves
  ///     them: writers are known that put two's complement into an unsigned stream and the other way round.
  Raster raster(Photometric photometric, boolean signed) {
    if (stream.signed[0] && !signed) cutToPrecision();
    var values = bytes != null ? new Raster.Samples.Bytes(bytes, signed)
        : shorts != null ? new Raster.Samples.Shorts(shorts, signed) : new Raster.Samples.Ints(ints, signed);
    return new Raster(rows, columns, stream.components, bits, signed, photometric, values);
  }

  private void cutToPrecision() {
    int mask = bits == 32 ? -1 : (1 << bits) - 1;
    if (bytes != null) for (int i = 0; i < bytes.length; i++) bytes[i] &= (byte) mask;
    if (shorts != null) for (int i = 0; i < shorts.length; i++) shorts[i] &= (short) mask;
    if (ints != null) for (int i = 0; i < ints.length; i++) ints[i] &= mask;
  }

  void write(TileDecoder tile, boolean transform, Place place) throws DicomFormatException {
    int n = tile.components.length;
    var ints = new int[n][];
    var floats = new float[n][];
    boolean first = tile.components[0].coding.reversible();
    for (int c = 0; c < n; c++) {
      var component = tile.components[c];
      if (component.coding.reversible()) ints[c] = component.reversible();
      else floats[c] = component.irreversible();
      if (transform && c < 3 && component.coding.reversible() != first) throw new DicomFormatException("JPEG 2000: component transform over different wavelets", place);
      for (var resolution : component.resolutions) {
        for (var band : resolution.bands) {
          band.ints = null;
          band.floats = null;
        }
      }
    }
    if (transform && n < 3) throw new DicomFormatException("JPEG 2000: component transform of fewer than three components", place);
    if (transform) {
      if (first) reversible(ints[0], ints[1], ints[2]);
      else irreversible(floats[0], floats[1], floats[2]);
    }
    for (int c = 0; c < n; c++) store(tile.components[c], ints[c] != null ? ints[c] : rounded(floats[c]));
  }

  /// G.2
  private static void reversible(int[] y, int[] u, int[] v) {
    for (int i = 0; i < y.length; i++) {
      int green = y[i] - (u[i] + v[i] >> 2);
      y[i] = v[i] + green;
      v[i] = u[i] + green;
      u[i] = green;
    }
  }

  /// G.3
  private static void irreversible(float[] y, float[] cb, float[] cr) {
    for (int i = 0; i < y.length; i++) {
      float red = y[i] + 1.402f * cr[i];
      float green = y[i] - 0.34413f * cb[i] - 0.71414f * cr[i];
      float blue = y[i] + 1.772f * cb[i];
      y[i] = red;
      cb[i] = green;
      cr[i] = blue;
    }
  }

  /// To the nearest integer, halves to even: adding 1.5 * 2^23 lets the float adder do it where it can.
  private static int[] rounded(float[] values) {
    var out = new int[values.length];
    for (int i = 0; i < out.length; i++) {
      float v = values[i];
      out[i] = Math.abs(v) < 4_000_000f ? (int) (v + 12_582_912f - 12_582_912f) : (int) Math.rint((double) v);
    }
    return out;
  }

  private void store(TileComponent component, int[] values) {
    int c = component.index;
    int precision = stream.precision[c];
    int shift = stream.signed[c] ? 0 : 1 << precision - 1;
    int least = stream.signed[c] ? -(1 << precision - 1) : 0;
    int most = stream.signed[c] ? (1 << precision - 1) - 1 : (1 << precision) - 1;
    int left = component.x0 - Codestream.Ceil.divide(stream.x0, stream.dx[c]);
    int top = component.y0 - Codestream.Ceil.divide(stream.y0, stream.dy[c]);
    int step = stream.components;
    int width = component.width();
    for (int y = 0, from = 0; y < component.height(); y++) {
      int to = ((top + y) * columns + left) * step + c;
      if (bytes != null) {
        for (int x = 0; x < width; x++, from++, to += step) bytes[to] = (byte) Math.min(most, Math.max(least, values[from] + shift));
      } else if (shorts != null) {
        for (int x = 0; x < width; x++, from++, to += step) shorts[to] = (short) Math.min(most, Math.max(least, values[from] + shift));
      } else {
        for (int x = 0; x < width; x++, from++, to += step) ints[to] = Math.min(most, Math.max(least, values[from] + shift));
      }
    }
  }
}

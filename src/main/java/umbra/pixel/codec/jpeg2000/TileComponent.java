package umbra.pixel.codec.jpeg2000;

import umbra.pixel.codec.jpeg2000.Codestream.Ceil;
import umbra.pixel.codec.jpeg2000.wavelet.Analysis;
import umbra.pixel.codec.jpeg2000.wavelet.Synthesis;

/// One component of one tile, divided into resolutions, sub-bands, precincts and code-blocks (Annex B.5 to B.7).
final class TileComponent {
  final int index;
  final int x0, y0, x1, y1;
  final CodingStyle coding;
  final Resolution[] resolutions;

  TileComponent(Codestream stream, Codestream.TileData tile, int index, int[] bounds) {
    this.index = index;
    this.coding = tile.style.coding(index);
    x0 = Ceil.divide(bounds[0], stream.dx[index]);
    y0 = Ceil.divide(bounds[1], stream.dy[index]);
    x1 = Ceil.divide(bounds[2], stream.dx[index]);
    y1 = Ceil.divide(bounds[3], stream.dy[index]);
    resolutions = new Resolution[coding.levels() + 1];
    for (int r = 0; r < resolutions.length; r++) resolutions[r] = new Resolution(this, r);
  }

  int width() {
    return x1 - x0;
  }

  int height() {
    return y1 - y0;
  }

  /// Puts the sub-bands of a reversibly coded component together.
  int[] reversible() {
    int[] low = resolutions[0].bands[0].ints;
    for (int r = 1; r < resolutions.length; r++) {
      var to = resolutions[r];
      low = Synthesis.level53(to.x0, to.y0, to.x1, to.y1, low, to.bands[0].ints, to.bands[1].ints, to.bands[2].ints);
    }
    return low;
  }

  /// Puts the sub-bands of an irreversibly coded component together.
  float[] irreversible() {
    float[] low = resolutions[0].bands[0].floats;
    for (int r = 1; r < resolutions.length; r++) {
      var to = resolutions[r];
      low = Synthesis.level97(to.x0, to.y0, to.x1, to.y1, low, to.bands[0].floats, to.bands[1].floats, to.bands[2].floats);
    }
    return low;
  }

  /// Fills the sub-bands of a component that starts at (0, 0); `samples` are overwritten.
  void analyse(int[] samples) {
    int[] current = samples;
    for (int r = resolutions.length - 1; r > 0; r--) {
      var from = resolutions[r];
      for (var band : from.bands) band.ints = new int[band.width() * band.height()];
      current = Analysis.level53(current, from.x1, from.y1, from.bands[0].ints, from.bands[1].ints, from.bands[2].ints);
    }
    resolutions[0].bands[0].ints = current;
  }

  /// What one more step of synthesis gives; resolution 0 is the LL band.
  static final class Resolution {
    final int level;
    final int x0, y0, x1, y1;
    final Band[] bands;
    final int precinctsAcross, precinctsDown;

    Resolution(TileComponent component, int level) {
      this.level = level;
      int shift = component.coding.levels() - level;
      x0 = Ceil.shift(component.x0, shift);
      y0 = Ceil.shift(component.y0, shift);
      x1 = Ceil.shift(component.x1, shift);
      y1 = Ceil.shift(component.y1, shift);
      boolean empty = x0 >= x1 || y0 >= y1;
      int ppx = component.coding.ppx(level);
      int ppy = component.coding.ppy(level);
      precinctsAcross = empty ? 0 : Ceil.shift(x1, ppx) - (x0 >> ppx);
      precinctsDown = empty ? 0 : Ceil.shift(y1, ppy) - (y0 >> ppy);
      bands = new Band[level == 0 ? 1 : 3];
      for (int b = 0; b < bands.length; b++) bands[b] = new Band(component, level == 0 ? 0 : b + 1, level == 0 ? shift : shift + 1);
    }

    long precincts() {
      return (long) precinctsAcross * precinctsDown;
    }
  }

  /// A sub-band; its coefficients are kept in one of two arrays, row by row.
  static final class Band {
    /// 0 LL, 1 HL, 2 LH, 3 HH.
    final int kind;
    final int x0, y0, x1, y1;
    int bitPlanes;
    /// Shift of the region of interest (RGN, Annex H).
    int regionShift;
    float step;
    int[] ints;
    float[] floats;

    Band(TileComponent component, int kind, int shift) {
      this.kind = kind;
      long xo = kind % 2 == 0 ? 0 : 1L << shift - 1;
      long yo = kind < 2 ? 0 : 1L << shift - 1;
      x0 = Ceil.shift(component.x0 - xo, shift);
      y0 = Ceil.shift(component.y0 - yo, shift);
      x1 = Ceil.shift(component.x1 - xo, shift);
      y1 = Ceil.shift(component.y1 - yo, shift);
    }

    int width() {
      return x1 - x0;
    }

    int height() {
      return y1 - y0;
    }
  }
}

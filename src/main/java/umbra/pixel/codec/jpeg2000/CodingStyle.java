package umbra.pixel.codec.jpeg2000;

/// How one component of a tile is coded: what COD or COC says after the progression (A.6.1, Table A.15).
///
/// @param levels decompositions, 0 to 32
/// @param xcb exponent of the width of code-blocks
/// @param blockStyle bits of Table A.19; 64 for HT
/// @param reversible 5/3 instead of 9/7
/// @param precincts PPx in the low and PPy in the high nibble, one a resolution; empty for the greatest
record CodingStyle(int levels, int xcb, int ycb, int blockStyle, boolean reversible, byte[] precincts) {

  int ppx(int resolution) {
    return precincts.length == 0 ? 15 : precincts[resolution] & 0xF;
  }

  int ppy(int resolution) {
    return precincts.length == 0 ? 15 : precincts[resolution] >> 4 & 0xF;
  }

  /// Steps of QCD or QCC (A.6.4).
  ///
  /// @param style 0 none, 1 derived, 2 expounded
  /// @param steps exponent << 11 | mantissa of each band, LL first
  record Quantization(int style, int guardBits, int[] steps) {

    int exponent(int resolution, int band) {
      int step = step(resolution, band);
      // Equation E-5: a derived exponent falls by one with each level from LL
      return style == 1 && resolution > 0 ? (step >> 11) - (resolution - 1) : step >> 11;
    }

    int mantissa(int resolution, int band) {
      return step(resolution, band) & 0x7FF;
    }

    private int step(int resolution, int band) {
      return steps[style == 1 || resolution == 0 ? 0 : 3 * resolution - 2 + band];
    }

    boolean covers(int levels) {
      return style == 1 ? steps.length >= 1 : steps.length >= 3 * levels + 1;
    }
  }

  /// What all components of a tile share: SGcod and Scod of COD.
  record Shared(int progression, int layers, boolean colourTransform) {}

  /// One entry of a POC marker, or the whole of COD as one (A.6.6).
  record Volume(int resolutionStart, int componentStart, int layerEnd, int resolutionEnd, int componentEnd, int progression) {}
}

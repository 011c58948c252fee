package umbra.pixel.codec.jpeg.encode;

/// The forward DCT of eight by eight (ISO/IEC 10918-1 A.3.3), rows then columns.
final class ForwardDct {
  private final float[] factors = new float[64];
  private final float[] work = new float[64];

  ForwardDct() {
    for (int u = 0; u < 8; u++) {
      for (int x = 0; x < 8; x++) factors[u * 8 + x] = (float) ((u == 0 ? Math.sqrt(0.125) : 0.5) * Math.cos((2 * x + 1) * u * Math.PI / 16));
    }
  }

  /// Turns samples into coefficients in place, both by rows.
  void transform(float[] block) {
    for (int y = 0; y < 64; y += 8) {
      for (int u = 0; u < 8; u++) {
        float sum = 0;
        for (int x = 0; x < 8; x++) sum += factors[u * 8 + x] * block[y + x];
        work[y + u] = sum;
      }
    }
    for (int u = 0; u < 8; u++) {
      for (int v = 0; v < 8; v++) {
        float sum = 0;
        for (int y = 0; y < 8; y++) sum += factors[v * 8 + y] * work[y * 8 + u];
        block[v * 8 + u] = sum;
      }
    }
  }
}

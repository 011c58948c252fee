package umbra.practice.picture;

import java.util.SplittableRandom;

/// The grain of ultrasound: echoes of many scatterers that add up to a Rayleigh-distributed amplitude, wider across the beam than along it.
final class Speckle {
  private static final int ACROSS = 3;
  private static final int ALONG = 1;

  private Speckle() {}

  /// Amplitudes with a mean of one, row by row.
  static double[] field(int columns, int rows, SplittableRandom random) {
    var real = part(columns, rows, random);
    var imaginary = part(columns, rows, random);
    var amplitude = new double[real.length];
    double sum = 0;
    for (int i = 0; i < amplitude.length; i++) {
      amplitude[i] = Math.sqrt(real[i] * real[i] + imaginary[i] * imaginary[i]);
      sum += amplitude[i];
    }
    for (int i = 0; i < amplitude.length; i++) amplitude[i] *= amplitude.length / sum;
    return amplitude;
  }

  private static double[] part(int columns, int rows, SplittableRandom random) {
    var noise = new double[columns * rows];
    for (int i = 0; i < noise.length; i++) noise[i] = Phantom.noise(random);
    for (int times = 0; times < 2; times++) {
      noise = blurred(noise, columns, rows, 1, ACROSS);
      noise = blurred(noise, columns, rows, columns, ALONG);
    }
    return noise;
  }

  /// Sums over neighbours on both sides; those beyond the ends of the field count as nothing.
  ///
  /// @param step between neighbours: 1 within a row, the row's length within a column
  private static double[] blurred(double[] from, int columns, int rows, int step, int reach) {
    var to = new double[from.length];
    for (int i = 0; i < to.length; i++) {
      int at = step == 1 ? i % columns : i / columns;
      int last = (step == 1 ? columns : rows) - 1;
      for (int d = Math.max(-reach, -at); d <= Math.min(reach, last - at); d++) to[i] += from[i + d * step];
    }
    return to;
  }
}

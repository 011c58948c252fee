package umbra.practice.waveform;

/// A curve in time.
interface Trace {
  /// @param seconds from the beginning
  double at(double seconds);

  /// A bell of some height.
  static double bell(double x, double centre, double width, double height) {
    double d = (x - centre) / width;
    return height * Math.exp(-d * d / 2);
  }
}

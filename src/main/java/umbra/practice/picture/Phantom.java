package umbra.practice.picture;

import java.util.SplittableRandom;

/// Pictures that look a little like the real thing: ellipses of tissue with noise.
public final class Phantom {
  /// An ellipse in units of half the image's side, from its centre.
  private record Ellipse(double x, double y, double a, double b, double value) {
    boolean holds(double px, double py) {
      double dx = (px - x) / a;
      double dy = (py - y) / b;
      return dx * dx + dy * dy <= 1;
    }
  }

  private Phantom() {}

  /// A slice through a trunk in Hounsfield units.
  ///
  /// @param depth position along the body from 0 to 1
  static short[] ctSlice(int size, double depth, SplittableRandom random) {
    double width = 0.80 + 0.08 * Math.sin(Math.PI * depth);
    var shapes = new Ellipse[] {
      new Ellipse(0, 0, width, 0.62, 40), new Ellipse(0, 0, width - 0.05, 0.57, -90), new Ellipse(0, 0, width - 0.10, 0.52, 45),
      new Ellipse(-0.36, -0.06, 0.24, 0.36 * (1 - depth), -820), new Ellipse(0.36, -0.06, 0.24, 0.36 * (1 - depth), -820),
      new Ellipse(0.06, -0.04, 0.16, 0.20, 60), new Ellipse(0, 0.38, 0.10, 0.10, 620), new Ellipse(0, 0.38, 0.05, 0.05, 20),
      new Ellipse(-0.42, 0.14, 0.20 * depth, 0.20 * depth, 70)};
    var samples = new short[size * size];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (short) Math.round(value(shapes, i, size, -1000) + 12 * noise(random));
    }
    return samples;
  }

  /// A slice through a head, unsigned, 12 bits.
  static short[] mrSlice(int size, double depth, SplittableRandom random) {
    double r = 0.3 + 0.5 * Math.sin(Math.PI * (0.15 + 0.7 * depth));
    var shapes = new Ellipse[] {
      new Ellipse(0, 0, r, r * 1.15, 1400), new Ellipse(0, 0, r * 0.92, r * 1.07, 180), new Ellipse(0, 0, r * 0.86, r, 900),
      new Ellipse(-0.12, 0, 0.07 * r, 0.24 * r, 250), new Ellipse(0.12, 0, 0.07 * r, 0.24 * r, 250)};
    var samples = new short[size * size];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (short) Math.clamp(Math.round(value(shapes, i, size, 20) + 25 * noise(random)), 0, 4095);
    }
    return samples;
  }

  /// A chest as on a plate: the more body, the fewer rays. Unsigned, 12 bits.
  static short[] radiograph(int size, SplittableRandom random) {
    var shapes = new Ellipse[] {
      new Ellipse(0, 0.1, 0.85, 0.95, 1800), new Ellipse(-0.36, 0, 0.27, 0.6, -1100), new Ellipse(0.36, 0, 0.27, 0.6, -1100),
      new Ellipse(0.1, 0.22, 0.24, 0.3, 700), new Ellipse(0, 0.1, 0.09, 0.95, 500)};
    var samples = new short[size * size];
    for (int i = 0; i < samples.length; i++) {
      double sum = 300;
      for (var shape : shapes) if (shape.holds(unit(i % size, size), unit(i / size, size))) sum += shape.value;
      samples[i] = (short) Math.clamp(Math.round(4095 - sum + 30 * noise(random)), 0, 4095);
    }
    return samples;
  }

  /// One frame of an ultrasound fan in RGB, pixel-interleaved.
  ///
  /// @param phase of the beating heart, from 0 to 1
  static byte[] ultrasound(int columns, int rows, double phase, SplittableRandom random) {
    var samples = new byte[rows * columns * 3];
    var speckle = Speckle.field(columns, rows, random);
    for (int i = 0; i < rows * columns; i++) {
      double x = i % columns - columns / 2.0;
      double y = i / columns - 40.0;
      double radius = Math.hypot(x, y);
      boolean inside = y > 0 && Math.abs(Math.atan2(x, y)) < 0.65 && radius > 30 && radius < rows - 70;
      if (!inside) continue;
      double wall = Math.hypot(x / 1.1, y - rows * 0.45) - rows * (0.16 + 0.03 * Math.sin(2 * Math.PI * phase));
      int level = (int) Math.clamp((wall < 0 ? 10 : 105 - wall * 0.25) * speckle[i], 0, 255);
      for (int s = 0; s < 3; s++) samples[3 * i + s] = (byte) level;
    }
    return samples;
  }

  /// A colour photograph of a patch of skin in RGB, pixel-interleaved.
  static byte[] photograph(int columns, int rows, SplittableRandom random) {
    var samples = new byte[rows * columns * 3];
    for (int i = 0; i < rows * columns; i++) {
      double x = i % columns / (double) columns;
      double y = i / columns / (double) rows;
      double mole = Math.hypot(x - 0.55, (y - 0.5) * rows / columns) < 0.07 + 0.01 * Math.sin(9 * Math.atan2(y - 0.5, x - 0.55)) ? 0.45 : 1;
      double light = (0.85 + 0.2 * (1 - y) + 0.02 * noise(random)) * mole;
      samples[3 * i] = (byte) Math.clamp((long) (214 * light), 0, 255);
      samples[3 * i + 1] = (byte) Math.clamp((long) (160 * light), 0, 255);
      samples[3 * i + 2] = (byte) Math.clamp((long) (132 * light), 0, 255);
    }
    return samples;
  }

  /// The value of the last ellipse that holds a pixel.
  private static double value(Ellipse[] shapes, int index, int size, double outside) {
    double x = unit(index % size, size);
    double y = unit(index / size, size);
    double value = outside;
    for (var shape : shapes) if (shape.holds(x, y)) value = shape.value;
    return value;
  }

  private static double unit(int at, int size) {
    return 2.0 * at / (size - 1) - 1;
  }

  /// Roughly normal, with a deviation of about one: cheap, and the same on every machine.
  static double noise(SplittableRandom random) {
    long bits = random.nextLong();
    return ((bits & 0xFFFF) + (bits >>> 16 & 0xFFFF) + (bits >>> 32 & 0xFFFF) + (bits >>> 48)) / 37_837.0 - 3.464;
  }
}

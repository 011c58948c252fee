package umbra.practice.radiotherapy;

import java.util.List;
import java.util.Optional;
import umbra.practice.study.CtVolume;

/// An ellipse on each slice, which is where the phantom has that organ.
///
/// @param color red\green\blue
record Organ(int number, String name, String type, String color, Shape shape) {
  /// In units of half the image's side from its centre.
  record Ellipse(double x, double y, double a, double b) {
    boolean holds(double px, double py) {
      return Math.pow((px - x) / a, 2) + Math.pow((py - y) / b, 2) <= 1;
    }
  }

  /// The outline at a depth of 0 to 1; empty where there is none.
  interface Shape {
    Optional<Ellipse> at(double depth);
  }

  /// Where the plan aims at.
  static final Ellipse TARGET = new Ellipse(0.06, -0.04, 0.13, 0.13);
  static final double TARGET_DEPTH = 0.45;
  private static final double TARGET_HALF = 0.10;

  static List<Organ> all(String targetName) {
    return List.of(
        new Organ(1, "BODY", "EXTERNAL", "0\\255\\0", d -> Optional.of(new Ellipse(0, 0, 0.80 + 0.08 * Math.sin(Math.PI * d), 0.62))),
        new Organ(2, "Lung_L", "ORGAN", "80\\170\\255", d -> lung(0.36, d)),
        new Organ(3, "Lung_R", "ORGAN", "80\\220\\255", d -> lung(-0.36, d)),
        new Organ(4, "Heart", "ORGAN", "255\\90\\140", d -> d < 0.25 || d > 0.7 ? Optional.empty() : Optional.of(new Ellipse(0.06, -0.04, 0.16, 0.20))),
        new Organ(5, "SpinalCord", "ORGAN", "255\\220\\0", d -> Optional.of(new Ellipse(0, 0.38, 0.05, 0.05))),
        new Organ(6, targetName, "PTV", "255\\40\\40", Organ::target));
  }

  private static Optional<Ellipse> lung(double x, double depth) {
    return depth > 0.85 ? Optional.empty() : Optional.of(new Ellipse(x, -0.06, 0.24, 0.36 * (1 - depth)));
  }

  private static Optional<Ellipse> target(double depth) {
    double from = (depth - TARGET_DEPTH) / TARGET_HALF;
    if (Math.abs(from) >= 0.99) return Optional.empty();
    double r = Math.sqrt(1 - from * from);
    return Optional.of(new Ellipse(TARGET.x(), TARGET.y(), TARGET.a() * r, TARGET.b() * r));
  }

  /// x, y, z of the points of an outline in mm, joined by backslashes.
  static String contour(Ellipse ellipse, double z, int points) {
    var data = new StringBuilder();
    for (int i = 0; i < points; i++) {
      double angle = 2 * Math.PI * i / points;
      data.append(i == 0 ? "" : "\\").append(number(CtVolume.mm(ellipse.x() + ellipse.a() * Math.cos(angle)))).append('\\')
          .append(number(CtVolume.mm(ellipse.y() + ellipse.b() * Math.sin(angle)))).append('\\').append(number(z));
    }
    return data.toString();
  }

  static String number(double mm) {
    long tenths = Math.round(mm * 10);
    return tenths % 10 == 0 ? Long.toString(tenths / 10) : Double.toString(tenths / 10.0);
  }
}

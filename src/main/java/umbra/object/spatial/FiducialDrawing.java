package umbra.object.spatial;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import umbra.object.drawing.Drawable;
import umbra.object.drawing.DrawnFrame;
import umbra.object.drawing.Drawing;
import umbra.object.drawing.Drawing.Caption;
import umbra.object.drawing.Drawing.Line;
import umbra.object.drawing.Part;
import umbra.object.drawing.Shapes;

/// Fiducials on the images they were marked on, and those in space on the slices they lie in.
public final class FiducialDrawing implements Drawable {
  private final List<Fiducial> fiducials;

  public FiducialDrawing(List<Fiducial> fiducials) {
    this.fiducials = List.copyOf(fiducials);
  }

  @Override
  public List<Part> parts() {
    var parts = new ArrayList<Part>();
    for (var f : fiducials) {
      int number = parts.size() + 1;
      parts.add(new Part(number, f.name().isEmpty() ? "Fiducial " + number : f.name(), f.shape().toLowerCase(Locale.ROOT), f.description(), Part.color(number)));
    }
    return parts;
  }

  @Override
  public Set<String> names() {
    var names = new LinkedHashSet<String>();
    for (var f : fiducials) for (var mark : f.marks()) names.addAll(mark.images());
    return names;
  }

  @Override
  public Drawing on(DrawnFrame frame, Set<Integer> hidden) {
    var lines = new ArrayList<Line>();
    var captions = new ArrayList<Caption>();
    for (var part : parts()) {
      if (hidden.contains(part.number())) continue;
      var xy = place(fiducials.get(part.number() - 1), frame);
      if (xy.length < 2) continue;
      lines.addAll(Shapes.of(part.number(), part.kind(), xy, false, part.rgb()));
      captions.add(new Caption(part.number(), part.name(), xy[0], xy[1], part.rgb()));
    }
    return Drawing.of(lines, captions);
  }

  /// Where it is marked on the image, else where it lies in the slice.
  private static double[] place(Fiducial fiducial, DrawnFrame frame) {
    for (var mark : fiducial.marks()) if (NamedImages.hold(mark.images(), frame.sopInstanceUid(), frame.frame())) return mark.xy();
    return frame.pixels(fiducial.space(), fiducial.points());
  }

  /// Fiducials have no planes of their own.
  @Override
  public List<DrawnFrame> planes() {
    return List.of();
  }
}

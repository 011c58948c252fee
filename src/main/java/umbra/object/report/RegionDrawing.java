package umbra.object.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import umbra.object.drawing.Drawable;
import umbra.object.drawing.DrawnFrame;
import umbra.object.drawing.Drawing;
import umbra.object.drawing.Drawing.Caption;
import umbra.object.drawing.Drawing.Line;
import umbra.object.drawing.Part;
import umbra.object.drawing.Shapes;
import umbra.object.report.ContentItem.Shape;

/// The shapes of a report on the images they were drawn on (SCOORD), or on those of their space (SCOORD3D).
public final class RegionDrawing implements Drawable {
  /// @param images SOP Instance UIDs, with `#` and the number of the frame where one is named
  private record Region(Part part, Shape shape, Set<String> images) {}

  private final List<Region> regions = new ArrayList<>();

  public RegionDrawing(ContentItem root) {
    collect(root, Optional.empty());
  }

  private void collect(ContentItem item, Optional<ContentItem> parent) {
    item.shape().ifPresent(shape -> {
      int number = regions.size() + 1;
      var measured = parent.filter(p -> p.valueType().equals("NUM"));
      var name = measured.map(ContentItem::title).orElseGet(() -> parent.map(ContentItem::title).orElseGet(item::title));
      var part = new Part(number, name, shape.graphicType().toLowerCase(java.util.Locale.ROOT), measured.map(ContentItem::value).orElse(""), Part.color(number));
      var images = new LinkedHashSet<String>();
      for (var child : item.children()) {
        for (var reference : child.references()) {
          if (reference.frames().isEmpty()) images.add(reference.sopInstanceUid());
          reference.frames().forEach(f -> images.add(reference.sopInstanceUid() + "#" + f));
        }
      }
      regions.add(new Region(part, shape, images));
    });
    item.children().forEach(c -> collect(c, Optional.of(item)));
  }

  @Override
  public List<Part> parts() {
    return regions.stream().map(Region::part).toList();
  }

  @Override
  public Set<String> names() {
    var names = new LinkedHashSet<String>();
    regions.forEach(r -> names.addAll(r.images()));
    return names;
  }

  @Override
  public Drawing on(DrawnFrame frame, Set<Integer> hidden) {
    var lines = new ArrayList<Line>();
    var captions = new ArrayList<Caption>();
    for (var region : regions) {
      if (hidden.contains(region.part().number())) continue;
      var points = region.shape().inSpace() ? inSpace(region.shape(), frame) : onImage(region, frame);
      if (points.length < 2) continue;
      lines.addAll(Shapes.of(region.part().number(), region.shape().graphicType(), points, false, region.part().rgb()));
      captions.add(new Caption(region.part().number(), (region.part().name() + " " + region.part().detail()).strip(), points[0], points[1], region.part().rgb()));
    }
    return Drawing.of(lines, captions);
  }

  private static double[] onImage(Region region, DrawnFrame frame) {
    boolean here = region.images().contains(frame.sopInstanceUid()) || region.images().contains(frame.sopInstanceUid() + "#" + (frame.frame() + 1));
    return here ? region.shape().coordinates().stream().mapToDouble(Double::doubleValue).toArray() : new double[0];
  }

  private static double[] inSpace(Shape shape, DrawnFrame frame) {
    return frame.pixels(shape.frameOfReferenceUid(), shape.coordinates().stream().mapToDouble(Double::doubleValue).toArray());
  }

  /// A report has no planes of its own.
  @Override
  public List<DrawnFrame> planes() {
    return List.of();
  }
}

package umbra.object.spatial;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import umbra.object.drawing.Drawable;
import umbra.object.drawing.DrawnFrame;
import umbra.object.drawing.Drawing;
import umbra.object.drawing.Part;

/// Real-world values under the pointer; nothing is drawn.
public final class MappingDrawing implements Drawable {
  private final List<RealWorldMapping> mappings;

  public MappingDrawing(List<RealWorldMapping> mappings) {
    this.mappings = List.copyOf(mappings);
  }

  @Override
  public List<Part> parts() {
    var parts = new ArrayList<Part>();
    for (var m : mappings) {
      int number = parts.size() + 1;
      parts.add(new Part(number, m.label().isEmpty() ? "Mapping " + number : m.label(), m.unit(), m.explanation(), Part.color(number)));
    }
    return parts;
  }

  @Override
  public Set<String> names() {
    var names = new LinkedHashSet<String>();
    mappings.forEach(m -> names.addAll(m.images()));
    return names;
  }

  @Override
  public Drawing on(DrawnFrame frame, Set<Integer> hidden) {
    return Drawing.EMPTY;
  }

  /// Of all mappings of the image, by their labels.
  @Override
  public String value(DrawnFrame frame, double x, double y, OptionalDouble stored) {
    if (stored.isEmpty()) return "";
    var values = new ArrayList<String>();
    for (var m : mappings) {
      if (!NamedImages.hold(m.images(), frame.sopInstanceUid(), frame.frame())) continue;
      var value = m.value(stored.getAsDouble());
      if (value.isPresent()) values.add("%s %.4g %s".formatted(m.label(), value.getAsDouble(), m.unit().equals("1") ? "" : m.unit()).strip());
    }
    return values.isEmpty() ? "" : "stored " + BigDecimal.valueOf(stored.getAsDouble()).stripTrailingZeros().toPlainString() + " → " + String.join(", ", values);
  }

  @Override
  public List<DrawnFrame> planes() {
    return List.of();
  }
}

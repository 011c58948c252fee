package umbra.ocr.judge;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import umbra.ocr.TextBox;

/// Numbers along a ruler: three or more in one column or row, as far apart as their values say. Neither an age nor an identifier
/// stands so.
public final class Scales {
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,3}([.,]\\d)?");
  private static final int FEWEST = 3;

  /// @param along the middle of the text in the direction of the ruler
  private record Tick(TextBox text, double value, double along) {}

  private Scales() {}

  /// @param texts of one picture
  /// @return those that stand at a ruler, told apart by identity
  public static Set<TextBox> of(List<TextBox> texts) {
    var found = Collections.<TextBox>newSetFromMap(new IdentityHashMap<>());
    for (boolean down : new boolean[] {true, false}) {
      var ticks = ticks(texts, down);
      for (int i = 0; i < ticks.size(); i++) {
        for (int k = i + 1; k < ticks.size(); k++) found.addAll(line(ticks, ticks.get(i), ticks.get(k), down));
      }
    }
    return found;
  }

  private static List<Tick> ticks(List<TextBox> texts, boolean down) {
    var ticks = new ArrayList<Tick>();
    for (var text : texts) {
      var word = Folding.digits(text.text().strip());
      if (!NUMBER.matcher(word).matches()) continue;
      var box = text.box();
      ticks.add(new Tick(text, Double.parseDouble(word.replace(',', '.')), down ? box.y() + box.height() / 2.0 : box.x() + box.width() / 2.0));
    }
    return ticks;
  }

  /// All that stand where two of them say; empty if too few do.
  private static List<TextBox> line(List<Tick> ticks, Tick a, Tick b, boolean down) {
    if (a.value() == b.value() || !isAligned(a, b, down)) return List.of();
    double step = (b.along() - a.along()) / (b.value() - a.value());
    if (Math.abs(b.along() - a.along()) < a.text().box().height()) return List.of();
    var values = new HashSet<Double>();
    var here = new ArrayList<TextBox>();
    for (var tick : ticks) {
      double off = tick.along() - a.along() - step * (tick.value() - a.value());
      if (!isAligned(a, tick, down) || Math.abs(off) > Math.max(2, tick.text().box().height() / 5.0)) continue;
      if (values.add(tick.value())) here.add(tick.text());
    }
    return values.size() >= FEWEST ? here : List.of();
  }

  private static boolean isAligned(Tick a, Tick b, boolean down) {
    var one = a.text().box();
    var other = b.text().box();
    int reach = Math.max(3, Math.min(one.height(), other.height()) / 2);
    if (!down) return Math.abs(one.y() - other.y()) <= reach && Math.abs(one.height() - other.height()) <= reach;
    return Math.abs(one.x() - other.x()) <= reach || Math.abs(one.right() - other.right()) <= reach;
  }
}

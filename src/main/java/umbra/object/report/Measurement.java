package umbra.object.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A number of a report, and what it was measured of.
///
/// @param group the heading it stands below, with the identifier by which it is tracked
/// @param position of its content item
public record Measurement(String group, String name, String value, String position) {
  private static final String TRACKING_IDENTIFIER = "112039";

  /// All numbers in reading order.
  public static List<Measurement> of(ContentItem root) {
    var all = new ArrayList<Measurement>();
    collect(root, Optional.empty(), all);
    return List.copyOf(all);
  }

  private static void collect(ContentItem item, Optional<ContentItem> container, List<Measurement> all) {
    if (item.valueType().equals("NUM")) all.add(new Measurement(container.map(Measurement::title).orElse(""), item.title(), item.value(), item.position()));
    var within = item.valueType().equals("CONTAINER") ? Optional.of(item) : container;
    item.children().forEach(c -> collect(c, within, all));
  }

  private static String title(ContentItem container) {
    var tracked = container.children().stream().filter(c -> c.concept().filter(n -> n.value().equals(TRACKING_IDENTIFIER)).isPresent()).map(ContentItem::value).findFirst();
    return container.title() + tracked.map(t -> ": " + t).orElse("");
  }
}

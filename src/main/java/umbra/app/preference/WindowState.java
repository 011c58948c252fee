package umbra.app.preference;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// How the window was left.
///
/// @param left divider from 0 to 1 of the width; likewise `right`
/// @param recent workspaces, the newest first
public record WindowState(double x, double y, double width, double height, boolean maximised, double left, double right, boolean leftShown, boolean rightShown,
    List<Path> recent) {
  public static final WindowState DEFAULT = new WindowState(Double.NaN, Double.NaN, 1366, 768, false, 0.22, 0.65, true, true, List.of());
  private static final int MOST_RECENT = 8;
  /// Of a screen: a window that was never placed and would cover more of its width or height is maximised.
  private static final double MOST_COVERED = 0.9;

  public WindowState {
    recent = List.copyOf(recent);
  }

  /// Whether a place on the screen was ever remembered.
  public boolean isPlaced() {
    return !Double.isNaN(x) && !Double.isNaN(y);
  }

  public WindowState withRecent(Path workspace) {
    return withRecents(Stream.concat(Stream.of(workspace), recent.stream().filter(r -> !r.equals(workspace))).limit(MOST_RECENT).toList());
  }

  public WindowState withoutRecent(Path workspace) {
    return withRecents(recent.stream().filter(r -> !r.equals(workspace)).toList());
  }

  private WindowState withRecents(List<Path> paths) {
    return new WindowState(x, y, width, height, maximised, left, right, leftShown, rightShown, paths);
  }

  public WindowState withBounds(double newX, double newY, double newWidth, double newHeight) {
    return new WindowState(newX, newY, newWidth, newHeight, maximised, left, right, leftShown, rightShown, recent);
  }

  /// The same window wholly on the screen that shows most of it, and no larger than that screen; where no screen shows any of it, unplaced on the first one.
  ///
  /// @param screens the screens there are now, the main one first; at least one
  public WindowState fittedTo(List<ScreenArea> screens) {
    var most = screens.stream().max(Comparator.comparingDouble(s -> s.shared(this))).orElseThrow();
    boolean seen = isPlaced() && most.shared(this) > 0;
    var screen = seen ? most : screens.getFirst();
    double fittedWidth = Math.min(width, screen.width());
    double fittedHeight = Math.min(height, screen.height());
    if (seen) return withBounds(within(x, screen.x(), screen.width() - fittedWidth), within(y, screen.y(), screen.height() - fittedHeight), fittedWidth, fittedHeight);
    boolean tight = width > screen.width() * MOST_COVERED || height > screen.height() * MOST_COVERED;
    return withBounds(Double.NaN, Double.NaN, fittedWidth, fittedHeight).withMaximised(maximised || tight);
  }

  private static double within(double at, double start, double room) {
    return Math.clamp(at, start, start + room);
  }

  public WindowState withMaximised(boolean now) {
    return new WindowState(x, y, width, height, now, left, right, leftShown, rightShown, recent);
  }

  public WindowState withPanes(double newLeft, double newRight, boolean showLeft, boolean showRight) {
    return new WindowState(x, y, width, height, maximised, newLeft, newRight, showLeft, showRight, recent);
  }

  Map<String, String> texts() {
    var texts = new LinkedHashMap<String, String>();
    if (isPlaced()) {
      texts.put("x", Double.toString(x));
      texts.put("y", Double.toString(y));
    }
    texts.put("width", Double.toString(width));
    texts.put("height", Double.toString(height));
    texts.put("maximised", Boolean.toString(maximised));
    texts.put("left", Double.toString(left));
    texts.put("right", Double.toString(right));
    texts.put("leftShown", Boolean.toString(leftShown));
    texts.put("rightShown", Boolean.toString(rightShown));
    for (int i = 0; i < recent.size(); i++) texts.put("recent." + i, recent.get(i).toString());
    return texts;
  }

  static WindowState of(Map<String, String> texts) {
    var recent = new ArrayList<Path>();
    for (int i = 0; i < MOST_RECENT && texts.containsKey("recent." + i); i++) recent.add(Path.of(texts.get("recent." + i)));
    return new WindowState(number(texts, "x", DEFAULT.x), number(texts, "y", DEFAULT.y), Math.max(640, number(texts, "width", DEFAULT.width)),
        Math.max(400, number(texts, "height", DEFAULT.height)), Boolean.parseBoolean(texts.get("maximised")), share(texts, "left", DEFAULT.left),
        share(texts, "right", DEFAULT.right), !"false".equals(texts.get("leftShown")), !"false".equals(texts.get("rightShown")), recent);
  }

  private static double share(Map<String, String> texts, String name, double otherwise) {
    double share = number(texts, name, otherwise);
    return share > 0 && share < 1 ? share : otherwise;
  }

  private static double number(Map<String, String> texts, String name, double otherwise) {
    try {
      double number = Double.parseDouble(texts.getOrDefault(name, ""));
      return Double.isFinite(number) ? number : otherwise;
    } catch (NumberFormatException _) {
      return otherwise;
    }
  }
}

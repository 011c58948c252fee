package umbra.app.shell;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TreeTableView;

/// Where the keys go on each page: where they went when it was left, at first to its main list or button.
final class Focus {
  private final Map<String, Node> last = new HashMap<>();

  /// @param screen what is about to leave the window
  void leave(String id, Node screen) {
    owner(screen).filter(o -> isWithin(o, screen)).ifPresent(o -> last.put(id, o));
  }

  /// @param screen what has just come into the window
  void enter(String id, Node screen) {
    if (screen.getScene() == null) return;
    screen.getScene().getRoot().applyCss();
    screen.getScene().getRoot().layout(); // makes the nodes that controls such as split panes hold
    Optional.ofNullable(last.get(id)).filter(n -> isWithin(n, screen) && isThere(n)).or(() -> all(screen).filter(Focus::isMain).filter(Focus::isThere).findFirst()).ifPresent(Node::requestFocus);
  }

  static Optional<Node> owner(Node screen) {
    return Optional.ofNullable(screen.getScene()).map(s -> s.getFocusOwner());
  }

  private static boolean isMain(Node node) {
    return node instanceof ListView<?> || node instanceof TableView<?> || node instanceof TreeTableView<?> || node instanceof Button b && b.isDefaultButton();
  }

  private static boolean isThere(Node node) {
    if (node.isDisabled()) return false;
    for (Node n = node; n != null; n = n.getParent()) if (!n.isVisible()) return false;
    return true;
  }

  private static boolean isWithin(Node node, Node screen) {
    for (var n = node; n != null; n = n.getParent()) if (n == screen) return true;
    return false;
  }

  private static Stream<Node> all(Node node) {
    return node instanceof Parent p ? Stream.concat(Stream.of(node), p.getChildrenUnmodifiable().stream().flatMap(Focus::all)) : Stream.of(node);
  }
}

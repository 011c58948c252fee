package umbra.app.page;

import java.util.List;
import javafx.scene.Node;
import umbra.app.action.Action;

/// A screen that fills the window: browse, text values, findings, de-identify, audit.
public interface Page {
  /// Stable, such as `values`.
  String id();

  String title();

  /// A feather icon literal.
  String icon();

  /// One line that says what the page is for.
  String hint();

  /// Made once, when the page is first shown.
  Node node();

  /// What can be done on it, in the order of the menu.
  List<Action> actions();

  /// Called each time it comes to the front: the place to read what changed elsewhere.
  void shown();
}

package umbra.app.object;

import java.util.List;
import javafx.scene.Node;
import umbra.app.action.Action;
import umbra.catalog.InstanceRow;

/// The part of a view that is of one family of objects.
public interface Face<T> {
  boolean shows(InstanceRow first);

  Node node();

  void show(T content);

  /// Lets go of what is shown.
  void clear();

  List<Action> actions();
}

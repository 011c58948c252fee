package umbra.app.page;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import umbra.app.action.Action;
import umbra.catalog.InstanceRow;

/// What stands to the right of the content on the browse page, such as the inspector.
public interface SidePane {
  String title();

  Node node();

  /// Shows the instance in front, or nothing; cheap to call for every slice scrolled past.
  void follow(Optional<InstanceRow> current);

  List<Action> actions();
}

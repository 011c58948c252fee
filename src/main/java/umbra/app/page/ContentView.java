package umbra.app.page;

import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import umbra.app.action.Action;
import umbra.catalog.InstanceRow;
import umbra.catalog.SeriesRow;

/// What shows a series in the centre of the browse page: the image viewer, or the view of another family of objects.
public interface ContentView {
  /// Whether this is the view for a series, judged by its first instance.
  boolean shows(InstanceRow first);

  Node node();

  /// @param instances of the series in viewing order, never empty
  void show(SeriesRow series, List<InstanceRow> instances);

  /// Shows nothing, and lets go of open files.
  void clear();

  /// The instance in front; the inspector follows it.
  ObservableValue<Optional<InstanceRow>> current();

  List<Action> actions();
}

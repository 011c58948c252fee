package umbra.app.review.finding;

import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.util.Callback;

/// Makes the cells of the list of findings.
public final class FindingCells {
  private FindingCells() {}

  public static Callback<ListView<FindingLine>, ListCell<FindingLine>> factory(FindingCrops crops) {
    return _ -> new FindingCell(crops);
  }
}

package umbra.app.deidentify.plan;

import javafx.scene.control.TableCell;
import javafx.scene.layout.Region;
import umbra.deid.Retention;

/// Kept, cleaned, replaced and removed as one bar.
final class ShareBar extends Region {
  private final Region[] parts = {new Region(), new Region(), new Region(), new Region()};
  private final double[] shares = new double[4];

  ShareBar() {
    var words = new String[] {"kept", "cleaned", "replaced", "removed"};
    for (int i = 0; i < 4; i++) parts[i].getStyleClass().setAll("share-" + words[i]);
    getChildren().addAll(parts);
    setMinHeight(8);
  }

  void show(Retention r) {
    var counts = new int[] {r.kept(), r.cleaned(), r.replaced(), r.removed()};
    for (int i = 0; i < 4; i++) shares[i] = r.in() == 0 ? 0 : (double) counts[i] / r.in();
    setAccessibleText("%d kept, %d cleaned, %d replaced, %d removed".formatted(counts[0], counts[1], counts[2], counts[3]));
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    double x = 0;
    for (int i = 0; i < 4; i++) {
      double width = shares[i] * getWidth();
      parts[i].resizeRelocate(x, 0, width, getHeight());
      x += width;
    }
  }

  /// In a table.
  static final class Cell extends TableCell<ShareRow, ShareRow> {
    private final ShareBar bar = new ShareBar();

    Cell() {
      bar.setMaxHeight(10);
    }

    @Override
    protected void updateItem(ShareRow row, boolean empty) {
      super.updateItem(row, empty);
      setGraphic(empty || row == null ? null : bar);
      if (!empty && row != null) bar.show(row.retention());
    }
  }
}

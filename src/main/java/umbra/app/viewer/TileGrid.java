package umbra.app.viewer;

import java.util.List;
import javafx.scene.layout.Region;
import umbra.app.viewer.tile.TileView;

/// Tiles of equal size, side by side with a line between them.
final class TileGrid extends Region {
  private static final double GAP = 2;

  private int rows = 1;
  private int columns = 1;

  TileGrid(List<TileView> tiles) {
    getStyleClass().add("tiles");
    getChildren().addAll(tiles);
    setMinSize(0, 0);
  }

  /// @param shown row by row; the others are hidden
  void show(int newRows, int newColumns, List<TileView> shown) {
    rows = newRows;
    columns = newColumns;
    for (var tile : getChildren()) {
      tile.setVisible(shown.contains(tile));
      tile.setManaged(shown.contains(tile));
    }
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    double wide = (getWidth() - GAP * (columns - 1)) / columns;
    double high = (getHeight() - GAP * (rows - 1)) / rows;
    int at = 0;
    for (var tile : getManagedChildren()) {
      double x = snapPositionX(at % columns * (wide + GAP));
      double y = snapPositionY(at / columns * (high + GAP));
      tile.resizeRelocate(x, y, snapSizeX(wide), snapSizeY(high));
      at++;
    }
  }
}

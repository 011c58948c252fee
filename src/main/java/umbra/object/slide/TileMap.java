package umbra.object.slide;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import umbra.dicom.DataSet;
import umbra.dicom.Tag;
import umbra.dicom.Tags;

/// Which frame shows which part of the Total Pixel Matrix (PS3.3 C.7.6.17.3 and C.8.12.14.1), of the first focal plane and optical path.
///
/// Costs nothing for a full tiling, and three integers a frame for a sparse one.
public final class TileMap {
  private static final Tag ORGANISATION_TYPE = Tag.of(0x0020, 0x9311);
  private static final Tag CONCATENATION_OFFSET = Tag.of(0x0020, 0x9228);
  private static final Tag PLANE_POSITION_SLIDE = Tag.of(0x0048, 0x021A);
  private static final Tag COLUMN_POSITION = Tag.of(0x0048, 0x021E);
  private static final Tag ROW_POSITION = Tag.of(0x0048, 0x021F);
  private static final Tag Z_OFFSET = Tag.of(0x0040, 0x074A);
  private static final Tag OPTICAL_PATH_IDENTIFICATION = Tag.of(0x0048, 0x0207);
  private static final Tag OPTICAL_PATH = Tag.of(0x0048, 0x0106);

  /// A tile.
  ///
  /// @param frame index from 0
  /// @param x of its left edge in the Total Pixel Matrix, from 0
  public record Tile(int frame, int x, int y) {}

  private final int tileColumns;
  private final int tileRows;
  /// Of a full tiling; 0 for a sparse one.
  private final int across;
  private final int firstFrame;
  private final int count;
  /// Of a sparse tiling: tiles by row, then column.
  private final Tile[] sparse;

  private TileMap(int tileColumns, int tileRows, int across, int firstFrame, int count, Tile[] sparse) {
    this.tileColumns = tileColumns;
    this.tileRows = tileRows;
    this.across = across;
    this.firstFrame = firstFrame;
    this.count = count;
    this.sparse = sparse;
  }

  static TileMap of(DataSet d, int columns, int rows, int tileColumns, int tileRows) {
    int frames = Math.max(1, d.integer(Tags.NUMBER_OF_FRAMES).orElse(1));
    var perFrame = d.items(Tags.PER_FRAME_FUNCTIONAL_GROUPS);
    if (!d.text(ORGANISATION_TYPE).orElse("").equals("TILED_FULL") && perFrame.size() >= 1) {
      var tiles = sparse(perFrame, frames);
      if (!tiles.isEmpty()) return new TileMap(tileColumns, tileRows, 0, 0, tiles.size(), tiles.toArray(Tile[]::new));
    }
    int across = (columns + tileColumns - 1) / tileColumns;
    long down = (rows + tileRows - 1) / tileRows;
    int first = Math.max(0, d.integer(CONCATENATION_OFFSET).orElse(0));
    int count = (int) Math.clamp(across * down - first, 0, frames);
    return new TileMap(tileColumns, tileRows, across, first, count, new Tile[0]);
  }

  private static List<Tile> sparse(List<DataSet> perFrame, int frames) {
    var tiles = new ArrayList<Tile>();
    var path = "";
    double depth = Double.NaN;
    for (int i = 0; i < Math.min(frames, perFrame.size()); i++) {
      var position = perFrame.get(i).items(PLANE_POSITION_SLIDE);
      if (position.isEmpty()) continue;
      var column = position.getFirst().integer(COLUMN_POSITION);
      var row = position.getFirst().integer(ROW_POSITION);
      if (column.isEmpty() || row.isEmpty()) continue;
      double z = position.getFirst().decimal(Z_OFFSET, 0).orElse(0);
      var own = perFrame.get(i).items(OPTICAL_PATH_IDENTIFICATION).stream().flatMap(p -> p.text(OPTICAL_PATH).stream()).findFirst().orElse("");
      if (tiles.isEmpty()) {
        path = own;
        depth = z;
      }
      if (own.equals(path) && z == depth) tiles.add(new Tile(i, column.getAsInt() - 1, row.getAsInt() - 1));
    }
    tiles.sort((a, b) -> a.y() != b.y() ? Integer.compare(a.y(), b.y()) : Integer.compare(a.x(), b.x()));
    return tiles;
  }

  /// Whether frames follow each other row by row and none is left out.
  public boolean isFull() {
    return across > 0;
  }

  /// How many tiles there are.
  public int size() {
    return count;
  }

  /// The tiles that touch a part of the matrix; edges in pixels, the lower ones left out.
  ///
  /// @param most no more are looked for
  public List<Tile> within(double left, double top, double right, double bottom, int most) {
    if (!(right > left && bottom > top)) return List.of();
    return isFull() ? full(left, top, right, bottom, most) : scattered(left, top, right, bottom, most);
  }

  private List<Tile> full(double left, double top, double right, double bottom, int most) {
    var tiles = new ArrayList<Tile>();
    int lastColumn = (int) Math.min(across - 1.0, Math.ceil(right / tileColumns) - 1);
    int lastRow = (int) Math.min((double) (firstFrame + count) / across, Math.ceil(bottom / tileRows) - 1);
    for (int row = (int) Math.max(0, Math.floor(top / tileRows)); row <= lastRow && tiles.size() < most; row++) {
      for (int column = (int) Math.max(0, Math.floor(left / tileColumns)); column <= lastColumn && tiles.size() < most; column++) {
        long frame = (long) row * across + column - firstFrame;
        if (frame >= 0 && frame < count) tiles.add(new Tile((int) frame, column * tileColumns, row * tileRows));
      }
    }
    return tiles;
  }

  private List<Tile> scattered(double left, double top, double right, double bottom, int most) {
    var tiles = new ArrayList<Tile>();
    int low = 0;
    int high = sparse.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sparse[middle].y() + tileRows <= top) low = middle + 1;
      else high = middle;
    }
    for (int i = low; i < sparse.length && sparse[i].y() < bottom && tiles.size() < most; i++) {
      if (sparse[i].x() < right && sparse[i].x() + tileColumns > left) tiles.add(sparse[i]);
    }
    return tiles;
  }

  @Override
  public String toString() {
    return (isFull() ? "full tiling of " : "sparse tiling of ") + count + " tiles" + (sparse.length > 0 ? ", first " + Arrays.asList(sparse).getFirst() : "");
  }
}

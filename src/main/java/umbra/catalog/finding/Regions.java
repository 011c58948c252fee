package umbra.catalog.finding;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import umbra.catalog.Catalog;

/// Reads the boxes to blacken; they are drawn and taken away as edits of [ReviewKinds#REGION].
public final class Regions {
  static final String COLUMNS = "id, series_id, instance_id, frame_first, frame_last, x, y, width, height, author, reason";

  private final Catalog catalog;

  public Regions(Catalog catalog) {
    this.catalog = catalog;
  }

  /// A number nobody had, for a region to come.
  public long nextId() {
    return catalog.newId();
  }

  public List<RegionRow> ofSeries(long series) {
    return catalog.read(connection -> {
      try (var find = connection.prepareStatement("SELECT " + COLUMNS + " FROM region WHERE series_id = ? ORDER BY id")) {
        return ofSeries(find, series);
      }
    });
  }

  static List<RegionRow> ofSeries(PreparedStatement find, long series) throws SQLException {
    find.setLong(1, series);
    return rows(find);
  }

  /// One page of all, in the order of their making.
  ///
  /// @param after id of the last row of the page before; 0 for the first page
  public List<RegionRow> page(long after, int limit) {
    return catalog.read(connection -> {
      try (var find = connection.prepareStatement("SELECT " + COLUMNS + " FROM region WHERE id > ? ORDER BY id LIMIT ?")) {
        find.setLong(1, after);
        find.setInt(2, limit);
        return rows(find);
      }
    });
  }

  private static List<RegionRow> rows(PreparedStatement find) throws SQLException {
    try (var r = find.executeQuery()) {
      var rows = new ArrayList<RegionRow>();
      while (r.next()) rows.add(row(r));
      return rows;
    }
  }

  static RegionRow row(ResultSet r) throws SQLException {
    return new RegionRow(r.getLong(1), r.getLong(2), r.getLong(3), r.getInt(4), r.getInt(5), r.getInt(6), r.getInt(7), r.getInt(8), r.getInt(9), r.getString(10), r.getString(11));
  }
}

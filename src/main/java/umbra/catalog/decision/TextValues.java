package umbra.catalog.decision;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import umbra.catalog.Catalog;

/// The grid of distinct texts: counted series by series, decided once for all equals.
public final class TextValues {
  /// How often a text stands in some instances of one series, and what it looks like there.
  public record Use(long count, String resembles) {
    public Use plus(Use other) {
      return new Use(count + other.count, resembles.isEmpty() ? other.resembles : resembles);
    }
  }

  private static final int LONGEST = 32_768;
  private final Catalog catalog;

  public TextValues(Catalog catalog) {
    this.catalog = catalog;
  }

  /// Forgets the counts of series of which an instance is gone, so that they are counted anew.
  public void forgetStale() {
    catalog.write(connection -> {
      var series = new ArrayList<Long>();
      try (var find = connection.prepareStatement("SELECT DISTINCT t.series_id FROM text_scan t LEFT JOIN instance i ON i.id = t.instance_id WHERE i.id IS NULL"); var r = find.executeQuery()) {
        while (r.next()) series.add(r.getLong(1));
      }
      for (var id : series) {
        for (var table : List.of("text_use", "text_scan")) {
          try (var delete = connection.prepareStatement("DELETE FROM " + table + " WHERE series_id = ?")) {
            delete.setLong(1, id);
            delete.executeUpdate();
          }
        }
      }
      return null;
    });
  }

  public Set<Long> scanned(long series) {
    return catalog.read(connection -> {
      try (var find = connection.prepareStatement("SELECT instance_id FROM text_scan WHERE series_id = ?")) {
        find.setLong(1, series);
        var ids = new HashSet<Long>();
        try (var r = find.executeQuery()) {
          while (r.next()) ids.add(r.getLong(1));
        }
        return ids;
      }
    });
  }

  /// Adds what stands in instances of a series, and marks these as counted, in one transaction.
  public void add(long series, Set<Long> instances, Map<TextPlace, Use> uses) {
    catalog.write(connection -> {
      for (var e : uses.entrySet()) addUse(connection, id(connection, e.getKey()), series, e.getValue());
      try (var mark = connection.prepareStatement("MERGE INTO text_scan KEY (instance_id) VALUES (?, ?)")) {
        for (var instance : instances) {
          mark.setLong(1, instance);
          mark.setLong(2, series);
          mark.addBatch();
        }
        mark.executeBatch();
      }
      return null;
    });
  }

  private static void addUse(Connection connection, long value, long series, Use use) throws SQLException {
    try (var update = connection.prepareStatement("UPDATE text_use SET uses = uses + ?, resembles = CASE WHEN resembles = '' THEN ? ELSE resembles END WHERE value_id = ? AND series_id = ?")) {
      update.setLong(1, use.count());
      update.setString(2, use.resembles());
      update.setLong(3, value);
      update.setLong(4, series);
      if (update.executeUpdate() > 0) return;
    }
    try (var insert = connection.prepareStatement("INSERT INTO text_use VALUES (?, ?, ?, ?)")) {
      insert.setLong(1, value);
      insert.setLong(2, series);
      insert.setLong(3, use.count());
      insert.setString(4, use.resembles());
      insert.executeUpdate();
    }
  }

  /// The number of a text, which it gets when first asked for: a decision may come before the text.
  public long id(TextPlace place) {
    return catalog.write(connection -> id(connection, place));
  }

  private static long id(Connection connection, TextPlace place) throws SQLException {
    try (var find = connection.prepareStatement("SELECT id FROM text_value WHERE digest = ?")) {
      find.setString(1, place.digest());
      try (var r = find.executeQuery()) {
        if (r.next()) return r.getLong(1);
      }
    }
    try (var insert = connection.prepareStatement("INSERT INTO text_value SELECT COALESCE(MAX(id), 0) + 1, ?, ?, ?, ?, ? FROM text_value")) {
      insert.setString(1, place.digest());
      insert.setString(2, place.place());
      insert.setString(3, place.creator());
      insert.setString(4, place.vr());
      insert.setString(5, place.text().length() > LONGEST ? place.text().substring(0, LONGEST) : place.text());
      insert.executeUpdate();
    }
    return id(connection, place);
  }

  /// One page of the texts in use, in the order of their places and then of the texts.
  ///
  /// @param after the last row of the page before
  public List<TextRow> rows(Optional<TextRow> after, int limit) {
    var sql = "SELECT v.id, v.place, v.creator, v.vr, v.content, SUM(u.uses), COUNT(DISTINCT t.subject_id), COUNT(DISTINCT u.series_id),"
        + " (SELECT LISTAGG(DISTINCT w.resembles, ' ') WITHIN GROUP (ORDER BY w.resembles) FROM text_use w WHERE w.value_id = v.id AND w.resembles <> ''),"
        + " COALESCE((SELECT d.decision FROM text_decision d WHERE d.value_id = v.id),"
        + " (SELECT d.decision FROM text_decision d JOIN text_value a ON a.id = d.value_id WHERE a.place = '' AND a.content = v.content))"
        + " FROM text_value v JOIN text_use u ON u.value_id = v.id JOIN series s ON s.id = u.series_id JOIN study t ON t.id = s.study_id"
        + (after.isPresent() ? " WHERE (v.place, v.creator, v.content, v.id) > (?, ?, ?, ?)" : "")
        + " GROUP BY v.id, v.place, v.creator, v.vr, v.content ORDER BY v.place, v.creator, v.content, v.id LIMIT ?";
    return catalog.read(connection -> {
      try (var find = connection.prepareStatement(sql)) {
        int at = 1;
        if (after.isPresent()) {
          find.setString(at++, after.get().where().place());
          find.setString(at++, after.get().where().creator());
          find.setString(at++, after.get().where().text());
          find.setLong(at++, after.get().id());
        }
        find.setInt(at, limit);
        var rows = new ArrayList<TextRow>();
        try (var r = find.executeQuery()) {
          while (r.next()) {
            rows.add(new TextRow(r.getLong(1), new TextPlace(r.getString(2), r.getString(3), r.getString(4), r.getString(5)), r.getLong(6), r.getLong(7), r.getLong(8),
                Optional.ofNullable(r.getString(9)).orElse(""), Optional.ofNullable(r.getString(10))));
          }
        }
        return rows;
      }
    });
  }

  /// A series in which a text stands.
  public Optional<Long> seriesOf(long value) {
    return catalog.read(connection -> {
      try (var find = connection.prepareStatement("SELECT MIN(series_id) FROM text_use WHERE value_id = ?")) {
        find.setLong(1, value);
        try (var r = find.executeQuery()) {
          return r.next() ? Optional.ofNullable(r.getObject(1, Long.class)) : Optional.empty();
        }
      }
    });
  }

  /// All decisions by the digest of their text, for those who ask for many.
  public Decided decided() {
    return catalog.read(connection -> {
      var byDigest = new HashMap<String, String>();
      try (var find = connection.prepareStatement("SELECT v.digest, d.decision FROM text_decision d JOIN text_value v ON v.id = d.value_id"); var r = find.executeQuery()) {
        while (r.next()) byDigest.put(r.getString(1), r.getString(2));
      }
      return new Decided(Map.copyOf(byDigest));
    });
  }

  /// A snapshot of the decisions. Safe for use by several threads.
  public record Decided(Map<String, String> byDigest) {
    /// As [DecisionKinds#TEXT] stores it; that for the place comes before that for every place.
    public Optional<String> find(TextPlace place) {
      if (byDigest.isEmpty()) return Optional.empty();
      var here = byDigest.get(place.digest());
      return here != null ? Optional.of(here) : Optional.ofNullable(byDigest.get(place.anywhere().digest()));
    }
  }
}

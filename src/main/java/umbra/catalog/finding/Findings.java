package umbra.catalog.finding;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import umbra.catalog.Catalog;

/// Keeps findings. Looking again at an instance replaces what its detector saw before, but not what a person decided on it: see [Succession].
public final class Findings {
  private static final String COLUMNS = "f.kind, f.severity, f.frame_first, f.frame_last, f.x, f.y, f.width, f.height, f.tag_path, f.content, f.why, f.confidence";
  private static final String PLACE = ", f.id, f.instance_id, p.patient_id, t.study_instance_uid, s.series_instance_uid, i.sop_instance_uid, s.id"
      + " FROM finding f JOIN instance i ON i.id = f.instance_id JOIN series s ON s.id = i.series_id JOIN study t ON t.id = s.study_id JOIN subject p ON p.id = t.subject_id";
  private static final String STORED = "SELECT " + COLUMNS + ", f.state" + PLACE;
  private static final String ROW = "SELECT " + COLUMNS + ", CASE WHEN f.state = 'OPEN' THEN COALESCE(r.state, f.state) ELSE f.state END" + PLACE
      // what resembles the header of its own subject, or could not be read, is never harmless by a rule
      + " LEFT JOIN text_rule r ON f.content <> '' AND r.content = f.content AND r.state <> 'OPEN' AND (r.state = 'REDACT' OR f.kind <> 'text-subject' AND f.kind <> 'text-unreadable')";

  private final Catalog catalog;

  public Findings(Catalog catalog) {
    this.catalog = catalog;
  }

  /// The engine that looked at an instance last; empty if none did to the end.
  public Optional<String> engine(long instance, String detector) {
    return catalog.read(connection -> {
      try (var statement = connection.prepareStatement("SELECT engine FROM scanned WHERE instance_id = ? AND detector = ?")) {
        statement.setLong(1, instance);
        statement.setString(2, detector);
        try (var row = statement.executeQuery()) {
          return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
        }
      }
    });
  }

  /// How many instances no engine of this detector has looked at to the end.
  public long unseen(String detector) {
    return catalog.read(connection -> {
      try (var count = connection.prepareStatement("SELECT COUNT(*) FROM instance i WHERE NOT EXISTS (SELECT 1 FROM scanned s WHERE s.instance_id = i.id AND s.detector = ?)")) {
        count.setString(1, detector);
        try (var row = count.executeQuery()) {
          row.next();
          return row.getLong(1);
        }
      }
    });
  }

  /// Series in which something will be blackened: by a box, or by a finding decided so.
  public Set<Long> redactedSeries() {
    return catalog.read(connection -> {
      var series = new HashSet<Long>();
      try (var find = connection.prepareStatement("SELECT DISTINCT series_id FROM region UNION SELECT DISTINCT i.series_id FROM finding f JOIN instance i ON i.id = f.instance_id"
          + " LEFT JOIN text_rule r ON f.content <> '' AND r.content = f.content WHERE f.width > 0 AND f.tag_path = '' AND (f.state = 'REDACT' OR f.state = 'OPEN' AND r.state = 'REDACT')");
          var row = find.executeQuery()) {
        while (row.next()) series.add(row.getLong(1));
      }
      return Set.copyOf(series);
    });
  }

  /// What a detector saw in one instance.
  ///
  /// @param engine empty if it could not look, so that it is tried again
  /// @param reading what it read before judging, see [Readings]; empty keeps what is there
  public record Looked(long instance, Optional<String> engine, List<Finding> seen, Optional<Readings.Reading> reading) {}

  /// Stores all that a detector saw in an instance.
  ///
  /// @param engine empty if it could not look, so that it is tried again
  public void replace(long instance, String detector, Optional<String> engine, List<Finding> seen) {
    replaceAll(detector, List.of(new Looked(instance, engine, seen, Optional.empty())));
  }

  /// As [#replace] for several instances, in one transaction: one wait for the disk.
  public void replaceAll(String detector, List<Looked> all) {
    if (all.isEmpty()) return;
    catalog.write(connection -> {
      for (var looked : all) {
        if (looked.reading().isPresent()) Readings.put(connection, looked.instance(), detector, looked.reading().get());
        var before = stored(connection, looked.instance(), detector);
        put(connection, looked.instance(), detector, before, Succession.of(before, looked.seen()));
        forget(connection, looked.instance(), detector);
        if (looked.engine().isPresent()) scanned(connection, looked.instance(), detector, looked.engine().get());
      }
      return all.size();
    });
  }

  private static void scanned(Connection connection, long instance, String detector, String engine) throws SQLException {
    try (var statement = connection.prepareStatement("INSERT INTO scanned VALUES (?, ?, ?)")) {
      statement.setLong(1, instance);
      statement.setString(2, detector);
      statement.setString(3, engine);
      statement.executeUpdate();
    }
  }

  private static void forget(Connection connection, long instance, String detector) throws SQLException {
    try (var statement = connection.prepareStatement("DELETE FROM scanned WHERE instance_id = ? AND detector = ?")) {
      statement.setLong(1, instance);
      statement.setString(2, detector);
      statement.executeUpdate();
    }
  }

  private static List<FindingRow> stored(Connection connection, long instance, String detector) throws SQLException {
    try (var statement = connection.prepareStatement(STORED + " WHERE f.instance_id = ? AND f.detector = ? ORDER BY f.id")) {
      statement.setLong(1, instance);
      statement.setString(2, detector);
      return rows(statement);
    }
  }

  private static void put(Connection connection, long instance, String detector, List<FindingRow> before, Succession now) throws SQLException {
    var stay = new HashSet<Long>();
    now.kept().forEach(r -> stay.add(r.id()));
    now.seen().forEach(s -> stay.add(s.id()));
    try (var delete = connection.prepareStatement("DELETE FROM finding WHERE id = ?")) {
      for (var row : before) {
        if (stay.contains(row.id())) continue;
        delete.setLong(1, row.id());
        delete.addBatch();
      }
      delete.executeBatch();
    }
    try (var insert = connection.prepareStatement("INSERT INTO finding (instance_id, detector, state, kind, severity, frame_first, frame_last, x, y, width, height,"
            + " tag_path, content, why, confidence, id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, DEFAULT)");
        var update = connection.prepareStatement("UPDATE finding SET instance_id = ?, detector = ?, state = ?, kind = ?, severity = ?, frame_first = ?, frame_last = ?, x = ?, y = ?,"
            + " width = ?, height = ?, tag_path = ?, content = ?, why = ?, confidence = ? WHERE id = ?")) {
      for (var successor : now.seen()) {
        var statement = successor.id() == 0 ? insert : update;
        set(statement, instance, detector, successor);
        if (successor.id() != 0) statement.setLong(16, successor.id());
        statement.addBatch();
      }
      insert.executeBatch();
      update.executeBatch();
    }
  }

  private static void set(PreparedStatement statement, long instance, String detector, Succession.Successor successor) throws SQLException {
    var finding = successor.finding();
    statement.setLong(1, instance);
    statement.setString(2, detector);
    statement.setString(3, successor.state().name());
    statement.setString(4, finding.kind());
    statement.setString(5, finding.severity().name());
    int[] numbers = {finding.firstFrame(), finding.lastFrame(), finding.x(), finding.y(), finding.width(), finding.height()};
    for (int i = 0; i < numbers.length; i++) statement.setInt(6 + i, numbers[i]);
    statement.setString(12, finding.tagPath());
    statement.setString(13, finding.text());
    statement.setString(14, finding.why());
    statement.setDouble(15, finding.confidence());
  }

  /// A page of all findings in a stable order.
  ///
  /// @param after id of the last row of the page before; 0 for the first
  public List<FindingRow> page(long after, int limit) {
    return catalog.read(connection -> {
      try (var statement = connection.prepareStatement(ROW + " WHERE f.id > ? ORDER BY f.id LIMIT ?")) {
        statement.setLong(1, after);
        statement.setInt(2, limit);
        return decided(connection, statement);
      }
    });
  }

  /// Those of one detector.
  public List<FindingRow> ofInstance(long instance, String detector) {
    return catalog.read(connection -> {
      try (var statement = connection.prepareStatement(ROW + " WHERE f.instance_id = ? AND f.detector = ? ORDER BY f.id")) {
        statement.setLong(1, instance);
        statement.setString(2, detector);
        return decided(connection, statement);
      }
    });
  }

  public List<FindingRow> ofInstance(long instance) {
    return catalog.read(connection -> {
      try (var statement = connection.prepareStatement(ROW + " WHERE f.instance_id = ? ORDER BY f.id")) {
        statement.setLong(1, instance);
        return decided(connection, statement);
      }
    });
  }

  /// Those of a series, the worst first.
  public List<FindingRow> ofSeries(long series) {
    return catalog.read(connection -> {
      try (var statement = connection.prepareStatement(ROW + " WHERE i.series_id = ? ORDER BY CASE f.severity WHEN 'SUSPECT' THEN 0 WHEN 'UNCLEAR' THEN 1 ELSE 2 END, f.id")) {
        statement.setLong(1, series);
        return decided(connection, statement);
      }
    });
  }

  /// What stands at the finding itself, whatever a rule says; empty if it is there no more.
  public Optional<FindingState> stored(long id) {
    return catalog.read(connection -> {
      try (var find = connection.prepareStatement("SELECT state FROM finding WHERE id = ?")) {
        find.setLong(1, id);
        try (var row = find.executeQuery()) {
          return row.next() ? Optional.of(FindingState.valueOf(row.getString(1))) : Optional.empty();
        }
      }
    });
  }

  /// Open findings that boxes hide wholly count as to be redacted, for as long as the boxes are there.
  private static List<FindingRow> decided(Connection connection, PreparedStatement statement) throws SQLException {
    var rows = new ArrayList<FindingRow>();
    Map<Long, List<RegionRow>> boxes = new HashMap<>();
    try (var ofSeries = connection.prepareStatement("SELECT " + Regions.COLUMNS + " FROM region WHERE series_id = ? ORDER BY id"); var r = statement.executeQuery()) {
      while (r.next()) {
        var row = row(r);
        long series = r.getLong(20);
        if (row.state() == FindingState.OPEN && !boxes.containsKey(series)) boxes.put(series, Regions.ofSeries(ofSeries, series));
        boolean hidden = row.state() == FindingState.OPEN && Coverage.isWhole(row.finding(), row.instance(), boxes.get(series));
        rows.add(hidden ? row.boxed() : row);
      }
    }
    return List.copyOf(rows);
  }

  private static List<FindingRow> rows(PreparedStatement statement) throws SQLException {
    var rows = new ArrayList<FindingRow>();
    try (var r = statement.executeQuery()) {
      while (r.next()) rows.add(row(r));
    }
    return List.copyOf(rows);
  }

  private static FindingRow row(ResultSet r) throws SQLException {
    var finding = new Finding(r.getString(1), Severity.valueOf(r.getString(2)), r.getInt(3), r.getInt(4), r.getInt(5), r.getInt(6), r.getInt(7), r.getInt(8), r.getString(9),
        r.getString(10), r.getString(11), r.getDouble(12));
    return new FindingRow(r.getLong(14), r.getLong(15), r.getString(16), r.getString(17), r.getString(18), r.getString(19), FindingState.valueOf(r.getString(13)), finding);
  }
}

package umbra.catalog.arrival;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import umbra.catalog.Catalog;
import umbra.catalog.SourceRow.Outcome;
import umbra.catalog.arrival.Arrivals.Arrival;
import umbra.catalog.arrival.Arrivals.Contents;
import umbra.catalog.arrival.Arrivals.Result;

/// Writes the rows of one batch; counts go up once a batch, not once an instance.
final class ArrivalWriter implements AutoCloseable {
  private record Deltas(long instances, long frames, long noted, long variants) {
    Deltas plus(Deltas o) {
      return new Deltas(instances + o.instances, frames + o.frames, noted + o.noted, variants + o.variants);
    }
  }

  /// An instance with the same SOP Instance UID that is there already.
  private record Same(long id, int variant, String path, String member, Optional<String> sha256) {}

  private final Connection connection;
  private final Catalog catalog;
  private final Map<String, Long> known;
  private final Contents contents;
  private final long revision;
  private final PreparedStatement findSource;
  private final PreparedStatement insertSource;
  private final PreparedStatement findSame;
  private final PreparedStatement insertInstance;
  private final Map<Long, Deltas> series = new LinkedHashMap<>();
  private final Map<Long, Long> studies = new LinkedHashMap<>();
  private final Map<Long, Long> subjects = new LinkedHashMap<>();
  private final Set<String> waiting = new java.util.HashSet<>();
  private final Map<String, Long> parents = new HashMap<>();

  ArrivalWriter(Connection connection, Catalog catalog, Map<String, Long> known, Contents contents) throws SQLException {
    this.connection = connection;
    this.catalog = catalog;
    this.known = known;
    this.contents = contents;
    this.revision = catalog.nextRevision();
    this.findSource = connection.prepareStatement("SELECT id FROM source WHERE path = ? AND member = ?");
    this.insertSource = connection.prepareStatement("INSERT INTO source VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
    this.findSame = connection.prepareStatement("SELECT i.id, i.variant, o.path, o.member, i.sha256 FROM instance i JOIN source o ON o.id = i.source_id"
        + " WHERE i.sop_instance_uid = ? ORDER BY i.variant");
    this.insertInstance = connection.prepareStatement("INSERT INTO instance VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  }

  Result add(Arrival arrival) throws SQLException {
    if (arrival.replaces()) replaceOlder(arrival);
    if (arrival.instance().isEmpty()) {
      insertSource(arrival, arrival.outcome(), catalog.newId(), 0);
      return counted(arrival.outcome());
    }
    return addInstance(arrival, arrival.instance().get());
  }

  private static Result counted(Outcome outcome) {
    return switch (outcome) {
      case DUPLICATE -> new Result(0, 0, 1, 0, 0, 0);
      case DIRECTORY -> new Result(0, 0, 0, 1, 0, 0);
      case NOT_DICOM -> new Result(0, 0, 0, 0, 1, 0);
      case QUARANTINED -> new Result(0, 0, 0, 0, 0, 1);
      case ARCHIVE, INSTANCE -> Result.NONE;
    };
  }

  private void replaceOlder(Arrival arrival) throws SQLException {
    findSource.setString(1, arrival.path());
    findSource.setString(2, arrival.member());
    try (var row = findSource.executeQuery()) {
      if (!row.next()) return;
    }
    flush();
    new Removal(connection, revision).remove(arrival.path(), arrival.member());
    known.clear();
  }

  private Result addInstance(Arrival arrival, NewInstance instance) throws SQLException {
    int variant = 1;
    if (waiting.contains(instance.sopInstanceUid())) flush(); // its twin stands in the batch that is not sent yet
    Optional<String> hash = Optional.empty();
    findSame.setString(1, instance.sopInstanceUid());
    try (var rows = findSame.executeQuery()) {
      while (rows.next()) {
        if (hash.isEmpty()) hash = contents.sha256(arrival.path(), arrival.member());
        var same = new Same(rows.getLong(1), rows.getInt(2), rows.getString(3), rows.getString(4), Optional.ofNullable(rows.getString(5)));
        if (hash.isPresent() && hash.equals(hashOf(same))) {
          insertSource(arrival, Outcome.DUPLICATE, catalog.newId(), same.id());
          return counted(Outcome.DUPLICATE);
        }
        variant = same.variant() + 1;
      }
    }
    insert(arrival, instance, variant, hash);
    return new Result(1, variant > 1 ? 1 : 0, 0, 0, 0, 0);
  }

  private Optional<String> hashOf(Same same) throws SQLException {
    if (same.sha256().isPresent()) return same.sha256();
    var hash = contents.sha256(same.path(), same.member());
    if (hash.isPresent()) {
      try (var update = connection.prepareStatement("UPDATE instance SET sha256 = ? WHERE id = ?")) {
        update.setString(1, hash.get());
        update.setLong(2, same.id());
        update.executeUpdate();
      }
    }
    return hash;
  }

  private void insert(Arrival arrival, NewInstance n, int variant, Optional<String> hash) throws SQLException {
    long subject = subject(n);
    long study = study(n, subject);
    long seriesId = series(n, study);
    long id = catalog.newId();
    long source = catalog.newId();
    insertSource(arrival, Outcome.INSTANCE, source, id);
    int at = 1;
    insertInstance.setLong(at++, id);
    insertInstance.setLong(at++, seriesId);
    insertInstance.setLong(at++, source);
    insertInstance.setString(at++, n.sopInstanceUid());
    insertInstance.setString(at++, n.sopClassUid());
    insertInstance.setString(at++, n.transferSyntaxUid());
    insertInstance.setInt(at++, n.instanceNumber());
    insertInstance.setDouble(at++, n.slicePosition());
    insertInstance.setInt(at++, n.frames());
    insertInstance.setInt(at++, n.rows());
    insertInstance.setInt(at++, n.columns());
    insertInstance.setBoolean(at++, n.hasPixels());
    insertInstance.setInt(at++, variant);
    insertInstance.setString(at++, n.notes());
    insertInstance.setString(at, hash.orElse(null));
    insertInstance.addBatch();
    waiting.add(n.sopInstanceUid());
    series.merge(seriesId, new Deltas(1, n.frames(), n.notes().isEmpty() ? 0 : 1, variant > 1 ? 1 : 0), Deltas::plus);
    studies.merge(study, 1L, Long::sum);
    subjects.merge(subject, 1L, Long::sum);
  }

  private void insertSource(Arrival a, Outcome outcome, long id, long instance) throws SQLException {
    insertSource.setLong(1, id);
    insertSource.setString(2, a.path());
    insertSource.setString(3, a.member());
    insertSource.setLong(4, a.bytes());
    insertSource.setLong(5, a.modified());
    insertSource.setString(6, outcome.name());
    insertSource.setString(7, a.reason());
    if (instance == 0) insertSource.setNull(8, Types.BIGINT);
    else insertSource.setLong(8, instance);
    insertSource.addBatch();
  }

  private long subject(NewInstance n) throws SQLException {
    var sortKey = (n.patientId().isEmpty() ? n.patientName() : n.patientId()).toLowerCase(java.util.Locale.ROOT);
    return row("P\n" + n.subject(), "SELECT id FROM subject WHERE identity = ?", new Object[] {n.subject()}, "INSERT INTO subject VALUES (?, ?, ?, ?, ?, 0, " + revision + ")",
        n.subject(), n.patientId(), n.patientName(), sortKey);
  }

  private long study(NewInstance n, long subject) throws SQLException {
    long id = row("T\n" + subject + "\n" + n.studyInstanceUid(), "SELECT id FROM study WHERE subject_id = ? AND study_instance_uid = ?",
        new Object[] {subject, n.studyInstanceUid()}, "INSERT INTO study VALUES (?, ?, ?, ?, ?, 0, " + revision + ")", subject, n.studyInstanceUid(), n.studyDate(),
        n.studyDescription());
    for (var constant : n.constants().entrySet()) {
      var key = "C\n" + id + "\n" + constant.getKey() + "\n" + constant.getValue();
      if (known.containsKey(key)) continue;
      try (var merge = connection.prepareStatement("MERGE INTO study_patient KEY (study_id, keyword, content) VALUES (?, ?, ?)")) {
        merge.setLong(1, id);
        merge.setString(2, constant.getKey());
        merge.setString(3, constant.getValue());
        merge.executeUpdate();
      }
      known.put(key, id);
    }
    return id;
  }

  private long series(NewInstance n, long study) throws SQLException {
    int before = parents.size();
    var key = "S\n" + study + "\n" + n.seriesInstanceUid();
    boolean wasKnown = known.containsKey(key);
    long id = row(key, "SELECT id FROM series WHERE study_id = ? AND series_instance_uid = ?", new Object[] {study, n.seriesInstanceUid()},
        "INSERT INTO series VALUES (?, ?, ?, ?, ?, ?, 0, 0, 0, 0, " + revision + ")", study, n.seriesInstanceUid(),
        n.seriesNumber().isPresent() ? (Object) n.seriesNumber().getAsInt() : null, n.modality(), n.seriesDescription());
    if (!wasKnown && parents.size() > before) {
      try (var insert = connection.prepareStatement("INSERT INTO series_header VALUES (?, ?)")) {
        insert.setLong(1, id);
        insert.setString(2, n.attributes());
        insert.executeUpdate();
      }
    }
    return id;
  }

  /// Finds the row of a parent, or makes it.
  private long row(String key, String find, Object[] by, String insert, Object... values) throws SQLException {
    var remembered = known.get(key);
    if (remembered != null) return remembered;
    try (var statement = connection.prepareStatement(find)) {
      for (int i = 0; i < by.length; i++) statement.setObject(i + 1, by[i]);
      try (var row = statement.executeQuery()) {
        if (row.next()) {
          known.put(key, row.getLong(1));
          return row.getLong(1);
        }
      }
    }
    long id = catalog.newId();
    try (var statement = connection.prepareStatement(insert)) {
      statement.setLong(1, id);
      for (int i = 0; i < values.length; i++) statement.setObject(i + 2, values[i]);
      statement.executeUpdate();
    }
    known.put(key, id);
    parents.put(key, id);
    return id;
  }

  /// Sends what waits: rows first, then the counts above them.
  void flush() throws SQLException {
    insertSource.executeBatch();
    insertInstance.executeBatch();
    waiting.clear();
    try (var s = connection.prepareStatement("UPDATE series SET instance_count = instance_count + ?, frame_count = frame_count + ?, noted_count = noted_count + ?,"
        + " variant_count = variant_count + ?, revision = ? WHERE id = ?")) {
      for (var e : series.entrySet()) {
        s.setLong(1, e.getValue().instances());
        s.setLong(2, e.getValue().frames());
        s.setLong(3, e.getValue().noted());
        s.setLong(4, e.getValue().variants());
        s.setLong(5, revision);
        s.setLong(6, e.getKey());
        s.addBatch();
      }
      s.executeBatch();
    }
    count("study", studies);
    count("subject", subjects);
    series.clear();
  }

  private void count(String table, Map<Long, Long> deltas) throws SQLException {
    try (var s = connection.prepareStatement("UPDATE " + table + " SET instance_count = instance_count + ?, revision = ? WHERE id = ?")) {
      for (var e : deltas.entrySet()) {
        s.setLong(1, e.getValue());
        s.setLong(2, revision);
        s.setLong(3, e.getKey());
        s.addBatch();
      }
      s.executeBatch();
    }
    deltas.clear();
  }

  @Override
  public void close() throws SQLException {
    findSource.close();
    insertSource.close();
    findSame.close();
    insertInstance.close();
  }
}

package umbra.catalog.version;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import umbra.catalog.Catalog;
import umbra.catalog.audit.AuditHead;

/// Keeps versions and their instances, so that an export goes on where it was stopped and a later one can say what changed.
public final class Versions {
  private static final String COLUMNS = "SELECT id, collection, name, profile, key_mark, state, head FROM version";

  private final Catalog catalog;

  public Versions(Catalog catalog) {
    this.catalog = catalog;
  }

  public Optional<VersionRow> find(String collection, String name) {
    return rows(COLUMNS + " WHERE collection = ? AND name = ?", List.of(collection, name)).stream().findFirst();
  }

  /// Those of a collection, oldest first.
  public List<VersionRow> of(String collection) {
    return rows(COLUMNS + " WHERE collection = ? ORDER BY id", List.of(collection));
  }

  public List<VersionRow> all() {
    return rows(COLUMNS + " ORDER BY id", List.of());
  }

  /// Heads of the audit trail that finished exports printed.
  public List<AuditHead> heads() {
    return all().stream().filter(VersionRow::isFinished).map(v -> AuditHead.parse(v.head())).toList();
  }

  public VersionRow begin(String collection, String name, String profile, String keyMark) {
    var row = new VersionRow(catalog.newId(), collection, name, profile, keyMark, "begun", "");
    put(row);
    return row;
  }

  public void finish(VersionRow row, String head) {
    put(new VersionRow(row.id(), row.collection(), row.name(), row.profile(), row.keyMark(), "finished", head));
  }

  private void put(VersionRow row) {
    catalog.write(connection -> {
      try (var put = connection.prepareStatement("MERGE INTO version KEY (id) VALUES (?, ?, ?, ?, ?, ?, ?)")) {
        put.setLong(1, row.id());
        put.setString(2, row.collection());
        put.setString(3, row.name());
        put.setString(4, row.profile());
        put.setString(5, row.keyMark());
        put.setString(6, row.state());
        put.setString(7, row.head());
        return put.executeUpdate();
      }
    });
  }

  /// Notes what became of some instances, in one transaction.
  public void add(long version, List<ReleasedRow> released) {
    catalog.write(connection -> {
      try (var put = connection.prepareStatement("MERGE INTO version_instance KEY (version_id, instance_id) VALUES (?, ?, ?, ?, ?, ?)")) {
        for (var row : released) {
          put.setLong(1, version);
          put.setLong(2, row.instance());
          put.setString(3, row.path());
          put.setString(4, row.sha256());
          put.setString(5, row.line());
          put.setString(6, row.reason());
          put.addBatch();
        }
        put.executeBatch();
      }
      return released.size();
    });
  }

  /// Forgets what became of some instances in a version.
  public void remove(long version, List<Long> instances) {
    if (instances.isEmpty()) return;
    catalog.write(connection -> {
      try (var delete = connection.prepareStatement("DELETE FROM version_instance WHERE version_id = ? AND instance_id = ?")) {
        for (var instance : instances) {
          delete.setLong(1, version);
          delete.setLong(2, instance);
          delete.addBatch();
        }
        delete.executeBatch();
      }
      return instances.size();
    });
  }

  /// By instance.
  public Map<Long, ReleasedRow> released(long version) {
    return catalog.read(connection -> {
      try (var find = connection.prepareStatement("SELECT instance_id, path, sha256, line, reason FROM version_instance WHERE version_id = ?")) {
        find.setLong(1, version);
        var rows = new HashMap<Long, ReleasedRow>();
        try (var r = find.executeQuery()) {
          while (r.next()) rows.put(r.getLong(1), new ReleasedRow(r.getLong(1), r.getString(2), r.getString(3), r.getString(4), r.getString(5)));
        }
        return rows;
      }
    });
  }

  private List<VersionRow> rows(String sql, List<String> parameters) {
    return catalog.read(connection -> {
      try (var find = connection.prepareStatement(sql)) {
        for (int i = 0; i < parameters.size(); i++) find.setString(i + 1, parameters.get(i));
        return rows(find);
      }
    });
  }

  private static List<VersionRow> rows(PreparedStatement find) throws SQLException {
    try (var r = find.executeQuery()) {
      var rows = new ArrayList<VersionRow>();
      while (r.next()) rows.add(new VersionRow(r.getLong(1), r.getString(2), r.getString(3), r.getString(4), r.getString(5), r.getString(6), r.getString(7)));
      return rows;
    }
  }
}

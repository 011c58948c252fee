package umbra.catalog.arrival;

import java.sql.Connection;
import java.sql.SQLException;

/// Takes a file and its instance out of the catalogue, and what is empty after that.
final class Removal {
  private final Connection connection;
  private final long revision;

  Removal(Connection connection, long revision) {
    this.connection = connection;
    this.revision = revision;
  }

  void remove(String path, String member) throws SQLException {
    try (var find = connection.prepareStatement("SELECT o.id, i.id, i.series_id, i.frames, i.notes <> '', i.variant > 1, s.study_id, t.subject_id FROM source o"
        + " LEFT JOIN instance i ON i.source_id = o.id LEFT JOIN series s ON s.id = i.series_id LEFT JOIN study t ON t.id = s.study_id"
        + " WHERE o.path = ? AND o.member = ?")) {
      find.setString(1, path);
      find.setString(2, member);
      try (var row = find.executeQuery()) {
        if (!row.next()) return;
        long source = row.getLong(1);
        long instance = row.getLong(2);
        if (!row.wasNull()) {
          update("DELETE FROM instance WHERE id = " + instance);
          // A copy of it that was set aside is looked at again by the next import: it may be the only one now.
          update("DELETE FROM source WHERE instance_id = " + instance + " AND outcome = 'DUPLICATE'");
          countDown(row.getLong(3), row.getInt(4), row.getBoolean(5), row.getBoolean(6), row.getLong(7), row.getLong(8));
        }
        update("DELETE FROM source WHERE id = " + source);
      }
    }
  }

  private void countDown(long series, int frames, boolean noted, boolean variant, long study, long subject) throws SQLException {
    update("UPDATE series SET instance_count = instance_count - 1, frame_count = frame_count - " + frames + ", noted_count = noted_count - " + (noted ? 1 : 0)
        + ", variant_count = variant_count - " + (variant ? 1 : 0) + ", revision = " + revision + " WHERE id = " + series);
    update("DELETE FROM series_header h WHERE h.series_id = " + series + " AND EXISTS (SELECT 1 FROM series s WHERE s.id = " + series + " AND s.instance_count = 0)");
    update("DELETE FROM series_thumbnail h WHERE h.series_id = " + series);
    update("DELETE FROM series WHERE id = " + series + " AND instance_count = 0");
    update("UPDATE study SET instance_count = instance_count - 1, revision = " + revision + " WHERE id = " + study);
    update("DELETE FROM study_patient WHERE study_id = " + study + " AND EXISTS (SELECT 1 FROM study t WHERE t.id = " + study + " AND t.instance_count = 0)");
    update("DELETE FROM study WHERE id = " + study + " AND instance_count = 0");
    update("UPDATE subject SET instance_count = instance_count - 1, revision = " + revision + " WHERE id = " + subject);
    update("DELETE FROM subject WHERE id = " + subject + " AND instance_count = 0");
  }

  private void update(String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }
}

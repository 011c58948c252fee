package umbra.catalog.decision;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/// Object `setting release`; a text of the workspace that a person chose, so that choosing can be undone.
record SettingKind() implements ChangeKind {
  private static final String WORD = "setting ";

  @Override
  public String name() {
    return "setting";
  }

  @Override
  public Optional<String> read(Connection connection, String object) throws SQLException {
    try (var find = connection.prepareStatement("SELECT content FROM setting WHERE name = ?")) {
      find.setString(1, setting(object));
      try (var row = find.executeQuery()) {
        return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
      }
    }
  }

  @Override
  public void write(Connection connection, String object, Optional<String> value) throws SQLException {
    var sql = value.isPresent() ? "MERGE INTO setting KEY (name) VALUES (?, ?)" : "DELETE FROM setting WHERE name = ?";
    try (var put = connection.prepareStatement(sql)) {
      put.setString(1, setting(object));
      if (value.isPresent()) put.setString(2, value.get());
      put.executeUpdate();
    }
  }

  private static String setting(String object) {
    if (!object.startsWith(WORD)) throw new IllegalArgumentException("not a setting");
    return object.substring(WORD.length());
  }
}

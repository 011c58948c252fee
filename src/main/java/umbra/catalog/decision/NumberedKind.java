package umbra.catalog.decision;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/// Decisions that stand in a table of two columns, a number and a text; the object is the word and the number, `series 12`.
///
/// @param table trusted: it becomes part of a statement, as do the columns
record NumberedKind(String name, String word, String table, String key, String column) implements ChangeKind {
  @Override
  public Optional<String> read(Connection connection, String object) throws SQLException {
    try (var find = connection.prepareStatement("SELECT " + column + " FROM " + table + " WHERE " + key + " = ?")) {
      find.setLong(1, number(object));
      try (var row = find.executeQuery()) {
        return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
      }
    }
  }

  @Override
  public void write(Connection connection, String object, Optional<String> value) throws SQLException {
    var sql = value.isPresent() ? "MERGE INTO " + table + " KEY (" + key + ") VALUES (?, ?)" : "DELETE FROM " + table + " WHERE " + key + " = ?";
    try (var put = connection.prepareStatement(sql)) {
      put.setLong(1, number(object));
      if (value.isPresent()) put.setString(2, value.get());
      put.executeUpdate();
    }
  }

  private long number(String object) {
    if (!object.startsWith(word + " ")) throw new IllegalArgumentException("not a " + word);
    return Long.parseLong(object.substring(word.length() + 1));
  }
}

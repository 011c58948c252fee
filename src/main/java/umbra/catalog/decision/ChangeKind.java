package umbra.catalog.decision;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/// Reads and writes the rows of one kind of decision, within the transaction of the edit.
///
/// The value is text in a form of its own (a word, or fields parted by line feeds): it is stored with the edit for good, so a
/// newer Umbra must still read it.
public interface ChangeKind {
  /// Stored with every change; never reused for something else.
  String name();

  /// What stands there now; empty for nothing.
  Optional<String> read(Connection connection, String object) throws SQLException;

  /// Whether there is nothing any more that could be decided, since a program took the object away. What was decided on it can then be neither undone nor
  /// redone, and does not stand in the way of what was decided before.
  default boolean isGone(Connection connection, String object) throws SQLException {
    return false;
  }

  /// @param value empty to take the row away
  void write(Connection connection, String object, Optional<String> value) throws SQLException;
}

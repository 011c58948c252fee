package umbra.catalog.finding;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import umbra.catalog.Catalog;

/// Keeps what a detector read before it was judged. As identifying as the images.
public final class Readings {
  private final Catalog catalog;

  public Readings(Catalog catalog) {
    this.catalog = catalog;
  }

  /// Empty if this engine has not looked at the instance to the end.
  public Optional<byte[]> of(long instance, String detector, String engine) {
    return catalog.read(connection -> {
      try (var find = connection.prepareStatement("SELECT content FROM reading WHERE instance_id = ? AND detector = ? AND engine = ?")) {
        find.setLong(1, instance);
        find.setString(2, detector);
        find.setString(3, engine);
        try (var row = find.executeQuery()) {
          return row.next() ? Optional.of(row.getBytes(1)) : Optional.empty();
        }
      }
    });
  }

  /// What was read, in a form that only its detector knows.
  ///
  /// @param engine that read it
  public record Reading(String engine, byte[] content) {}

  /// Takes the place of what was read before.
  static void put(Connection connection, long instance, String detector, Reading reading) throws SQLException {
    try (var put = connection.prepareStatement("MERGE INTO reading KEY (instance_id, detector) VALUES (?, ?, ?, ?)")) {
      put.setLong(1, instance);
      put.setString(2, detector);
      put.setString(3, reading.engine());
      put.setBytes(4, reading.content());
      put.executeUpdate();
    }
  }
}

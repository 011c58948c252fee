package umbra.catalog;

import java.util.Optional;

/// Small pictures of series. They show patients, so they lie in the catalogue and share its encryption.
public final class Thumbnails {
  private final Catalog catalog;

  Thumbnails(Catalog catalog) {
    this.catalog = catalog;
  }

  public Optional<byte[]> find(long series) {
    return catalog.read(connection -> {
      try (var statement = connection.prepareStatement("SELECT png FROM series_thumbnail WHERE series_id = ?")) {
        statement.setLong(1, series);
        try (var row = statement.executeQuery()) {
          return row.next() ? Optional.of(row.getBytes(1)) : Optional.empty();
        }
      }
    });
  }

  public void put(long series, byte[] png) {
    catalog.write(connection -> {
      try (var statement = connection.prepareStatement("MERGE INTO series_thumbnail KEY (series_id) VALUES (?, ?)")) {
        statement.setLong(1, series);
        statement.setBytes(2, png);
        return statement.executeUpdate();
      }
    });
  }
}

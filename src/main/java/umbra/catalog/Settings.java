package umbra.catalog;

import java.util.Optional;

/// Named texts that belong to one workspace.
public final class Settings {
  private final Catalog catalog;

  Settings(Catalog catalog) {
    this.catalog = catalog;
  }

  public Optional<String> find(String name) {
    return catalog.read(connection -> {
      try (var statement = connection.prepareStatement("SELECT content FROM setting WHERE name = ?")) {
        statement.setString(1, name);
        try (var row = statement.executeQuery()) {
          return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
        }
      }
    });
  }

  public void put(String name, String content) {
    catalog.write(connection -> {
      try (var statement = connection.prepareStatement("MERGE INTO setting KEY (name) VALUES (?, ?)")) {
        statement.setString(1, name);
        statement.setString(2, content);
        return statement.executeUpdate();
      }
    });
  }
}

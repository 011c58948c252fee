package umbra.catalog.finding;

import umbra.catalog.Catalog;

/// Numbers of the texts for which one decision holds everywhere. By number, since logs of decisions must not hold the text.
public final class TextRules {
  private final Catalog catalog;

  public TextRules(Catalog catalog) {
    this.catalog = catalog;
  }

  /// The number of exactly this text; it gets one if it has none, which decides nothing.
  public long id(String text) {
    return catalog.write(connection -> {
      try (var find = connection.prepareStatement("SELECT id FROM text_rule WHERE content = ?");
          var insert = connection.prepareStatement("INSERT INTO text_rule (content, state) VALUES (?, 'OPEN')")) {
        find.setString(1, text);
        try (var row = find.executeQuery()) {
          if (row.next()) return row.getLong(1);
        }
        insert.setString(1, text);
        insert.executeUpdate();
        try (var row = find.executeQuery()) {
          row.next();
          return row.getLong(1);
        }
      }
    });
  }
}

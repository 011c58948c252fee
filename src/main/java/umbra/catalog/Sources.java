package umbra.catalog;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import umbra.catalog.SourceRow.Outcome;

/// Reads what became of the files that were looked at.
public final class Sources {
  private static final String COLUMNS = "SELECT id, path, member, bytes, modified, outcome, reason, instance_id FROM source";

  private final Catalog catalog;

  Sources(Catalog catalog) {
    this.catalog = catalog;
  }

  public Optional<SourceRow> find(String path, String member) {
    return rows(COLUMNS + " WHERE path = ? AND member = ?", List.of(path, member)).stream().findFirst();
  }

  /// Nothing was looked at yet.
  public boolean isEmpty() {
    return rows(COLUMNS + " LIMIT 1", List.of()).isEmpty();
  }

  /// One page of the files with an outcome, in the order they were met.
  ///
  /// @param after the id of the last row of the page before; 0 for the first page
  public List<SourceRow> withOutcome(Outcome outcome, long after, int limit) {
    return rows(COLUMNS + " WHERE outcome = ? AND id > ? ORDER BY id LIMIT ?", List.of(outcome.name(), after, limit));
  }

  private List<SourceRow> rows(String sql, List<?> parameters) {
    return catalog.read(connection -> {
      try (var statement = connection.prepareStatement(sql)) {
        for (int i = 0; i < parameters.size(); i++) statement.setObject(i + 1, parameters.get(i));
        try (var r = statement.executeQuery()) {
          var list = new ArrayList<SourceRow>();
          while (r.next()) {
            long instance = r.getLong(8);
            list.add(new SourceRow(r.getLong(1), r.getString(2), r.getString(3), r.getLong(4), r.getLong(5), Outcome.valueOf(r.getString(6)), r.getString(7),
                instance == 0 ? OptionalLong.empty() : OptionalLong.of(instance)));
          }
          return list;
        }
      }
    });
  }
}

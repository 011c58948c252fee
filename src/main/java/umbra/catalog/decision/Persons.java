package umbra.catalog.decision;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import umbra.catalog.Catalog;

/// The source subjects by numbers that stay theirs, and which of them are one person.
public final class Persons {
  private final Catalog catalog;

  public Persons(Catalog catalog) {
    this.catalog = catalog;
  }

  /// Numbers from 1 by key; who has none yet gets the next ones.
  ///
  /// @param keys in the order in which they arrived
  public Map<String, Long> numbers(Collection<String> keys) {
    return catalog.write(connection -> {
      var all = known(connection);
      long next = all.values().stream().mapToLong(n -> n).max().orElse(0) + 1;
      try (var insert = connection.prepareStatement("INSERT INTO person VALUES (?, ?)")) {
        for (var key : keys) {
          if (all.containsKey(key)) continue;
          insert.setLong(1, next);
          insert.setString(2, key);
          insert.executeUpdate();
          all.put(key, next++);
        }
      }
      return all;
    });
  }

  private static Map<String, Long> known(Connection connection) throws SQLException {
    var all = new LinkedHashMap<String, Long>();
    try (var find = connection.prepareStatement("SELECT subject_key, id FROM person ORDER BY id"); var r = find.executeQuery()) {
      while (r.next()) all.put(r.getString(1), r.getLong(2));
    }
    return all;
  }

  /// The number each merged one was merged into, by its own; chains are possible.
  public Map<Long, Long> merged() {
    return catalog.read(connection -> {
      var all = new TreeMap<Long, Long>();
      try (var find = connection.prepareStatement("SELECT person_id, same_as FROM subject_merge"); var r = find.executeQuery()) {
        while (r.next()) all.put(r.getLong(1), Long.parseLong(r.getString(2)));
      }
      return all;
    });
  }

  /// What the headers of each subject say of it that should not change: row of the subject, keyword, all values.
  public Map<Long, Map<String, Set<String>>> constants() {
    return catalog.read(connection -> {
      var all = new TreeMap<Long, Map<String, Set<String>>>();
      try (var find = connection.prepareStatement("SELECT t.subject_id, v.keyword, v.content FROM study_patient v JOIN study t ON t.id = v.study_id"); var r = find.executeQuery()) {
        while (r.next()) all.computeIfAbsent(r.getLong(1), _ -> new TreeMap<>()).computeIfAbsent(r.getString(2), _ -> new TreeSet<>()).add(r.getString(3));
      }
      return all;
    });
  }
}

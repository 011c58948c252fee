package umbra.catalog.decision;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import umbra.catalog.Catalog;

/// Object `gate texts`; the reason a person gave for passing it.
public record GateKind() implements ChangeKind {
  @Override
  public String name() {
    return "gate";
  }

  @Override
  public Optional<String> read(Connection connection, String object) throws SQLException {
    try (var find = connection.prepareStatement("SELECT reason FROM gate_pass WHERE gate = ?")) {
      find.setString(1, gate(object));
      try (var row = find.executeQuery()) {
        return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
      }
    }
  }

  @Override
  public void write(Connection connection, String object, Optional<String> value) throws SQLException {
    var sql = value.isPresent() ? "MERGE INTO gate_pass KEY (gate) VALUES (?, ?)" : "DELETE FROM gate_pass WHERE gate = ?";
    try (var put = connection.prepareStatement(sql)) {
      put.setString(1, gate(object));
      if (value.isPresent()) put.setString(2, value.get());
      put.executeUpdate();
    }
  }

  private static String gate(String object) {
    return object.substring(object.indexOf(' ') + 1);
  }

  /// Reasons by gate.
  public static Map<String, String> passed(Catalog catalog) {
    return catalog.read(connection -> {
      try (var find = connection.prepareStatement("SELECT gate, reason FROM gate_pass ORDER BY gate"); var r = find.executeQuery()) {
        var all = new LinkedHashMap<String, String>();
        while (r.next()) all.put(r.getString(1), r.getString(2));
        return all;
      }
    });
  }
}

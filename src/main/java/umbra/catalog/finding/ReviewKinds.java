package umbra.catalog.finding;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import umbra.catalog.decision.ChangeKind;

/// The kinds of decisions on findings and regions.
public final class ReviewKinds {
  /// Object `finding 12`; the name of a [FindingState].
  public static final ChangeKind FINDING = new StateKind("finding", "finding");
  /// Object `region 12`; [RegionRow#stored].
  public static final ChangeKind REGION = new RegionKind();
  /// Object `text 12`, see [TextRules]; the name of a [FindingState] that holds for all equals.
  public static final ChangeKind TEXT_RULE = new StateKind("text-rule", "text_rule");
  public static final List<ChangeKind> ALL = List.of(FINDING, REGION, TEXT_RULE);

  private ReviewKinds() {}

  private static long number(String object) {
    return Long.parseLong(object.substring(object.indexOf(' ') + 1));
  }

  /// A state in a column. A finding that a newer scan no longer sees has no row to decide on.
  private record StateKind(String name, String table) implements ChangeKind {
    @Override
    public boolean isGone(Connection connection, String object) throws SQLException {
      return read(connection, object).isEmpty();
    }

    @Override
    public Optional<String> read(Connection connection, String object) throws SQLException {
      try (var find = connection.prepareStatement("SELECT state FROM " + table + " WHERE id = ?")) {
        find.setLong(1, number(object));
        try (var row = find.executeQuery()) {
          return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
        }
      }
    }

    @Override
    public void write(Connection connection, String object, Optional<String> value) throws SQLException {
      try (var put = connection.prepareStatement("UPDATE " + table + " SET state = ? WHERE id = ?")) {
        put.setString(1, value.map(FindingState::valueOf).orElse(FindingState.OPEN).name());
        put.setLong(2, number(object));
        put.executeUpdate();
      }
    }
  }

  private record RegionKind() implements ChangeKind {
    @Override
    public String name() {
      return "region";
    }

    @Override
    public Optional<String> read(Connection connection, String object) throws SQLException {
      try (var find = connection.prepareStatement("SELECT " + Regions.COLUMNS + " FROM region WHERE id = ?")) {
        find.setLong(1, number(object));
        try (var row = find.executeQuery()) {
          return row.next() ? Optional.of(Regions.row(row).stored()) : Optional.empty();
        }
      }
    }

    @Override
    public void write(Connection connection, String object, Optional<String> value) throws SQLException {
      long id = number(object);
      try (var delete = connection.prepareStatement("DELETE FROM region WHERE id = ?")) {
        delete.setLong(1, id);
        delete.executeUpdate();
      }
      if (value.isEmpty()) return;
      var row = RegionRow.ofStored(id, value.get());
      try (var insert = connection.prepareStatement("INSERT INTO region VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
        insert.setLong(1, id);
        insert.setLong(2, row.series());
        insert.setLong(3, row.instance());
        int[] numbers = {row.frameFirst(), row.frameLast(), row.x(), row.y(), row.width(), row.height()};
        for (int i = 0; i < numbers.length; i++) insert.setInt(4 + i, numbers[i]);
        insert.setString(10, row.author());
        insert.setString(11, row.reason());
        insert.executeUpdate();
      }
    }
  }
}

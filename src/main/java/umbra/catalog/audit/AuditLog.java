package umbra.catalog.audit;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import umbra.catalog.Catalog;
import umbra.catalog.audit.AuditCheck.Fault;
import umbra.catalog.audit.AuditCheck.Kind;

/// The trail of one catalogue. Rows are only ever added, each in the transaction of what it speaks of.
public final class AuditLog {
  private static final int PAGE = 2000;
  private static final String COLUMNS = "SELECT sequence, at_ms, who, action, object, why, program, profile_hash, previous_hash, hash FROM audit";

  private final Catalog catalog;
  private final Author author;

  public AuditLog(Catalog catalog, Author author) {
    this.catalog = catalog;
    this.author = author;
  }

  public Author author() {
    return author;
  }

  public AuditRow append(AuditEvent event) {
    return catalog.write(connection -> append(connection, event));
  }

  /// Adds a row within the transaction of the caller, so that neither stands without the other.
  public AuditRow append(Connection connection, AuditEvent event) throws SQLException {
    var head = head(connection);
    var at = author.clock().instant().truncatedTo(ChronoUnit.MILLIS);
    var row = new AuditRow(head.sequence() + 1, at, author.who(), event, author.program(), head.hash(), "").hashed();
    try (var insert = connection.prepareStatement("INSERT INTO audit VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        var newest = connection.prepareStatement("MERGE INTO audit_head KEY (id) VALUES (1, ?, ?)")) {
      insert.setLong(1, row.sequence());
      insert.setLong(2, at.toEpochMilli());
      insert.setString(3, row.who());
      insert.setString(4, event.action().name());
      insert.setString(5, event.object());
      insert.setString(6, event.why());
      insert.setString(7, row.program());
      insert.setString(8, event.profileHash());
      insert.setString(9, row.previousHash());
      insert.setString(10, row.hash());
      insert.executeUpdate();
      newest.setLong(1, row.sequence());
      newest.setString(2, row.hash());
      newest.executeUpdate();
    }
    return row;
  }

  /// The newest row, or the start of an empty chain.
  public AuditHead head() {
    return catalog.read(AuditLog::head);
  }

  private static AuditHead head(Connection connection) throws SQLException {
    try (var statement = connection.createStatement(); var row = statement.executeQuery("SELECT sequence, hash FROM audit ORDER BY sequence DESC LIMIT 1")) {
      return row.next() ? new AuditHead(row.getLong(1), row.getString(2)) : AuditHead.START;
    }
  }

  /// One page, oldest first.
  ///
  /// @param after sequence of the last row of the page before; 0 for the first page
  /// @return rows of actions this Umbra does not know are left out
  public List<AuditRow> rows(long after, int limit) {
    return stored(after, limit).stream().flatMap(s -> s.row().stream()).toList();
  }

  /// Reads the whole chain.
  ///
  /// @param printed heads that were printed or recorded at some time: the trail must still lead through each
  public AuditCheck check(Collection<AuditHead> printed) {
    var known = new ArrayList<>(printed);
    noted().ifPresent(known::add);
    var faults = new ArrayList<Fault>();
    var head = AuditHead.START;
    long count = 0;
    for (var page = stored(0, PAGE); !page.isEmpty(); page = stored(page.getLast().sequence(), PAGE)) {
      for (var stored : page) {
        check(stored, head, faults);
        head = new AuditHead(stored.sequence(), stored.hash());
        for (var p : known) if (p.sequence() == head.sequence() && !p.hash().equals(head.hash())) faults.add(new Fault(p.sequence(), Kind.REWRITTEN));
        count++;
      }
    }
    long last = head.sequence();
    known.stream().filter(p -> p.sequence() > last).map(AuditHead::sequence).distinct().forEach(s -> faults.add(new Fault(s, Kind.CUT)));
    return new AuditCheck(count, head, faults);
  }

  private static void check(Stored stored, AuditHead before, List<Fault> faults) {
    if (stored.sequence() != before.sequence() + 1) faults.add(new Fault(stored.sequence(), Kind.MISSING));
    else if (!stored.previousHash().equals(before.hash())) faults.add(new Fault(stored.sequence(), Kind.BROKEN));
    if (stored.row().isEmpty()) faults.add(new Fault(stored.sequence(), Kind.UNREADABLE));
    else if (!stored.row().get().computedHash().equals(stored.hash())) faults.add(new Fault(stored.sequence(), Kind.ALTERED));
  }

  /// What the catalogue itself noted as its newest row.
  private Optional<AuditHead> noted() {
    return catalog.read(connection -> {
      try (var statement = connection.createStatement(); var row = statement.executeQuery("SELECT sequence, hash FROM audit_head")) {
        return row.next() ? Optional.of(new AuditHead(row.getLong(1), row.getString(2))) : Optional.empty();
      }
    });
  }

  /// A row as it stands, whether or not its action can be understood.
  private record Stored(long sequence, String previousHash, String hash, Optional<AuditRow> row) {}

  private List<Stored> stored(long after, int limit) {
    return catalog.read(connection -> {
      try (var statement = connection.prepareStatement(COLUMNS + " WHERE sequence > ? ORDER BY sequence LIMIT ?")) {
        statement.setLong(1, after);
        statement.setInt(2, limit);
        try (var r = statement.executeQuery()) {
          var rows = new ArrayList<Stored>();
          while (r.next()) rows.add(new Stored(r.getLong(1), r.getString(9), r.getString(10), row(r)));
          return rows;
        }
      }
    });
  }

  private static Optional<AuditRow> row(ResultSet r) throws SQLException {
    for (var action : AuditAction.values()) {
      if (!action.name().equals(r.getString(4))) continue;
      return Optional.of(new AuditRow(r.getLong(1), Instant.ofEpochMilli(r.getLong(2)), r.getString(3),
          new AuditEvent(action, r.getString(5), r.getString(6), r.getString(8)), r.getString(7), r.getString(9), r.getString(10)));
    }
    return Optional.empty();
  }

  /// The sequence of the newest row of one of these kinds; 0 if there is none.
  public long newest(Collection<AuditAction> actions) {
    return catalog.read(connection -> {
      try (var find = connection.prepareStatement("SELECT COALESCE(MAX(sequence), 0) FROM audit WHERE action IN (" + String.join(", ", java.util.Collections.nCopies(actions.size(), "?")) + ")")) {
        int at = 1;
        for (var action : actions) find.setString(at++, action.name());
        try (var row = find.executeQuery()) {
          row.next();
          return row.getLong(1);
        }
      }
    });
  }
}

package umbra.catalog.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import umbra.catalog.Catalog;
import umbra.catalog.audit.AuditCheck.Kind;

class AuditLogTest {
  private final Catalog catalog = Catalog.inMemory();
  private final AuditLog log = new AuditLog(catalog, new Author("Ada", "umbra test", InstantSource.fixed(Instant.parse("2026-01-02T03:04:05.678Z"))));
  private final List<AuditRow> written = new ArrayList<>();

  @BeforeEach
  void writeTen() {
    for (int i = 1; i <= 10; i++) written.add(log.append(AuditEvent.of(AuditAction.VERDICT, "series " + i, "reason " + i)));
  }

  @AfterEach
  void close() {
    catalog.close();
  }

  @Test
  void anUntouchedChainIsWholeAndLeadsThroughEveryHeadThatWasPrinted() {
    var check = log.check(written.stream().map(AuditRow::head).toList());

    assertTrue(check.isWhole(), () -> check.faults().toString());
    assertEquals(10, check.rows());
    assertEquals(written.getLast().head(), check.head());
  }

  @ParameterizedTest
  @ValueSource(strings = {"who", "object", "why", "program", "profile_hash", "previous_hash", "hash"})
  void anAlteredColumnIsFound(String column) {
    sql("UPDATE audit SET " + column + " = 'x' WHERE sequence = 4");

    assertEquals(4, log.check(List.of()).faults().getFirst().sequence());
  }

  @Test
  void anAlteredTimeOrActionIsFound() {
    sql("UPDATE audit SET at_ms = at_ms + 1 WHERE sequence = 3");
    sql("UPDATE audit SET action = 'GATE' WHERE sequence = 7");
    sql("UPDATE audit SET action = 'NOTHING' WHERE sequence = 9");

    assertEquals(List.of(new AuditCheck.Fault(3, Kind.ALTERED), new AuditCheck.Fault(7, Kind.ALTERED), new AuditCheck.Fault(9, Kind.UNREADABLE)), log.check(List.of()).faults());
  }

  @Test
  void aRemovedRowIsFound() {
    sql("DELETE FROM audit WHERE sequence = 5");

    assertEquals(List.of(new AuditCheck.Fault(6, Kind.MISSING)), log.check(List.of()).faults());
  }

  @Test
  void aRemovedRowIsFoundAlsoIfTheOthersCloseUp() {
    sql("DELETE FROM audit WHERE sequence = 5");
    for (int i = 6; i <= 10; i++) sql("UPDATE audit SET sequence = " + (i - 1) + " WHERE sequence = " + i);

    assertTrue(log.check(List.of()).faults().contains(new AuditCheck.Fault(5, Kind.BROKEN)));
  }

  @Test
  void exchangedRowsAreFound() {
    sql("UPDATE audit SET sequence = 100 WHERE sequence = 5");
    sql("UPDATE audit SET sequence = 5 WHERE sequence = 6");
    sql("UPDATE audit SET sequence = 6 WHERE sequence = 100");

    assertTrue(log.check(List.of()).faults().contains(new AuditCheck.Fault(5, Kind.BROKEN)));
  }

  @Test
  void anInsertedRowIsFoundEvenWithARightHashOfItsOwn() {
    for (int i = 10; i >= 6; i--) sql("UPDATE audit SET sequence = " + (i + 1) + " WHERE sequence = " + i);
    var forged = new AuditRow(6, Instant.EPOCH, "Eve", AuditEvent.of(AuditAction.GATE, "gate", "forged"), "umbra test", written.get(4).hash(), "").hashed();
    sql("INSERT INTO audit VALUES (6, 0, 'Eve', 'GATE', 'gate', 'forged', 'umbra test', '', '" + forged.previousHash() + "', '" + forged.hash() + "')");

    assertTrue(log.check(List.of()).faults().contains(new AuditCheck.Fault(7, Kind.BROKEN)));
  }

  @Test
  void aCutTailIsFoundByTheNotedHead() {
    sql("DELETE FROM audit WHERE sequence > 7");

    assertEquals(List.of(new AuditCheck.Fault(10, Kind.CUT)), log.check(List.of()).faults());
  }

  @Test
  void aCutTailIsFoundByAPrintedHeadEvenIfTheNotedOneWasForged() {
    sql("DELETE FROM audit WHERE sequence > 7");
    sql("UPDATE audit_head SET sequence = 7, hash = '" + written.get(6).hash() + "'");

    assertTrue(log.check(List.of()).isWhole());
    assertEquals(List.of(new AuditCheck.Fault(9, Kind.CUT)), log.check(List.of(AuditHead.parse(written.get(8).head().toString()))).faults());
  }

  @Test
  void aTailWrittenAnewIsFoundByAPrintedHead() {
    sql("DELETE FROM audit WHERE sequence > 7");
    for (int i = 8; i <= 10; i++) log.append(AuditEvent.of(AuditAction.VERDICT, "series " + i, "another reason"));

    assertTrue(log.check(List.of()).isWhole());
    assertEquals(List.of(new AuditCheck.Fault(10, Kind.REWRITTEN)), log.check(List.of(written.getLast().head())).faults());
  }

  @Test
  void anEventOfAFailedTransactionLeavesNoRow() {
    assertThrows(IllegalStateException.class, () -> catalog.write(connection -> {
      log.append(connection, AuditEvent.of(AuditAction.GATE, "gate", ""));
      throw new IllegalStateException("after the row");
    }));

    assertEquals(written.getLast().head(), log.head());
  }

  private void sql(String sql) {
    catalog.write(connection -> {
      try (var statement = connection.createStatement()) {
        return statement.executeUpdate(sql);
      }
    });
  }
}

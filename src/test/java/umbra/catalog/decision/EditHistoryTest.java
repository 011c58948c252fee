package umbra.catalog.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import umbra.catalog.Catalog;
import umbra.catalog.audit.AuditAction;
import umbra.catalog.audit.AuditLog;
import umbra.catalog.audit.AuditRow;
import umbra.catalog.audit.Author;

class EditHistoryTest {
  /// Settings as a kind of decision: the smallest table there is.
  private static final class SettingKind implements ChangeKind {
    @Override
    public String name() {
      return "setting";
    }

    @Override
    public Optional<String> read(Connection connection, String object) throws SQLException {
      try (var find = connection.prepareStatement("SELECT content FROM setting WHERE name = ?")) {
        find.setString(1, object);
        try (var row = find.executeQuery()) {
          return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
        }
      }
    }

    @Override
    public void write(Connection connection, String object, Optional<String> value) throws SQLException {
      try (var put = connection.prepareStatement(value.isPresent() ? "MERGE INTO setting KEY (name) VALUES (?, ?)" : "DELETE FROM setting WHERE name = ?")) {
        put.setString(1, object);
        if (value.isPresent()) put.setString(2, value.get());
        put.executeUpdate();
      }
    }
  }

  private static EditHistory history(Catalog catalog) {
    return new EditHistory(catalog, log(catalog), List.of(new SettingKind()));
  }

  private static AuditLog log(Catalog catalog) {
    return new AuditLog(catalog, new Author("Ada", "umbra test", InstantSource.fixed(Instant.EPOCH)));
  }

  private static Optional<Edit> set(EditHistory history, String object, String value) {
    return history.change(AuditAction.VERDICT, "Set " + object, "because", "setting", Map.of(object, Optional.of(value)));
  }

  @Test
  void undoAndRedoWorkAfterARestart(@TempDir Path folder) throws Exception {
    try (var catalog = Catalog.open(folder, Optional.empty())) {
      set(history(catalog), "a", "1");
      set(history(catalog), "a", "2");
    }
    try (var catalog = Catalog.open(folder, Optional.empty())) {
      var history = history(catalog);

      history.undo();
      assertEquals(Optional.of("1"), catalog.settings().find("a"));
      history.undo();
      assertEquals(Optional.empty(), catalog.settings().find("a"));
      assertEquals(Optional.empty(), history.undo());
    }
    try (var catalog = Catalog.open(folder, Optional.empty())) {
      var history = history(catalog);

      assertEquals(Optional.of("Set a"), history.redoTitle());
      history.redo();
      history.redo();

      assertEquals(Optional.of("2"), catalog.settings().find("a"));
      assertEquals(Optional.empty(), history.redo());
    }
  }

  @Test
  void everyStepAddsToTheTrail() {
    try (var catalog = Catalog.inMemory()) {
      var history = history(catalog);
      set(history, "a", "1");
      history.undo();
      history.redo();

      var rows = log(catalog).rows(0, 10);

      assertEquals(List.of(AuditAction.VERDICT, AuditAction.UNDO, AuditAction.REDO), rows.stream().map((AuditRow r) -> r.event().action()).toList());
      assertEquals("Set a: because", rows.getFirst().event().why());
      assertTrue(log(catalog).check(List.of()).isWhole());
    }
  }

  @Test
  void aNewEditEndsWhatCouldBeRedone() {
    try (var catalog = Catalog.inMemory()) {
      var history = history(catalog);
      set(history, "a", "1");
      history.undo();
      set(history, "b", "1");

      assertEquals(Optional.empty(), history.redo());
      assertEquals(Optional.of("Set b"), history.undoTitle());
    }
  }

  @Test
  void whatChangesNothingIsNoEdit() {
    try (var catalog = Catalog.inMemory()) {
      var history = history(catalog);
      set(history, "a", "1");

      assertEquals(Optional.empty(), set(history, "a", "1"));
      assertEquals(1, log(catalog).head().sequence());
    }
  }

  @Test
  void anEditMadeFromOlderRowsIsRefusedAndNothingOfItWritten() {
    try (var catalog = Catalog.inMemory()) {
      var history = history(catalog);
      var older = new Edit(AuditAction.VERDICT, "Set both", "", List.of(new Change("setting", "b", Optional.empty(), Optional.of("1")),
          new Change("setting", "a", Optional.empty(), Optional.of("1"))));
      set(history, "a", "2");

      assertThrows(StaleEditException.class, () -> history.apply(older));

      assertEquals(Optional.empty(), catalog.settings().find("b"));
      assertEquals(1, log(catalog).head().sequence());
    }
  }
}

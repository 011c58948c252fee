package umbra.catalog.decision;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import umbra.catalog.Catalog;
import umbra.catalog.audit.AuditAction;
import umbra.catalog.audit.AuditEvent;
import umbra.catalog.audit.AuditLog;

/// Applies edits, undoes and redoes them. Each step writes its rows, one line of the edit log and one of the audit trail in
/// one transaction; both logs only grow, so that undo works after a restart. A new edit ends what could be redone.
public final class EditHistory {
  private enum Step { APPLY, UNDO, REDO }

  private static final int MOST_OBJECTS_NAMED = 20;

  private final Catalog catalog;
  private final AuditLog audit;
  private final Map<String, ChangeKind> kinds;

  public EditHistory(Catalog catalog, AuditLog audit, Collection<? extends ChangeKind> kinds) {
    this.catalog = catalog;
    this.audit = audit;
    this.kinds = kinds.stream().collect(Collectors.toMap(ChangeKind::name, Function.identity(), (a, b) -> {
      throw new IllegalArgumentException("two kinds of change are named " + a.name() + " and " + b.name());
    }, LinkedHashMap::new));
  }

  /// Makes an edit from the rows as they are now and applies it, with nobody between.
  ///
  /// @param after what shall stand at each object
  /// @return the edit as made: only rows that really change; empty if none did, and then nothing is recorded
  public Optional<Edit> change(AuditAction action, String title, String why, String kind, Map<String, Optional<String>> after) {
    return catalog.write(connection -> {
      var changes = new ArrayList<Change>();
      for (var e : after.entrySet()) changes.add(new Change(kind, e.getKey(), kind(kind).read(connection, e.getKey()), e.getValue()));
      var edit = new Edit(action, title, why, changes);
      if (edit.changesNothing()) return Optional.empty();
      run(connection, edit, Step.APPLY, 0);
      return Optional.of(edit);
    });
  }

  /// @throws StaleEditException if a row is not what the edit took it to be before
  public void apply(Edit edit) {
    if (edit.changesNothing()) return;
    catalog.write(connection -> {
      run(connection, edit, Step.APPLY, 0);
      return edit;
    });
  }

  /// Takes back the newest edit that still holds.
  ///
  /// @return what of the edit was taken back: nothing of it where all its objects are gone, see [ChangeKind#isGone]; empty if there is no edit
  public Optional<Edit> undo() {
    return step(Step.UNDO);
  }

  /// Applies again what was undone last.
  public Optional<Edit> redo() {
    return step(Step.REDO);
  }

  private Optional<Edit> step(Step step) {
    return catalog.write(connection -> {
      var origin = step == Step.UNDO ? stacks(connection).done().peek() : stacks(connection).undone().peek();
      if (origin == null) return Optional.empty();
      var edit = left(connection, load(connection, origin));
      run(connection, step == Step.UNDO ? edit.inverse() : edit, step, origin);
      return Optional.of(edit);
    });
  }

  /// Without what was decided on objects that are gone.
  private Edit left(Connection connection, Edit edit) throws SQLException {
    var changes = new ArrayList<Change>();
    for (var change : edit.changes()) if (!kind(change.kind()).isGone(connection, change.object())) changes.add(change);
    return new Edit(edit.action(), edit.title(), edit.why(), changes);
  }

  public Optional<String> undoTitle() {
    return catalog.read(connection -> title(connection, stacks(connection).done().peek()));
  }

  public Optional<String> redoTitle() {
    return catalog.read(connection -> title(connection, stacks(connection).undone().peek()));
  }

  private static Optional<String> title(Connection connection, Long id) throws SQLException {
    return id == null ? Optional.empty() : Optional.of(load(connection, id).title());
  }

  private void run(Connection connection, Edit edit, Step step, long origin) throws SQLException {
    for (var change : edit.changes()) {
      var kind = kind(change.kind());
      if (!kind.read(connection, change.object()).equals(change.before())) throw new StaleEditException(change);
      kind.write(connection, change.object(), change.after());
    }
    var action = switch (step) {
      case APPLY -> edit.action();
      case UNDO -> AuditAction.UNDO;
      case REDO -> AuditAction.REDO;
    };
    var why = edit.title() + (edit.why().isEmpty() ? "" : ": " + edit.why());
    var row = audit.append(connection, AuditEvent.of(action, objects(edit), why));
    log(connection, edit, step, origin, row.sequence());
  }

  private ChangeKind kind(String name) {
    return Objects.requireNonNull(kinds.get(name), () -> "no kind of change is named " + name);
  }

  private static String objects(Edit edit) {
    var named = edit.changes().stream().limit(MOST_OBJECTS_NAMED).map(Change::object).collect(Collectors.joining(", "));
    int more = edit.changes().size() - MOST_OBJECTS_NAMED;
    return more > 0 ? named + " and " + more + " more" : named;
  }

  private static void log(Connection connection, Edit edit, Step step, long origin, long auditSequence) throws SQLException {
    long id = newest(connection) + 1;
    try (var insert = connection.prepareStatement("INSERT INTO edit VALUES (?, ?, ?, ?, ?, ?, ?)")) {
      insert.setLong(1, id);
      insert.setString(2, step.name());
      insert.setLong(3, step == Step.APPLY ? id : origin);
      insert.setString(4, edit.title());
      insert.setString(5, edit.why());
      insert.setString(6, edit.action().name());
      insert.setLong(7, auditSequence);
      insert.executeUpdate();
    }
    if (step != Step.APPLY) return; // the changes stand with the edit it speaks of
    try (var insert = connection.prepareStatement("INSERT INTO edit_change VALUES (?, ?, ?, ?, ?, ?)")) {
      int position = 0;
      for (var change : edit.changes()) {
        insert.setLong(1, id);
        insert.setInt(2, position++);
        insert.setString(3, change.kind());
        insert.setString(4, change.object());
        insert.setString(5, change.before().orElse(null));
        insert.setString(6, change.after().orElse(null));
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private static long newest(Connection connection) throws SQLException {
    try (var statement = connection.createStatement(); var row = statement.executeQuery("SELECT COALESCE(MAX(id), 0) FROM edit")) {
      row.next();
      return row.getLong(1);
    }
  }

  private record Stacks(Deque<Long> done, Deque<Long> undone) {}

  private static Stacks stacks(Connection connection) throws SQLException {
    var stacks = new Stacks(new ArrayDeque<>(), new ArrayDeque<>());
    try (var statement = connection.createStatement(); var row = statement.executeQuery("SELECT step, origin FROM edit ORDER BY id")) {
      while (row.next()) {
        switch (Step.valueOf(row.getString(1))) {
          case APPLY -> {
            stacks.done().push(row.getLong(2));
            stacks.undone().clear();
          }
          case UNDO -> stacks.undone().push(stacks.done().pop());
          case REDO -> stacks.done().push(stacks.undone().pop());
        }
      }
    }
    return stacks;
  }

  private static Edit load(Connection connection, long id) throws SQLException {
    var changes = new ArrayList<Change>();
    try (var find = connection.prepareStatement("SELECT kind, object, before_value, after_value FROM edit_change WHERE edit_id = ? ORDER BY position")) {
      find.setLong(1, id);
      try (var r = find.executeQuery()) {
        while (r.next()) changes.add(new Change(r.getString(1), r.getString(2), Optional.ofNullable(r.getString(3)), Optional.ofNullable(r.getString(4))));
      }
    }
    try (var find = connection.prepareStatement("SELECT action, title, why FROM edit WHERE id = ?")) {
      find.setLong(1, id);
      try (var r = find.executeQuery()) {
        r.next();
        return new Edit(AuditAction.valueOf(r.getString(1)), r.getString(2), r.getString(3), List.copyOf(changes));
      }
    }
  }
}

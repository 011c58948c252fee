package umbra.app.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import umbra.catalog.audit.AuditCheck;
import umbra.catalog.audit.AuditLog;
import umbra.catalog.audit.AuditRow;
import umbra.catalog.version.Versions;
import umbra.job.JobRunner;
import umbra.job.JobState;
import umbra.words.Counts;

/// The trail of a workspace, newest first, with a filter over it.
public final class AuditViewModel {
  private static final int PAGE = 2000;

  private final AuditLog log;
  private final Versions versions;
  private final JobRunner runner;
  private final ObservableList<AuditRow> rows = FXCollections.observableArrayList();
  private final FilteredList<AuditRow> shown = new FilteredList<>(rows);
  private final StringProperty query = new SimpleStringProperty("");
  private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper("");
  private long last;

  public AuditViewModel(AuditLog log, Versions versions, JobRunner runner) {
    this.log = log;
    this.versions = versions;
    this.runner = runner;
    query.subscribe(this::filter);
  }

  public ObservableList<AuditRow> shown() {
    return shown;
  }

  public StringProperty query() {
    return query;
  }

  /// What the last check or export came to.
  public ReadOnlyStringProperty said() {
    return said.getReadOnlyProperty();
  }

  /// Reads what was added since the last time.
  public void reload() {
    long after = last;
    runner.<List<AuditRow>>start("Reading the audit trail", _ -> read(after), state -> {
      if (!(state instanceof JobState.Succeeded<List<AuditRow>>(var found)) || found.isEmpty() || after != last) return;
      last = found.getLast().sequence();
      rows.addAll(0, found.reversed());
    });
  }

  private List<AuditRow> read(long from) {
    var all = new ArrayList<AuditRow>();
    long after = from;
    for (var page = log.rows(after, PAGE); !page.isEmpty(); page = log.rows(after, PAGE)) {
      all.addAll(page);
      after = page.getLast().sequence();
    }
    return all;
  }

  private void filter() {
    var words = query.get().toLowerCase(Locale.ROOT).split("\\s+");
    shown.setPredicate(row -> Stream.of(words).allMatch(w -> w.isEmpty() || text(row).contains(w)));
  }

  private static String text(AuditRow row) {
    return String.join(" ", row.at().toString(), row.who(), action(row), row.event().object(), row.event().why()).toLowerCase(Locale.ROOT);
  }

  /// In words, such as `export begun`.
  static String action(AuditRow row) {
    return row.event().action().name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /// Follows the whole chain of hashes, through the heads that finished exports printed.
  public void verify() {
    said.set("Verifying…");
    runner.<AuditCheck>start("Verifying the audit trail", _ -> log.check(versions.heads()), state -> {
      switch (state) {
        case JobState.Succeeded<AuditCheck>(var check) -> said.set(check.isWhole()
            ? "Whole: %s. Note this head to compare later: %s".formatted(Counts.of(check.rows(), "row"), check.head())
            : "NOT whole: " + check.faults().stream().limit(5).map(Object::toString).collect(Collectors.joining("; ")));
        case JobState.Failed<AuditCheck> _ -> said.set("The audit trail cannot be read now.");
        case JobState.Waiting<AuditCheck> _, JobState.Running<AuditCheck> _, JobState.Cancelled<AuditCheck> _ -> {}
      }
    });
  }

  /// Writes the trail without reasons, as `umbra audit --for-others --csv` prints it, into a new file of a folder.
  public void exportForOthers(Path folder) {
    runner.<Path>start("Writing the audit trail", _ -> write(folder), state -> {
      switch (state) {
        case JobState.Succeeded<Path>(var file) -> said.set("Written without reasons: " + file);
        case JobState.Failed<Path> _ -> said.set(folder + ": the audit trail cannot be written there; choose another folder");
        case JobState.Waiting<Path> _, JobState.Running<Path> _, JobState.Cancelled<Path> _ -> {}
      }
    });
  }

  private Path write(Path folder) throws IOException {
    var file = folder.resolve("audit-trail.csv");
    for (int i = 2; Files.exists(file); i++) file = folder.resolve("audit-trail-" + i + ".csv");
    var lines = new ArrayList<String>();
    lines.add("sequence,at,who,action,object,why,program,profile_hash,hash");
    for (var whole : read(0)) {
      var row = whole.forOthers();
      lines.add(Stream.of(Long.toString(row.sequence()), row.at().toString(), row.who(), row.event().action().name(), row.event().object(), row.event().why(), row.program(), row.event().profileHash(), row.hash())
          .map(AuditViewModel::quoted).collect(Collectors.joining(",")));
    }
    Files.write(file, lines, StandardOpenOption.CREATE_NEW);
    return file;
  }

  /// RFC 4180.
  private static String quoted(String cell) {
    return cell.matches("(?s).*[\",\\r\\n].*") ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
  }
}

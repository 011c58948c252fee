package umbra.app.quarantine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import umbra.catalog.Catalog;
import umbra.catalog.SourceRow;
import umbra.catalog.SourceRow.Outcome;
import umbra.job.JobRunner;
import umbra.job.JobState;
import umbra.workspace.source.SourceFiles;
import umbra.workspace.source.SourcePlace;

/// The quarantine of a workspace and the first bytes of the file chosen.
public final class QuarantineViewModel {
  private static final int MOST_ROWS = 20_000;
  private static final int BYTES = 4096;

  private final Catalog catalog;
  private final SourceFiles files;
  private final JobRunner runner;
  private final ObservableList<SourceRow> rows = FXCollections.observableArrayList();
  private final ReadOnlyStringWrapper bytes = new ReadOnlyStringWrapper("");

  public QuarantineViewModel(Catalog catalog, SourceFiles files, JobRunner runner) {
    this.catalog = catalog;
    this.files = files;
    this.runner = runner;
  }

  public ObservableList<SourceRow> rows() {
    return rows;
  }

  /// The beginning of the chosen file, in hexadecimal and as text.
  public ReadOnlyStringProperty bytes() {
    return bytes.getReadOnlyProperty();
  }

  public void refresh() {
    runner.<List<SourceRow>>start("Reading the quarantine", _ -> read(), state -> {
      if (state instanceof JobState.Succeeded<List<SourceRow>>(var found) && !found.equals(rows)) rows.setAll(found);
    });
  }

  private List<SourceRow> read() {
    var all = new ArrayList<SourceRow>();
    long after = 0;
    for (var page = page(after); !page.isEmpty() && all.size() < MOST_ROWS; page = page(after)) {
      all.addAll(page);
      after = page.getLast().id();
    }
    return all;
  }

  private List<SourceRow> page(long after) {
    return catalog.sources().withOutcome(Outcome.QUARANTINED, after, 1000);
  }

  public void choose(SourceRow row) {
    runner.<String>start("Reading a file", _ -> hex(row), state -> {
      switch (state) {
        case JobState.Succeeded<String>(var text) -> bytes.set(text);
        case JobState.Failed<String> _ -> bytes.set("The file cannot be read now.");
        case JobState.Waiting<String> _, JobState.Running<String> _, JobState.Cancelled<String> _ -> {}
      }
    });
  }

  private String hex(SourceRow row) throws IOException {
    try (var source = files.ranged(new SourcePlace(Path.of(row.path()), row.member()))) {
      int length = (int) Math.min(BYTES, source.size());
      return dump(source.view(0, length).toArray(java.lang.foreign.ValueLayout.JAVA_BYTE));
    }
  }

  static String dump(byte[] content) {
    var text = new StringBuilder();
    for (int at = 0; at < content.length; at += 16) {
      text.append("%08x  ".formatted(at));
      for (int i = at; i < at + 16; i++) text.append(i < content.length ? "%02x ".formatted(content[i]) : "   ");
      text.append(' ');
      for (int i = at; i < Math.min(at + 16, content.length); i++) text.append(content[i] >= 32 && content[i] < 127 ? (char) content[i] : '·');
      text.append('\n');
    }
    return text.toString();
  }
}

package umbra.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import umbra.catalog.decision.TextRow;
import umbra.catalog.decision.TextValues;
import umbra.words.Counts;
import umbra.workspace.curate.Suggestion;
import umbra.workspace.curate.TextScan;
import umbra.workspace.source.SourceFiles;

/// `umbra values`: every distinct text once, by its place.
@Command(name = "values", description = "List every distinct text value by tag path, with its count, subjects and disposition. Reads headers that it has not read yet.")
public final class ValuesCommand implements Callable<Integer> {
  private static final int PAGE = 1000;

  @Mixin
  private WorkspaceOption workspace;

  @Mixin
  private FormOption form;

  @Mixin
  private JobOption job;

  @Spec
  private CommandSpec spec;

  private final SourceFiles files;

  public ValuesCommand(SourceFiles files) {
    this.files = files;
  }

  @Override
  public Integer call() throws Exception {
    try (var open = workspace.openExisting()) {
      var report = job.run("reading texts", context -> new TextScan(open, files).run(context));
      print(new TextValues(open.catalog()));
      if (report.unreadable() > 0) spec.commandLine().getErr().println("umbra: " + Counts.of(report.unreadable(), "instance") + " cannot be read now: texts are missing here");
      return report.unreadable() > 0 ? ExitCode.FOUND : ExitCode.DONE;
    }
  }

  private void print(TextValues values) throws Exception {
    var table = new Table(form.form(), "id", "tag_path", "private_creator", "vr", "text", "count", "subjects", "series", "resembles", "suggestion", "disposition", "replacement");
    Optional<TextRow> after = Optional.empty();
    for (var page = values.rows(after, PAGE); !page.isEmpty(); page = values.rows(after, PAGE)) {
      for (var row : page) {
        var decision = row.decision().orElse("undecided");
        int line = decision.indexOf('\n');
        table.row(row.id(), row.where().place(), row.where().creator(), row.where().vr(), row.where().text(), row.uses(), row.subjects(), row.series(), row.resembles(), Suggestion.of(row).word(),
            line < 0 ? decision : decision.substring(0, line), line < 0 ? "" : decision.substring(line + 1));
      }
      after = Optional.of(page.getLast());
    }
    table.print(spec.commandLine().getOut());
  }

}

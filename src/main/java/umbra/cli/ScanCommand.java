package umbra.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import umbra.job.ComputePool;
import umbra.ocr.TextFinder;
import umbra.ocr.judge.TextJudge;
import umbra.ocr.judge.Vocabulary;
import umbra.workspace.Workspace;
import umbra.workspace.scan.Scan;
import umbra.workspace.scan.ScanImages;
import umbra.workspace.scan.ScanReport;

/// `umbra scan`: runs the detectors over a workspace.
@Command(name = "scan", description = "Look for burned-in text in every frame of every instance. Can be interrupted and started again.", mixinStandardHelpOptions = true)
public final class ScanCommand implements Callable<Integer> {
  @Mixin
  private WorkspaceOption workspace;

  @Option(names = "--only", paramLabel = "KIND", split = ",", description = "Only these detectors: text.")
  private List<String> only = List.of();

  @Mixin
  private FormOption form;

  @Option(names = "--quiet", description = "No progress.")
  private boolean quiet;

  @Spec
  private CommandSpec spec;

  private final ScanImages images;
  private final TextFinder finder;
  private final Path words;
  private final ComputePool pool;

  /// @param words file of the word lists
  public ScanCommand(ScanImages images, TextFinder finder, Path words, ComputePool pool) {
    this.images = images;
    this.finder = finder;
    this.words = words;
    this.pool = pool;
  }

  @Override
  public Integer call() throws Exception {
    for (var kind : only) if (!kind.equals(Scan.TEXT)) throw new ParameterException(spec.commandLine(), "--only: there is no detector " + kind + "; there is: " + Scan.TEXT);
    try (var open = workspace.openExisting()) {
      var report = scanned(open);
      var table = new Table(form.form(), "looked_at", "unchanged", "not_looked_at");
      table.row(report.looked() - report.failed(), report.unchanged(), report.failed());
      table.print(spec.commandLine().getOut());
      return report.failed() > 0 ? ExitCode.FOUND : ExitCode.DONE;
    }
  }

  private TextJudge judge() throws Exception {
    if (Files.exists(words)) return new TextJudge(Vocabulary.read(words));
    spec.commandLine().getErr().println("umbra: " + words + " is missing; every text will be suspect");
    return new TextJudge(Vocabulary.empty());
  }

  private ScanReport scanned(Workspace open) throws Exception {
    var scan = new Scan(open, images, finder, judge(), pool);
    return JobLine.run(spec, "scanning", quiet, scan::run);
  }
}

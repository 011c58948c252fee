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
import umbra.words.Counts;
import umbra.workspace.Workspace;
import umbra.workspace.scan.Scan;
import umbra.workspace.scan.ScanImages;
import umbra.workspace.scan.ScanReport;
import umbra.workspace.template.TemplateScan;
import umbra.workspace.template.Templates;

/// `umbra scan`: runs the detectors over a workspace.
@Command(name = "scan", description = "Look for burned-in text in every frame of every instance. Can be interrupted and started again.")
public final class ScanCommand implements Callable<Integer> {
  private static final List<String> KINDS = List.of(Scan.TEXT, TemplateScan.DETECTOR);

  @Mixin
  private WorkspaceOption workspace;

  @Option(names = "--only", paramLabel = "KIND", split = ",", description = "Only these detectors: text, template.")
  private List<String> only = List.of();

  @Mixin
  private FormOption form;

  @Mixin
  private JobOption job;

  @Spec
  private CommandSpec spec;

  private final ScanImages images;
  private final TextFinder finder;
  private final Path words;
  private final List<Path> templates;
  private final ComputePool pool;

  /// @param words file of the word lists
  /// @param templates folders of device templates, which need not exist
  public ScanCommand(ScanImages images, TextFinder finder, Path words, List<Path> templates, ComputePool pool) {
    this.images = images;
    this.finder = finder;
    this.words = words;
    this.templates = templates;
    this.pool = pool;
  }

  @Override
  public Integer call() throws Exception {
    for (var kind : only) if (!KINDS.contains(kind)) throw new ParameterException(spec.commandLine(), "--only: there is no detector " + kind + "; there are: " + String.join(", ", KINDS));
    try (var open = workspace.openExisting()) {
      long unreadable = only.isEmpty() || only.contains(TemplateScan.DETECTOR) ? suggested(open) : 0;
      if (!only.isEmpty() && !only.contains(Scan.TEXT)) return unreadable > 0 ? ExitCode.FOUND : ExitCode.DONE;
      var report = scanned(open);
      var table = new Table(form.form(), "looked_at", "unchanged", "not_looked_at");
      table.row(report.looked() - report.failed(), report.unchanged(), report.failed());
      table.print(spec.commandLine().getOut());
      return report.failed() > 0 ? ExitCode.FOUND : ExitCode.DONE;
    }
  }

  /// @return images that could not be held against the templates
  private long suggested(Workspace open) throws Exception {
    var report = new TemplateScan(open, images.files(), Templates.in(templates)).run(new umbra.job.JobContext() {
      @Override public void progress(long done, long total) {}

      @Override public void checkCancelled() {}
    });
    if (report.looked() > 0 || report.unreadable() > 0) {
      spec.commandLine().getErr().println("umbra: " + Counts.of(report.suggested(), "known device region") + " suggested for " + Counts.of(report.looked(), "image") + ", " + Counts.of(report.unreadable(), "image") + " cannot be read now");
    }
    return report.unreadable();
  }

  private TextJudge judge() throws Exception {
    if (Files.exists(words)) return new TextJudge(Vocabulary.read(words));
    spec.commandLine().getErr().println("umbra: " + words + " is missing; every text will be suspect");
    return new TextJudge(Vocabulary.empty());
  }

  private ScanReport scanned(Workspace open) throws Exception {
    var scan = new Scan(open, images, finder, judge(), pool);
    return job.run("scanning", scan::run);
  }
}

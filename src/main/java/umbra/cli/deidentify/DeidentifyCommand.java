package umbra.cli.deidentify;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.InvalidKeyException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine;
import umbra.cli.CrosswalkFile;
import umbra.cli.ExitCode;
import umbra.cli.FormOption;
import umbra.cli.JobOption;
import umbra.cli.RegionFile;
import umbra.cli.RulesOption;
import umbra.cli.Table;
import umbra.deid.Facts;
import umbra.deid.Planner;
import umbra.deid.profile.ProfileStore;
import umbra.deid.rule.ProfileOption;
import umbra.deid.value.KeyedPseudonyms;
import umbra.deid.value.PatientNaming;
import umbra.deid.value.ProjectKey;
import umbra.io.RealPath;
import umbra.job.ComputePool;
import umbra.workspace.deidentify.Blackening;
import umbra.workspace.deidentify.Crossings;
import umbra.workspace.deidentify.FileDeidentifier;
import umbra.workspace.deidentify.FolderDeidentifier;
import umbra.workspace.release.ReleaseParts;

/// `umbra deidentify`: files or a folder, without a workspace.
@Command(name = "deidentify", description = "De-identify a file or a folder into a new folder. What may not leave is left out and listed.")
public final class DeidentifyCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "IN", description = "A DICOM file or a folder of them; opened read-only.")
  private Path in;

  @Parameters(index = "1", paramLabel = "OUT", description = "A folder that does not exist yet, or is empty.")
  private Path out;

  @Mixin
  private RulesOption rules;

  @Option(names = "--key-file", paramLabel = "F", description = "At least 16 secret bytes: the same key gives the same pseudonyms. Without it a key is made up and forgotten.")
  private Path keyFile;

  @Option(names = "--regions", paramLabel = "F.csv", description = "Boxes to blacken, as `umbra regions` prints them; each is proven in the written file.")
  private Path regions;

  @Option(names = "--crosswalk", paramLabel = "F.csv", description = "Write originals beside what became of them: CONFIDENTIAL. A new file outside OUT.")
  private Path crosswalk;

  @Mixin
  private JobOption job;

  @Mixin
  private FormOption form;

  @Spec
  private CommandSpec spec;

  private final ProfileStore store;
  private final ComputePool pool;
  private final ReleaseParts.Pixels pixels;
  private final Supplier<byte[]> newKey;

  /// @param newKey makes up a key
  public DeidentifyCommand(ProfileStore store, ComputePool pool, ReleaseParts.Pixels pixels, Supplier<byte[]> newKey) {
    this.store = store;
    this.pool = pool;
    this.pixels = pixels;
    this.newKey = newKey;
  }

  @Override
  public Integer call() throws Exception {
    if (!Files.exists(in)) throw new NoSuchFileException(in.toString());
    var planner = new Planner(rules.chosen(store), new KeyedPseudonyms(key(), new PatientNaming.Keyed(rules.prefix().orElse("SUBJ-")), Map.of(), rules.wholeWeeks()));
    var blackening = blackening();
    checkFolder();
    var files = new FileDeidentifier(planner, out);
    var report = crosswalk == null ? run(new FolderDeidentifier(files, pool, path -> files.run(path, way(files, blackening)))) : crossed(files, way(files, blackening));
    var table = new Table(form.form(), "file", "reason", "detail");
    for (var left : report.left()) table.row(left.file(), left.why().reason(), left.why().detail());
    table.print(spec.commandLine().getOut());
    var retention = report.retention();
    spec.commandLine().getErr().printf("umbra: %d written, %d left out; elements: %d kept, %d cleaned, %d replaced, %d removed%n", report.done(), report.left().size(), retention.kept(),
        retention.cleaned(), retention.replaced(), retention.removed());
    if (planner.profile().has(ProfileOption.CLEAN_PIXEL_DATA)) spec.commandLine().getErr().println("umbra: pixels were not looked at; no file claims that they are clean");
    return report.isComplete() ? ExitCode.DONE : ExitCode.FOUND;
  }

  private static FileDeidentifier.Opened way(FileDeidentifier files, Optional<Blackening> blackening) {
    return file -> blackening.isPresent() ? blackening.get().run(files, file, Facts.NONE) : files.run(file, Facts.NONE, Optional.empty());
  }

  private FolderDeidentifier.Report crossed(FileDeidentifier files, FileDeidentifier.Opened way) throws Exception {
    var crossings = new Crossings(files, out);
    try (var file = CrosswalkFile.create(crosswalk)) {
      var report = run(new FolderDeidentifier(files, pool, path -> files.run(path, crossings.noting(path, way))));
      file.write(crossings.rows(report));
      return report;
    }
  }

  /// A row that fits no file of IN would hide nothing: it is refused before anything is written.
  private Optional<Blackening> blackening() throws IOException {
    if (regions == null) return Optional.empty();
    var file = new RegionFile(spec, regions, "nothing was written");
    var blackening = new Blackening(file.rows(line -> line), pixels.redaction(), pixels.proof(), out);
    var unmatched = blackening.unmatched(FolderDeidentifier.filesOf(in));
    if (unmatched.isPresent()) throw file.refusal(unmatched.get(), "no file of IN has these UIDs");
    return Optional.of(blackening);
  }

  private ProjectKey key() throws IOException {
    try {
      if (keyFile == null) spec.commandLine().getErr().println("umbra: no --key-file: these pseudonyms cannot be made again");
      return ProjectKey.of(keyFile == null ? newKey.get() : Files.readAllBytes(keyFile));
    } catch (InvalidKeyException e) {
      throw new CommandLine.ParameterException(spec.commandLine(), keyFile + ": " + e.getMessage(), e);
    }
  }

  /// The target is a new folder outside of what is read: nothing is overwritten, nothing is read twice.
  private void checkFolder() throws IOException {
    if (crosswalk != null && RealPath.of(crosswalk).startsWith(RealPath.of(out))) throw new CommandLine.ParameterException(spec.commandLine(), "a crosswalk is confidential and does not lie in OUT");
    if (RealPath.of(out).startsWith(RealPath.of(in))) throw new CommandLine.ParameterException(spec.commandLine(), "OUT lies in IN");
    if (Files.exists(out)) {
      try (var inside = Files.list(out)) {
        if (inside.findAny().isPresent()) throw new FileAlreadyExistsException(out.toString(), null, "is not empty");
      }
    }
  }

  private FolderDeidentifier.Report run(FolderDeidentifier work) throws Exception {
    Files.createDirectories(out);
    return job.run("de-identifying", context -> work.run(in, context));
  }
}

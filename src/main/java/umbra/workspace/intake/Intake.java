package umbra.workspace.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import umbra.catalog.Catalog;
import umbra.catalog.SourceRow;
import umbra.catalog.SourceRow.Outcome;
import umbra.catalog.arrival.Arrivals;
import umbra.catalog.arrival.Arrivals.Arrival;
import umbra.catalog.audit.AuditAction;
import umbra.catalog.audit.AuditEvent;
import umbra.job.ComputePool;
import umbra.job.JobContext;
import umbra.workspace.Workspace;
import umbra.workspace.source.SourceFiles;
import umbra.workspace.source.SourcePlace;

/// Imports folders, archives, DICOMDIR file-sets and single files.
///
/// Headers are read by all threads of the pool while the batch before is committed; batches are committed in the order of
/// the files, so an import that was killed and begun again ends in the same catalogue.
public final class Intake {
  private static final int BATCH = 200;

  private final Workspace workspace;
  private final SourceFiles files;
  private final ComputePool pool;

  public Intake(Workspace workspace, SourceFiles files, ComputePool pool) {
    this.workspace = workspace;
    this.files = files;
    this.pool = pool;
  }

  /// Imports all files below the paths. Progress counts files; the total is 0 while they are still being counted.
  ///
  /// @throws umbra.catalog.h2.LostCatalogException if the workspace itself fails; whatever was committed stays
  public IntakeReport run(List<Path> paths, JobContext context) {
    var walk = new FileWalk(context, workspace.folder());
    for (var path : paths) {
      walk.add(path);
      if (Files.isRegularFile(path)) for (var listed : listedBy(path.toAbsolutePath().normalize())) walk.add(listed);
    }
    var run = new Run(workspace.catalog(), context, walk.files().size());
    run.take(walk.closedFolders().stream().map(f -> Arrival.without(f.toString(), "", 0, 0, Outcome.QUARANTINED, "folder cannot be listed")).toList());
    run.files(walk.files().stream().map(SourcePlace::of).toList());
    workspace.audit().append(AuditEvent.of(AuditAction.IMPORT, "collection", run.looked + " files looked at, " + run.unchanged + " unchanged, " + run.found.added()
        + " instances added, " + run.found.quarantined() + " quarantined"));
    return new IntakeReport(run.looked, run.unchanged, run.found, workspace.catalog().collection().totals());
  }

  /// Looks again at everything in quarantine.
  public IntakeReport retry(JobContext context) {
    var again = new ArrayList<SourceRow>();
    long after = 0;
    for (var page = page(after); !page.isEmpty(); page = page(after)) {
      again.addAll(page);
      after = page.getLast().id();
    }
    new Arrivals(workspace.catalog()).forget(again);
    return run(again.stream().map(s -> Path.of(s.path())).distinct().toList(), context);
  }

  private List<SourceRow> page(long after) {
    return workspace.catalog().sources().withOutcome(Outcome.QUARANTINED, after, 1000);
  }

  /// What a file lists, if it is a DICOMDIR that a person pointed at.
  private List<Path> listedBy(Path file) {
    if (!file.getFileName().toString().toUpperCase(java.util.Locale.ROOT).startsWith("DICOMDIR")) return List.of();
    try (var directory = files.openHeader(SourcePlace.of(file))) {
      return FileSet.files(directory, file.getParent());
    } catch (IOException | RuntimeException _) {
      return List.of(); // the row of the file itself says why
    }
  }

  /// One import under way.
  private final class Run {
    private final Arrivals arrivals;
    private final SourceReader reader;
    private final JobContext context;
    private final long total;
    private List<Arrival> waiting = List.of();
    private Arrivals.Result found = Arrivals.Result.NONE;
    private long looked;
    private long unchanged;

    Run(Catalog catalog, JobContext context, long total) {
      this.arrivals = new Arrivals(catalog);
      this.reader = new SourceReader(files, catalog.sources());
      this.context = context;
      this.total = total;
    }

    void files(List<SourcePlace> places) {
      for (int from = 0; from < places.size(); from += BATCH) {
        context.checkCancelled();
        look(places.subList(from, Math.min(places.size(), from + BATCH)));
        context.progress(Math.min(looked, total), total);
      }
      commit();
    }

    /// Reads a batch while the one before is committed.
    private void look(List<SourcePlace> batch) {
      var results = new ArrayList<Optional<Arrival>>(java.util.Collections.nCopies(batch.size(), Optional.empty()));
      pool.forEach(batch.size() + 1, i -> {
        if (i == 0) commit();
        else results.set(i - 1, reader.look(batch.get(i - 1)));
      });
      looked += batch.size();
      unchanged += results.stream().filter(Optional::isEmpty).count();
      var plain = new ArrayList<Arrival>();
      for (var arrival : results.stream().flatMap(Optional::stream).toList()) {
        if (arrival.outcome() != Outcome.ARCHIVE) plain.add(arrival);
        else {
          take(plain);
          plain = new ArrayList<>();
          archive(arrival);
        }
      }
      waiting = plain;
    }

    /// The members first, the archive's own row last: an import that is killed between looks at it again.
    private void archive(Arrival archive) {
      var file = Path.of(archive.path());
      // Open while its members are read: the table of contents is then parsed once.
      try (var zip = new ZipFile(file.toFile())) {
        files(zip.stream().filter(e -> !e.isDirectory()).map(ZipEntry::getName).distinct().sorted().map(n -> new SourcePlace(file, n)).toList());
        take(List.of(archive));
      } catch (IOException e) {
        take(List.of(Arrival.without(archive.path(), "", archive.bytes(), archive.modified(), Outcome.QUARANTINED, SourceReader.reason(e))));
      }
    }

    private void commit() {
      take(waiting);
      waiting = List.of();
    }

    private void take(List<Arrival> batch) {
      if (batch.isEmpty()) return;
      found = found.plus(arrivals.add(batch, (path, member) -> files.sha256(new SourcePlace(Path.of(path), member))));
    }
  }
}

package umbra.workspace.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import umbra.catalog.SourceRow;
import umbra.catalog.SourceRow.Outcome;
import umbra.catalog.arrival.Arrivals;
import umbra.catalog.arrival.Arrivals.Arrival;
import umbra.catalog.audit.AuditAction;
import umbra.catalog.audit.AuditEvent;
import umbra.io.RealPath;
import umbra.job.ComputePool;
import umbra.job.JobContext;
import umbra.workspace.Workspace;
import umbra.workspace.intake.SourceReader.Mode;
import umbra.workspace.source.Archives;
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
    remember(paths.stream().filter(Files::isDirectory).toList());
    var walk = new FileWalk(context, workspace.folder());
    for (var path : paths) {
      walk.add(path);
      if (Files.isRegularFile(path)) for (var listed : listedBy(path.toAbsolutePath().normalize())) walk.add(listed);
    }
    var fresh = workspace.catalog().sources().isEmpty();
    var run = new Run(context, fresh ? Mode.FIRST : Mode.CHANGED, walk.files().size());
    return run.all(walk);
  }

  private void remember(List<Path> folders) {
    var places = new ArrayList<Path>();
    for (var folder : folders) {
      places.add(folder.toAbsolutePath().normalize());
      try {
        places.add(RealPath.of(folder));
      } catch (IOException _) {
        // the walk sets aside what cannot be reached
      }
    }
    workspace.catalog().folders().add(places);
  }

  /// Looks again at everything in quarantine. What is no better keeps its row.
  public IntakeReport retry(JobContext context) {
    var walk = new FileWalk(context, workspace.folder());
    var members = new ArrayList<SourcePlace>();
    long after = 0;
    for (var page = page(after); !page.isEmpty(); page = page(after)) {
      for (var row : page) {
        if (row.member().isEmpty()) walk.add(Path.of(row.path()));
        else members.add(new SourcePlace(Path.of(row.path()), row.member()));
      }
      after = page.getLast().id();
    }
    var run = new Run(context, Mode.RETRY, walk.files().size() + members.size());
    run.files(members);
    return run.all(walk);
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
    private final Arrivals arrivals = new Arrivals(workspace.catalog());
    private final SourceReader reader;
    private final JobContext context;
    private long total;
    private List<Arrival> waiting = List.of();
    private Arrivals.Result found = Arrivals.Result.NONE;
    private long looked;
    private long unchanged;
    private long stillQuarantined;
    private long unreachable;

    Run(JobContext context, Mode mode, long total) {
      this.reader = new SourceReader(files, workspace.catalog().sources(), mode);
      this.context = context;
      this.total = total;
    }

    IntakeReport all(FileWalk walk) {
      files(walk.files().stream().map(SourcePlace::of).toList());
      take(walk.closedFolders().stream().flatMap(this::closed).toList());
      workspace.audit().append(AuditEvent.of(AuditAction.IMPORT, "collection", looked + " files looked at, " + unchanged + " unchanged, " + found.added()
          + " instances added, " + found.quarantined() + " quarantined"));
      return new IntakeReport(looked, unchanged, stillQuarantined, unreachable, found, workspace.catalog().collection().totals());
    }

    private Stream<Arrival> closed(Path folder) {
      if (workspace.catalog().sources().find(folder.toString(), "").isPresent()) {
        stillQuarantined++;
        return Stream.empty();
      }
      return Stream.of(Arrival.without(folder.toString(), "", 0, 0, Outcome.QUARANTINED, "folder cannot be listed"));
    }

    void files(List<SourcePlace> places) {
      for (int from = 0; from < places.size(); from += BATCH) {
        context.checkCancelled();
        look(places.subList(from, Math.min(places.size(), from + BATCH)));
        context.progress(looked, total);
      }
      commit();
    }

    /// Reads a batch while the one before is committed.
    private void look(List<SourcePlace> batch) {
      var looks = new Look[batch.size()];
      pool.forEach(batch.size() + 1, i -> {
        if (i == 0) commit();
        else looks[i - 1] = reader.look(batch.get(i - 1));
      });
      looked += batch.size();
      var plain = new ArrayList<Arrival>();
      for (var look : looks) {
        switch (look) {
          case Look.Unchanged(var outcome) -> {
            unchanged++;
            if (outcome == Outcome.QUARANTINED) stillQuarantined++;
          }
          case Look.Unreachable _ -> unreachable++;
          case Look.Found(var arrival) when arrival.outcome() == Outcome.ARCHIVE -> {
            take(plain);
            plain.clear();
            archive(arrival);
          }
          case Look.Found(var arrival) -> plain.add(arrival);
        }
      }
      waiting = plain;
    }

    /// The members first, the archive's own row last: an import that is killed between looks at it again.
    private void archive(Arrival archive) {
      var file = Path.of(archive.path());
      // Open while its members are read: the table of contents is then parsed once.
      try (var zip = Archives.open(file)) {
        var members = Archives.members(zip);
        total += members.size();
        files(members.stream().map(n -> new SourcePlace(file, n)).toList());
        take(List.of(members.isEmpty() ? notDicom(archive) : archive));
      } catch (IOException e) {
        take(List.of(Arrival.without(archive.path(), "", archive.bytes(), archive.modified(), Outcome.QUARANTINED, SourceReader.reason(e))));
      }
    }

    private static Arrival notDicom(Arrival archive) {
      return Arrival.without(archive.path(), "", archive.bytes(), archive.modified(), Outcome.NOT_DICOM, "");
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

package umbra.workspace.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import umbra.catalog.audit.AuditAction;
import umbra.catalog.audit.AuditEvent;
import umbra.catalog.version.ReleasedRow;
import umbra.catalog.version.VersionRow;
import umbra.catalog.version.Versions;
import umbra.io.AtomicFile;
import umbra.io.RealPath;
import umbra.job.ComputePool;
import umbra.job.JobContext;
import umbra.workspace.Workspace;
import umbra.workspace.curate.Freshness;
import umbra.workspace.curate.Passes;
import umbra.workspace.slide.SlideBoxes;

/// Writes a version of a collection. What was written and noted before is not written again: an export that was stopped goes on.
public final class Export {
  private static final int BATCH = 64;
  private static final String DATA = "data";
  private static final String IN_VERSIONS = "subjects left under other pseudonyms, UIDs or dates in version ";

  private final Workspace workspace;
  private final ComputePool pool;
  private final InstanceExport.Sources sources;
  private final Versions versions;

  public Export(Workspace workspace, ComputePool pool, InstanceExport.Sources sources) {
    this.workspace = workspace;
    this.pool = pool;
    this.sources = sources;
    this.versions = new Versions(workspace.catalog());
  }

  /// @param withheld original path and reason
  public record Report(VersionRow version, long written, long unchanged, Map<String, String> withheld) {}

  /// @param prepared of the same terms and decisions
  /// @throws RefusedExportException if the gate is closed, or the folder or key is not that of this version
  /// @throws IOException if the target cannot be written; what is in place by then is whole and checked
  public Report run(Terms terms, Prepared prepared, Path out, JobContext context) throws IOException {
    var planned = checked(terms, prepared);
    var version = begin(terms, out);
    new Leftovers(workspace, version, out).clear(planned, name(terms));
    workspace.audit().append(event(terms, AuditAction.PROFILE, terms.profile().label()));
    workspace.audit().append(event(terms, AuditAction.EXPORT_BEGUN, prepared.leaving().size() + " instances may leave, " + prepared.withheld().size() + " stay"));
    try {
      return write(terms, planned, version, out, context);
    } catch (IOException | RuntimeException e) {
      workspace.audit().append(event(terms, AuditAction.EXPORT_STOPPED, e instanceof java.util.concurrent.CancellationException ? "cancelled" : e.getClass().getSimpleName()));
      throw e;
    }
  }

  /// The plan with the gates as they are now: what was passed for less than is open is open again.
  private Prepared checked(Terms terms, Prepared prepared) throws RefusedExportException {
    var changed = Freshness.changedSince(workspace.audit(), prepared.planned());
    if (changed.isPresent()) throw new RefusedExportException("the plan is out of date: after it came " + changed.get().event().action().name().toLowerCase(Locale.ROOT) + ", " + changed.get().event().object() + ". Plan again");
    var others = new FormerIdentities(workspace, terms).changed(prepared.leaving());
    var gates = new ArrayList<>(prepared.gates().stream().filter(g -> g.kind() != Gate.Kind.IDENTITY).toList());
    if (!others.isEmpty()) gates.add(new Gate(Gate.Kind.IDENTITY, others.values().stream().mapToLong(Set::size).sum(), ""));
    var now = prepared.withGates(gates).withPasses(Passes.of(workspace));
    if (now.closed().isEmpty()) return now;
    workspace.audit().append(event(terms, AuditAction.EXPORT_REFUSED, now.closed().stream().map(g -> g.kind().word() + " " + g.count()).collect(Collectors.joining(", "))));
    boolean isOther = now.closed().stream().anyMatch(g -> g.kind() == Gate.Kind.IDENTITY);
    throw new RefusedExportException(isOther ? IN_VERSIONS + String.join(", ", others.keySet()) + ". Undo what changed them, or pass the gate identity with a reason"
        : "the gate is closed", now.closed());
  }

  private static String name(Terms terms) {
    return "version " + terms.version() + " of " + terms.collection();
  }

  private static AuditEvent event(Terms terms, AuditAction action, String why) {
    return new AuditEvent(action, name(terms), why, terms.profile().hash());
  }

  private VersionRow begin(Terms terms, Path out) throws IOException {
    var before = versions.find(terms.collection(), terms.version());
    if (before.isPresent() && before.get().isFinished()) throw refused(terms, "", "version " + terms.version() + " is finished; a new one needs a new name");
    if (before.isPresent() && !before.get().keyMark().equals(terms.keyMark())) throw refused(terms, "", "version " + terms.version() + " was begun with another key, naming or offset");
    if (before.isPresent() && !before.get().profile().equals(terms.profile().label())) throw refused(terms, "", "version " + terms.version() + " was begun with another profile or other options");
    for (var place : List.of(out.toAbsolutePath().normalize(), RealPath.of(out))) {
      if (place.startsWith(workspace.folder()) || place.startsWith(RealPath.of(workspace.folder()))) throw refused(terms, out + ": ", "lies in the workspace, whose files name patients. Choose a folder outside");
      if (workspace.catalog().folders().hold(place)) throw refused(terms, out + ": ", "lies in an imported folder, whose next import would take it in. Choose a folder outside");
    }
    if (Files.exists(out) && before.isEmpty() && !isEmpty(out)) throw refused(terms, out + ": ", "is not empty, and not an export of this version that was stopped");
    Files.createDirectories(out.resolve(DATA));
    return before.orElseGet(() -> versions.begin(terms.collection(), terms.version(), terms.profile().label(), terms.keyMark()));
  }

  /// Notes that the export was refused.
  ///
  /// @param where for the person alone: a path may name a patient
  private RefusedExportException refused(Terms terms, String where, String why) {
    workspace.audit().append(event(terms, AuditAction.EXPORT_REFUSED, where.isEmpty() ? why : "the target " + why));
    return new RefusedExportException(where + why);
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> list = Files.list(folder)) {
      return list.findAny().isEmpty();
    }
  }

  private Report write(Terms terms, Prepared prepared, VersionRow version, Path out, JobContext context) throws IOException {
    var before = versions.released(version.id());
    var one = new InstanceExport(sources, terms, prepared, out.resolve(DATA), new SlideBoxes(workspace, sources.files(), sources.review()));
    long unchanged = 0;
    for (int from = 0; from < prepared.leaving().size(); from += BATCH) {
      context.checkCancelled();
      var batch = prepared.leaving().subList(from, Math.min(prepared.leaving().size(), from + BATCH));
      var open = new ArrayList<Prepared.Leaving>();
      for (var leaving : batch) {
        if (isThere(before.get(leaving.row().id()), out)) unchanged++;
        else open.add(leaving);
      }
      versions.add(version.id(), written(one, open));
      context.progress(from + batch.size(), prepared.leaving().size());
    }
    var decided = Freshness.decidedSince(workspace.audit(), Leftovers.begun(workspace, name(terms)));
    if (decided.isPresent()) throw RefusedExportException.unfinished("the version is not finished: while it was written came " + decided.get().event().action().name().toLowerCase(Locale.ROOT) + ", "
        + decided.get().event().object() + ". Plan and export again: its files are made anew");
    return finish(terms, prepared, version, out, unchanged);
  }

  private List<ReleasedRow> written(InstanceExport one, List<Prepared.Leaving> open) throws IOException {
    var rows = new ReleasedRow[open.size()];
    try {
      pool.forEach(open.size(), i -> {
        try {
          rows[i] = one.run(open.get(i));
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return List.of(rows);
  }

  private static boolean isThere(ReleasedRow row, Path out) throws IOException {
    if (row == null || !row.isWritten()) return false;
    var file = out.resolve(row.path());
    return Files.isRegularFile(file) && InstanceExport.sha256(file).equals(row.sha256());
  }

  private Report finish(Terms terms, Prepared prepared, VersionRow version, Path out, long unchanged) throws IOException {
    var released = versions.released(version.id());
    var cells = new HashMap<String, String>();
    var lines = released.values().stream().filter(ReleasedRow::isWritten).map(r -> ManifestLine.ofStored(r.line(), cells)).sorted(java.util.Comparator.comparing(ManifestLine::path)).toList();
    var withheld = new java.util.TreeMap<String, String>();
    var reasons = new HashMap<Long, String>(prepared.withheld());
    released.values().stream().filter(r -> !r.isWritten()).forEach(r -> reasons.put(r.instance(), r.reason()));
    reasons.forEach((id, reason) -> workspace.catalog().collection().findInstance(id).ifPresent(i -> withheld.put(i.path() + (i.member().isEmpty() ? "" : "!" + i.member()), reason)));
    refuseBroken(terms, prepared, reasons.keySet());
    var previous = previous(version);
    var head = workspace.audit().append(event(terms, AuditAction.EXPORT_FINISHED, lines.size() + " instances written, " + reasons.size() + " stay")).head();
    var records = new Records(terms, prepared, lines, reasons, previous.map(p -> VersionChange.between(p, versions.released(p.id()), released)), head.toString());
    AtomicFile.write(out.resolve("manifest.csv"), records::manifest);
    AtomicFile.write(out.resolve("collection.json"), channel -> Records.put(channel, records.json()));
    AtomicFile.write(out.resolve("method.html"), channel -> Records.put(channel, new MethodPage(records).html()));
    versions.finish(version, head.toString());
    return new Report(version, lines.size() - unchanged, unchanged, withheld);
  }

  /// An instance that stayed back while writing may be one that others speak of.
  private void refuseBroken(Terms terms, Prepared prepared, Set<Long> staying) throws RefusedExportException {
    var kind = Gate.Kind.REFERENCES;
    long broken = prepared.references().measure(staying).broken() - prepared.references().measure(Set.of()).broken();
    if (broken <= 0 || Passes.of(workspace).containsKey(kind.word())) return;
    workspace.audit().append(event(terms, AuditAction.EXPORT_REFUSED, kind.word() + " " + broken));
    throw RefusedExportException.unfinished("the version is not finished: " + broken + " references lead to instances that stayed back while writing. Plan again: withhold who speaks of them, or pass the gate "
        + kind.word() + "; then export again, it goes on where it stopped");
  }

  /// The finished version before this one.
  private Optional<VersionRow> previous(VersionRow version) {
    return versions.of(version.collection()).stream().filter(v -> v.isFinished() && v.id() < version.id()).reduce((_, b) -> b);
  }
}

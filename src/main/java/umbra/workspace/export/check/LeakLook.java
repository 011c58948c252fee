package umbra.workspace.export.check;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import umbra.catalog.version.ReleasedRow;
import umbra.dicom.DicomFile;
import umbra.job.JobContext;
import umbra.deid.identifier.Identifier;
import umbra.deid.identifier.IdentifierKind;
import umbra.deid.identifier.Identifiers;
import umbra.verify.LeakSweep;
import umbra.verify.Needles;
import umbra.workspace.Workspace;
import umbra.workspace.curate.Curation;
import umbra.workspace.curate.Subjects;
import umbra.workspace.source.SourceFiles;
import umbra.workspace.source.SourcePlace;

/// Searches the files of an export for the original identifiers that the workspace knows: of each subject in its own files, and none of all in the records.
public final class LeakLook implements Verification.Look {
  private static final Set<IdentifierKind> OF_PEOPLE = Set.of(IdentifierKind.NAME, IdentifierKind.ID, IdentifierKind.PHONE, IdentifierKind.PERSON, IdentifierKind.UID);

  private final Map<Long, Long> persons;
  private final Map<String, Long> subjects = new HashMap<>();
  private final Map<Long, Set<Identifier>> known = new HashMap<>();
  private final Map<Long, LeakSweep> sweeps = new HashMap<>();

  private LeakLook(Map<Long, Long> persons) {
    this.persons = persons;
  }

  /// Reads the headers of all that was released.
  ///
  /// @param released rows of the version that is looked at
  public static LeakLook of(Workspace workspace, SourceFiles files, Iterable<ReleasedRow> released, JobContext context) {
    var look = new LeakLook(new Subjects(workspace, new Curation(workspace, List.of())).rowsByPerson());
    for (var row : released) {
      context.checkCancelled();
      if (row.isWritten()) look.take(workspace, files, row);
    }
    return look;
  }

  private void take(Workspace workspace, SourceFiles files, ReleasedRow row) {
    var collection = workspace.catalog().collection();
    var instance = collection.findInstance(row.instance());
    if (instance.isEmpty()) return;
    long subject = collection.findSeries(instance.get().seriesId()).flatMap(s -> collection.findStudy(s.studyId())).map(s -> s.subjectId()).orElse(0L);
    subject = persons.getOrDefault(subject, subject);
    subjects.put(row.path(), subject);
    try (var file = files.openHeader(new SourcePlace(Path.of(instance.get().path()), instance.get().member()))) {
      var kept = known.computeIfAbsent(subjects.get(row.path()), _ -> new HashSet<>());
      Identifiers.of(file.dataSet()).stream().filter(i -> OF_PEOPLE.contains(i.kind())).forEach(kept::add);
    } catch (IOException _) {
      unreadable.add(row.path());
    }
  }

  private final List<String> unreadable = new ArrayList<>();

  /// Released files whose source cannot be read now, so that its identifiers are not among those searched for.
  public List<String> unreadable() {
    return List.copyOf(unreadable);
  }

  @Override
  public List<String> at(String path, DicomFile file) {
    var subject = subjects.get(path);
    if (subject == null) return List.of("was not written by this workspace");
    var sweep = sweeps.computeIfAbsent(subject, s -> new LeakSweep(new Needles(known.getOrDefault(s, Set.of()), Set.of())));
    return sweep.of(file).stream().map(l -> "holds an original identifier: " + l).toList();
  }

  /// The same for a record or the name of a file, against all subjects.
  public List<String> in(String text, String where) {
    var all = new HashSet<Identifier>();
    known.values().forEach(all::addAll);
    // A hash of 64 digits holds any short word by chance.
    return new LeakSweep(new Needles(all, Set.of())).of(text.replaceAll("[0-9a-f]{40,}", " "), where).stream().map(l -> "holds an original identifier: " + l).toList();
  }
}

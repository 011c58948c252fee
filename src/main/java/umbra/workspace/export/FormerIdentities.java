package umbra.workspace.export;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import umbra.catalog.version.VersionRow;
import umbra.catalog.version.Versions;
import umbra.workspace.Workspace;

/// How the instances of a collection left before, and who would now leave as somebody else: after a merge or a split, or by another key,
/// naming, table or shift of dates.
final class FormerIdentities {
  private record Left(VersionRow version, String patientId, String sop) {}

  private final String keyMark;
  private final Map<Long, Left> newest = new HashMap<>();
  private final Map<Long, Left> newestOfSubject = new HashMap<>();

  FormerIdentities(Workspace workspace, Terms terms) {
    keyMark = terms.keyMark();
    var collection = workspace.catalog().collection();
    var versions = new Versions(workspace.catalog());
    var subjects = new HashMap<Long, Long>();
    for (var version : versions.of(terms.collection())) {
      if (!version.isFinished()) continue;
      for (var row : versions.released(version.id()).values()) {
        if (!row.isWritten()) continue;
        var line = ManifestLine.ofStored(row.line());
        var left = new Left(version, line.patientId(), line.sop());
        newest.put(row.instance(), left);
        collection.findInstance(row.instance()).ifPresent(i -> newestOfSubject.put(subjects.computeIfAbsent(i.seriesId(), s -> collection.findSeries(s).flatMap(r -> collection.findStudy(r.studyId()))
            .map(t -> t.subjectId()).orElse(0L)), left));
      }
    }
  }

  private boolean isOther(Left left, Prepared.Leaving now) {
    return !left.version().keyMark().equals(keyMark) || !left.patientId().equals(now.as().patientId());
  }

  /// By version, the source subjects (their rows) that left in it as somebody else than they would now.
  Map<String, Set<Long>> changed(List<Prepared.Leaving> leaving) {
    var changed = new LinkedHashMap<String, Set<Long>>();
    for (var now : leaving) {
      var same = newest.get(now.row().id());
      var before = same == null ? newestOfSubject.get(now.as().subject()) : same;
      if (before == null) continue;
      if (isOther(before, now) || same != null && !same.sop().equals(now.as().sop())) changed.computeIfAbsent(before.version().name(), _ -> new TreeSet<>()).add(now.as().subject());
    }
    return new TreeMap<>(changed);
  }
}

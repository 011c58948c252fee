package umbra.workspace.export;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import umbra.catalog.version.ReleasedRow;
import umbra.catalog.version.VersionRow;
import umbra.catalog.version.Versions;
import umbra.workspace.Workspace;
import umbra.workspace.deidentify.Crossings;

/// Originals beside what became of them. Confidential.
public final class Crosswalk {
  private Crosswalk() {}

  /// Versions of that name in all collections.
  public static List<VersionRow> versions(Workspace workspace, String name) {
    return new Versions(workspace.catalog()).all().stream().filter(v -> v.name().equals(name)).toList();
  }

  /// Cells in the order of [Crossings#HEADER], by original path.
  public static List<List<String>> rows(Workspace workspace, VersionRow version) {
    var rows = new ArrayList<List<String>>();
    for (var released : new Versions(workspace.catalog()).released(version.id()).values()) row(workspace, released, rows);
    rows.sort(Comparator.comparing(r -> r.getFirst()));
    return List.copyOf(rows);
  }

  private static void row(Workspace workspace, ReleasedRow released, List<List<String>> rows) {
    var collection = workspace.catalog().collection();
    var instance = collection.findInstance(released.instance());
    if (instance.isEmpty()) return;
    var series = collection.findSeries(instance.get().seriesId()).orElseThrow();
    var study = collection.findStudy(series.studyId()).orElseThrow();
    var subject = collection.findSubject(study.subjectId()).orElseThrow();
    var cells = new ArrayList<>(List.of(instance.get().path() + (instance.get().member().isEmpty() ? "" : "!" + instance.get().member()), subject.patientId(), study.studyInstanceUid(),
        series.seriesInstanceUid(), instance.get().sopInstanceUid()));
    if (released.isWritten()) {
      var line = ManifestLine.ofStored(released.line());
      cells.addAll(List.of(line.path(), line.patientId(), line.study(), line.series(), line.sop(), ""));
    } else cells.addAll(List.of("", "", "", "", "", released.reason()));
    rows.add(List.copyOf(cells));
  }
}

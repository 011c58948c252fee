package umbra.workspace.deidentify;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import umbra.deid.DeidOutcome;
import umbra.deid.Plan;
import umbra.dicom.DataSet;
import umbra.dicom.Tag;
import umbra.dicom.Tags;

/// Notes what became of each file. Confidential: it holds originals beside pseudonyms. For several threads.
public final class Crossings {
  /// The columns of a crosswalk.
  public static final List<String> HEADER = List.of("original_path", "original_patient_id", "original_study_instance_uid", "original_series_instance_uid", "original_sop_instance_uid", "path",
      "patient_id", "study_instance_uid", "series_instance_uid", "sop_instance_uid", "withheld");

  private static final List<Tag> IDENTIFIERS = List.of(Tags.PATIENT_ID, Tag.of(0x0020, 0x000D), Tag.of(0x0020, 0x000E), Tags.SOP_INSTANCE_UID);

  private final FileDeidentifier files;
  private final Path out;
  private final Map<Path, List<String>> written = new ConcurrentHashMap<>();

  /// @param out the folder that paths of new files are told from
  public Crossings(FileDeidentifier files, Path out) {
    this.files = files;
    this.out = out;
  }

  /// The same way for one file, and what became of it is noted.
  public FileDeidentifier.Opened noting(Path file, FileDeidentifier.Opened way) {
    return opened -> {
      var outcome = way.take(opened);
      if (outcome instanceof DeidOutcome.Done(var plan)) written.put(file, cells(file, plan));
      return outcome;
    };
  }

  private List<String> cells(Path file, Plan plan) {
    var cells = new ArrayList<>(List.of(file.toString()));
    cells.addAll(identifiers(plan.source()));
    cells.add(out.relativize(files.place(plan.result())).toString().replace('\\', '/'));
    cells.addAll(identifiers(plan.result()));
    cells.add("");
    return List.copyOf(cells);
  }

  private static List<String> identifiers(DataSet dataSet) {
    return IDENTIFIERS.stream().map(t -> dataSet.text(t).orElse("")).toList();
  }

  /// Cells in the order of the header, by original path. What was left out has a reason and nothing beside its path.
  public List<List<String>> rows(FolderDeidentifier.Report report) {
    var rows = new TreeMap<>(written);
    for (var left : report.left()) rows.put(left.file(), List.of(left.file().toString(), "", "", "", "", "", "", "", "", "", left.why().detail()));
    return List.copyOf(rows.values());
  }
}

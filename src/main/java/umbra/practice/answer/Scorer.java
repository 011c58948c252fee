package umbra.practice.answer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import umbra.dicom.DicomException;
import umbra.dicom.DicomFile;
import umbra.dicom.read.DicomReader;
import umbra.dicom.read.ReadOptions;

/// Scores an export against the answer key, from its files and the crosswalk alone.
public final class Scorer {
  private final DicomReader reader = new DicomReader(ReadOptions.LENIENT);
  private final Map<String, Map<String, String>> rows = new HashMap<>();
  private final Path export;
  private final Links links;

  /// @param crosswalk rows by column name, as `umbra crosswalk` writes them
  public Scorer(Path export, List<Map<String, String>> crosswalk) {
    this.export = export;
    this.links = new Links(crosswalk);
    for (var row : crosswalk) rows.put(row.get("original_sop_instance_uid"), row);
  }

  /// A file that is missing without being withheld, or that cannot be read, fails all its answers.
  public Score score(List<Answer> answers) throws IOException {
    var byFile = new LinkedHashMap<String, List<Answer>>();
    for (var answer : answers) byFile.computeIfAbsent(answer.sopInstanceUid(), _ -> new ArrayList<>()).add(answer);
    var met = new ArrayList<Answer>();
    var faults = new ArrayList<Answer>();
    int withheld = 0;
    for (var entry : byFile.entrySet()) {
      var row = rows.get(entry.getKey());
      if (row == null) faults.addAll(entry.getValue());
      else if (!row.get("withheld").isEmpty()) withheld += entry.getValue().size();
      else split(entry.getValue(), row, met, faults);
    }
    return Score.of(met, faults, withheld);
  }

  private void split(List<Answer> answers, Map<String, String> row, List<Answer> met, List<Answer> faults) throws IOException {
    try (DicomFile file = reader.read(export.resolve(row.get("path")))) {
      var check = new AnswerCheck(file, row, links);
      for (var answer : answers) (check.isMet(answer) ? met : faults).add(answer);
    } catch (DicomException | java.nio.file.NoSuchFileException _) {
      faults.addAll(answers);
    }
  }

  /// What was told of identities so far: each original has one successor, each successor one original.
  static final class Links {
    private final Map<String, String> uids = new HashMap<>();
    private final Map<String, String> originals = new HashMap<>();
    private final Map<String, Set<String>> patients = new HashMap<>();
    private final Map<String, Set<String>> patientOriginals = new HashMap<>();
    private final Map<String, Long> shifts = new HashMap<>();

    Links(List<Map<String, String>> crosswalk) {
      for (var row : crosswalk) {
        if (!row.get("withheld").isEmpty()) continue;
        for (var level : List.of("study", "series", "sop")) link(row.get("original_" + level + "_instance_uid"), row.get(level + "_instance_uid"));
        patients.computeIfAbsent(row.get("original_patient_id"), _ -> new java.util.HashSet<>()).add(row.get("patient_id"));
        patientOriginals.computeIfAbsent(row.get("patient_id"), _ -> new java.util.HashSet<>()).add(row.get("original_patient_id"));
      }
    }

    boolean link(String original, String made) {
      var known = uids.putIfAbsent(original, made);
      var source = originals.putIfAbsent(made, original);
      return (known == null || known.equals(made)) && (source == null || source.equals(original));
    }

    boolean patient(String original, String made) {
      return patients.getOrDefault(original, Set.of()).equals(Set.of(made)) && patientOriginals.getOrDefault(made, Set.of()).equals(Set.of(original));
    }

    /// The first date of a subject tells its shift; all others must agree.
    boolean shift(String subject, long days) {
      var known = shifts.putIfAbsent(subject, days);
      return days != 0 && (known == null || known == days);
    }
  }
}

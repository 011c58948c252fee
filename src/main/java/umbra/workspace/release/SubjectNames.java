package umbra.workspace.release;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import umbra.deid.value.PatientNaming;

/// Reads a table of new names: `patient_id,new_patient_id,new_patient_name`. Messages name rows, never values.
public final class SubjectNames {
  private static final List<String> COLUMNS = List.of("patient_id", "new_patient_id", "new_patient_name");
  private static final int LONGEST = 64;

  private SubjectNames() {}

  /// @throws IllegalArgumentException if a row cannot be used
  public static PatientNaming read(Path file) throws IOException {
    var rows = CsvRows.of(Files.readString(file, StandardCharsets.UTF_8));
    if (rows.isEmpty()) throw new IllegalArgumentException(file + ": has no rows");
    if (!rows.getFirst().keySet().containsAll(COLUMNS)) throw new IllegalArgumentException(file + ": the header must be " + String.join(",", COLUMNS));
    var named = new HashMap<String, PatientNaming.Row>();
    var taken = new HashSet<String>();
    int number = 1;
    for (var row : rows) {
      number++;
      var id = cell(row, "new_patient_id", file, number);
      if (id.isEmpty()) throw wrong(file, number, "has no new_patient_id");
      if (!taken.add(id)) throw wrong(file, number, "gives a new_patient_id again; `umbra subjects --merge` says that two are one person");
      var before = named.put(row.get("patient_id").strip(), new PatientNaming.Row(id, cell(row, "new_patient_name", file, number)));
      if (before != null) throw wrong(file, number, "names a patient_id again");
    }
    for (var id : named.keySet()) if (taken.contains(id)) throw new IllegalArgumentException(file + ": an original patient_id is also a new one");
    return new PatientNaming.Table(named, Optional.empty());
  }

  private static String cell(Map<String, String> row, String column, Path file, int number) {
    var value = row.get(column).strip();
    if (value.length() > LONGEST || !value.chars().allMatch(c -> c >= ' ' && c < 0x7F && c != '\\')) throw wrong(file, number, column + " must be at most 64 ASCII characters without a backslash");
    return value;
  }

  private static IllegalArgumentException wrong(Path file, int number, String what) {
    return new IllegalArgumentException(file + ", row " + number + ": " + what);
  }
}

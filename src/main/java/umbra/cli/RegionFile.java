package umbra.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import umbra.workspace.deidentify.RegionLine;
import umbra.workspace.release.CsvRows;

/// A CSV file of regions. One wrong row refuses the whole file: what somebody meant to hide would stay.
///
/// @param unharmed what the refusal left as it was, for the message
public record RegionFile(CommandSpec spec, Path file, String unharmed) {

  /// What is made of each row.
  ///
  /// @param make throws `IllegalArgumentException` saying what is wrong with the row
  /// @throws ParameterException naming file and row
  public <T> List<T> rows(Function<RegionLine, T> make) throws IOException {
    List<Map<String, String>> rows;
    try {
      rows = CsvRows.of(Files.readString(file, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), file + ": " + e.getMessage() + "; " + unharmed, e);
    }
    var made = new ArrayList<T>();
    for (int i = 0; i < rows.size(); i++) {
      try {
        made.add(make.apply(RegionLine.of(rows.get(i))));
      } catch (IllegalArgumentException e) {
        throw refusal(i, e.getMessage());
      }
    }
    return List.copyOf(made);
  }

  /// @param row from 0
  public ParameterException refusal(int row, String reason) {
    return new ParameterException(spec.commandLine(), file + ", row " + (row + 2) + ": " + reason + "; " + unharmed);
  }
}

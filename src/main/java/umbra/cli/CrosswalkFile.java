package umbra.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import umbra.workspace.deidentify.Crossings;

/// Where a crosswalk is written: a new file, since it is confidential and the only one of its kind.
public record CrosswalkFile(Path file) {

  /// @throws FileAlreadyExistsException if something is there
  public void checkIsNew() throws IOException {
    if (Files.exists(file)) throw new FileAlreadyExistsException(file.toString(), null, "is there already");
  }

  /// @param rows cells in the order of [Crossings#HEADER]
  public void write(List<List<String>> rows) throws IOException {
    checkIsNew();
    var table = new Table(Table.Form.CSV, Crossings.HEADER.toArray(String[]::new));
    rows.forEach(r -> table.row(r.toArray()));
    try (var print = new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8))) {
      table.print(print);
      if (print.checkError()) throw new IOException(file + ": cannot be written to its end");
    }
  }
}

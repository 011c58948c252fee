package umbra.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import umbra.workspace.deidentify.Crossings;

/// Where a crosswalk is written: a new file that only its owner may read, since it is confidential and the only one of its kind.
///
/// It is made before the work whose originals it will hold: hours later it is too late to learn that there is no such folder.
public final class CrosswalkFile implements AutoCloseable {
  private final Path file;
  private boolean written;

  private CrosswalkFile(Path file) {
    this.file = file;
  }

  /// Makes the file, still empty.
  ///
  /// @throws FileAlreadyExistsException if something is there
  /// @throws NoSuchFileException if its folder is not there
  public static CrosswalkFile create(Path file) throws IOException {
    var folder = file.toAbsolutePath().getParent();
    if (folder != null && !Files.isDirectory(folder)) throw new NoSuchFileException(folder.toString());
    try {
      Files.createFile(file, ownerOnly());
    } catch (FileAlreadyExistsException _) {
      throw new FileAlreadyExistsException(file.toString(), null, "is there already");
    }
    return new CrosswalkFile(file);
  }

  private static FileAttribute<?>[] ownerOnly() {
    boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    return posix ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))} : new FileAttribute<?>[0];
  }

  /// @param rows cells in the order of [Crossings#HEADER]
  public void write(List<List<String>> rows) throws IOException {
    var table = new Table(Table.Form.CSV, Crossings.HEADER.toArray(String[]::new));
    rows.forEach(r -> table.row(r.toArray()));
    written = true;
    try (var print = new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8))) {
      table.print(print);
      if (print.checkError()) throw new IOException(file + ": cannot be written to its end");
    }
  }

  /// Takes the file away if nothing was written into it.
  @Override
  public void close() throws IOException {
    if (!written) Files.deleteIfExists(file);
  }
}

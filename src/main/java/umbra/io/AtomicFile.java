package umbra.io;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// A file that appears whole or not at all: written beside its place under a temporary name, forced to disk, moved.
public final class AtomicFile {
  private AtomicFile() {}

  /// Writes the content of the file.
  @FunctionalInterface
  public interface Body {
    void writeTo(WritableByteChannel out) throws IOException;
  }

  /// Looks at a file that is written but not in its place yet.
  @FunctionalInterface
  public interface Check {
    /// @throws IOException if the file may not come into its place
    void look(Path written) throws IOException;
  }

  /// Writes, has the file looked at, and moves it into place; replaces the target if it exists. Not forced to disk: after a power
  /// cut the file may be gone or empty, and whoever must know says so once for all files.
  ///
  /// @throws IOException if the body, the disk or the check fails; then nothing is left behind and the target is as it was
  public static void writeChecked(Path target, Body body, Check check) throws IOException {
    var temporary = target.toAbsolutePath().getParent().resolve("." + target.getFileName() + ".part");
    try {
      try (var out = FileChannel.open(temporary, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
        body.writeTo(out);
      }
      check.look(temporary);
      move(temporary, target);
    } catch (Throwable failure) {
      try {
        Files.deleteIfExists(temporary);
      } catch (IOException second) {
        failure.addSuppressed(second);
      }
      throw failure;
    }
  }

  /// Replaces the target if it exists.
  ///
  /// @throws IOException if the body or the disk fails; then nothing is left behind and the target is as it was
  public static void write(Path target, Body body) throws IOException {
    var directory = target.toAbsolutePath().getParent();
    var temporary = directory.resolve("." + target.getFileName() + ".part");
    try {
      try (var out = FileChannel.open(temporary, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
        body.writeTo(out);
        out.force(true);
      }
      move(temporary, target);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException _) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}

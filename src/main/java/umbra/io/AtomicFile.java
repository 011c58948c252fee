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

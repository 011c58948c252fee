package umbra.workspace.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Supplier;
import umbra.workspace.Workspace;

/// The secret of a workspace's collection, `project.key` in its folder: the same pseudonyms in every version come from it.
public final class KeyFile {
  private static final String NAME = "project.key";

  private final Path own;
  private final Supplier<byte[]> newKey;

  /// @param newKey makes up a key when the first one is needed
  public KeyFile(Workspace workspace, Supplier<byte[]> newKey) {
    this.own = workspace.folder().resolve(NAME);
    this.newKey = newKey;
  }

  public Path path() {
    return own;
  }

  /// Whether it was needed before.
  public boolean exists() {
    return Files.exists(own);
  }

  /// Reads the key, and makes it first if there is none.
  public byte[] read() throws IOException {
    if (!exists()) make(newKey.get());
    return Files.readAllBytes(own);
  }

  /// For its owner only, and whole or not at all: half a key would make other pseudonyms, or none, for good.
  private void make(byte[] key) throws IOException {
    var temporary = own.resolveSibling("." + NAME + ".part");
    Files.deleteIfExists(temporary);
    if (own.getFileSystem().supportedFileAttributeViews().contains("posix")) Files.createFile(temporary, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.write(temporary, key);
    Files.move(temporary, own, StandardCopyOption.ATOMIC_MOVE);
  }
}

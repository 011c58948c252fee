package umbra.workspace;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import umbra.catalog.h2.CatalogException;
import umbra.catalog.h2.CatalogException.Kind;

/// Keeps a workspace to one opener. H2 keeps other processes out by itself, but would let this one open the catalogue
/// twice, and both would give out the same ids. The lock ends with the process, however that ends.
final class FolderLock implements AutoCloseable {
  static final String NAME = "umbra.lock";

  private final FileChannel channel;

  private FolderLock(FileChannel channel) {
    this.channel = channel;
  }

  /// @throws CatalogException if another window, command or process has it
  static FolderLock take(Path folder) throws IOException {
    var channel = FileChannel.open(folder.resolve(NAME), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    boolean taken;
    try {
      taken = channel.tryLock() != null;
    } catch (OverlappingFileLockException _) {
      taken = false;
    } catch (IOException _) {
      taken = true; // a share without locks: H2 has its own guard
    }
    if (taken) return new FolderLock(channel);
    channel.close();
    throw new CatalogException(Kind.IN_USE, folder + ": this workspace is in use by another Umbra; close it there first");
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException _) {
      // the lock is gone with the channel, closed properly or not
    }
  }
}

package umbra.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import umbra.catalog.Catalog;
import umbra.catalog.audit.AuditLog;
import umbra.catalog.audit.Author;
import umbra.catalog.h2.CatalogException;
import umbra.catalog.h2.CatalogException.Kind;
import umbra.catalog.links.Links;

/// A folder with a catalogue. It holds identifying values, so it is as sensitive as the images it speaks of.
public final class Workspace implements AutoCloseable {
  private final Path folder;
  private final Catalog catalog;
  private final FolderLock lock;
  private final AuditLog audit;

  private Workspace(Path folder, Catalog catalog, FolderLock lock, Author author) {
    this.folder = folder;
    this.catalog = catalog;
    this.lock = lock;
    this.audit = new AuditLog(catalog, author);
  }

  /// Opens a workspace, or makes one of an empty or missing folder.
  ///
  /// @throws CatalogException if the folder holds other things, or its catalogue cannot be opened
  public static Workspace open(Path folder, Optional<String> passphrase) throws IOException {
    return open(folder, passphrase, Author.ofThisComputer());
  }

  /// @param author in whose name the audit trail is written
  public static Workspace open(Path folder, Optional<String> passphrase, Author author) throws IOException {
    var place = folder.toAbsolutePath().normalize();
    if (!isWorkspace(place)) {
      if (Files.exists(place) && !isEmptyFolder(place)) {
        throw new CatalogException(Kind.NOT_A_WORKSPACE, folder + ": is not a workspace and not empty; choose a new or empty folder");
      }
      Files.createDirectories(place);
    }
    var lock = FolderLock.take(place);
    try {
      return new Workspace(place, Catalog.open(place, passphrase), lock, author);
    } catch (IOException | RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  /// Opens a workspace that must be there.
  public static Workspace openExisting(Path folder, Optional<String> passphrase) throws IOException {
    return openExisting(folder, passphrase, Author.ofThisComputer());
  }

  public static Workspace openExisting(Path folder, Optional<String> passphrase, Author author) throws IOException {
    if (!isWorkspace(folder)) throw new CatalogException(Kind.NOT_A_WORKSPACE, folder + ": is not a workspace; `umbra import " + folder + " PATH` makes one");
    return open(folder, passphrase, author);
  }

  public static boolean isWorkspace(Path folder) {
    return Files.exists(folder.resolve("catalog.mv.db"));
  }

  private static boolean isEmptyFolder(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) return false;
    try (var list = Files.list(folder)) {
      return list.allMatch(f -> f.endsWith(FolderLock.NAME));
    }
  }

  public Path folder() {
    return folder;
  }

  public String name() {
    return folder.getFileName() == null ? folder.toString() : folder.getFileName().toString();
  }

  public Catalog catalog() {
    return catalog;
  }

  /// Everything that changes a decision or leaves the building is written here.
  public AuditLog audit() {
    return audit;
  }

  /// Opens the link file, or makes it; to be closed by the caller as soon as it is not needed.
  public Links links(String passphrase) throws IOException {
    return Links.open(folder, passphrase);
  }

  @Override
  public void close() {
    catalog.close();
    lock.close();
  }
}

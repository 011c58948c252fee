package umbra.catalog;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import umbra.catalog.h2.CatalogException;
import umbra.catalog.h2.CatalogException.Kind;
import umbra.catalog.h2.H2File;
import umbra.catalog.h2.LostCatalogException;
import umbra.catalog.h2.Migrations;

/// The open catalogue. One connection writes, a few read, so that a screen never waits for an import.
public final class Catalog implements AutoCloseable {
  private static final Migrations MIGRATIONS = new Migrations(Catalog.class, List.of("0001-collection.sql", "0002-audit.sql", "0003-finding.sql", "0004-values.sql", "0005-region.sql", "0006-reading.sql", "0007-person.sql", "0008-folder.sql"));
  private static final AtomicLong IN_MEMORY = new AtomicLong();

  /// Work on a connection, for the packages below `catalog`.
  public interface Work<T> {
    T on(Connection connection) throws SQLException;
  }

  /// Makes another connection to the same database.
  private interface Source {
    Connection connect() throws CatalogException;
  }

  private final Source source;
  private final Connection writer;
  private final ReentrantLock writing = new ReentrantLock();
  private final ArrayDeque<Connection> idleReaders = new ArrayDeque<>();
  private final AtomicLong nextId = new AtomicLong();
  private final AtomicLong revision = new AtomicLong();
  private boolean closed;

  private Catalog(Source source, String where) throws CatalogException {
    this.source = source;
    this.writer = source.connect();
    try {
      writer.setAutoCommit(false);
      MIGRATIONS.run(writer, where);
      nextId.set(longest("SELECT GREATEST(COALESCE((SELECT MAX(id) FROM source), 0), COALESCE((SELECT MAX(id) FROM region), 0), COALESCE((SELECT MAX(id) FROM version), 0), COALESCE((SELECT MAX(id) FROM instance), 0),"
          + " COALESCE((SELECT MAX(id) FROM series), 0), COALESCE((SELECT MAX(id) FROM study), 0), COALESCE((SELECT MAX(id) FROM subject), 0))"));
      revision.set(longest("SELECT COALESCE(MAX(revision), 0) FROM subject"));
    } catch (SQLException e) {
      closeQuietly(writer);
      throw new H2File(Path.of(where), "catalog").explained(e);
    } catch (CatalogException e) {
      closeQuietly(writer);
      throw e;
    }
  }

  /// Opens the catalogue of a folder, or makes it.
  ///
  /// @throws CatalogException in use, encrypted otherwise than told, newer, or damaged
  public static Catalog open(Path folder, Optional<String> passphrase) throws IOException {
    var file = new H2File(folder, "catalog");
    if (file.exists()) {
      boolean encrypted = file.isEncrypted();
      if (encrypted && passphrase.isEmpty()) {
        throw new CatalogException(Kind.PASSPHRASE_NEEDED, folder + ": this workspace is encrypted; a passphrase is needed");
      }
      if (!encrypted && passphrase.isPresent()) throw new CatalogException(Kind.WRONG_PASSPHRASE, folder + ": this workspace is not encrypted; open it without a passphrase");
    }
    return new Catalog(() -> file.connect(passphrase), folder.toString());
  }

  /// A catalogue that ends with its closing: for tests and trials.
  public static Catalog inMemory() {
    var url = "jdbc:h2:mem:umbra" + IN_MEMORY.incrementAndGet() + ";DB_CLOSE_DELAY=0";
    try {
      return new Catalog(() -> {
        try {
          return DriverManager.getConnection(url);
        } catch (SQLException e) {
          throw new CatalogException(Kind.DAMAGED, "no database in memory", e);
        }
      }, "memory");
    } catch (CatalogException e) {
      throw new IllegalStateException(e);
    }
  }

  public Collection collection() {
    return new Collection(this);
  }

  public Sources sources() {
    return new Sources(this);
  }

  public ImportedFolders folders() {
    return new ImportedFolders(this);
  }

  public Thumbnails thumbnails() {
    return new Thumbnails(this);
  }

  public Settings settings() {
    return new Settings(this);
  }

  /// Grows with each change of the collection.
  public long revision() {
    return revision.get();
  }

  public long nextRevision() {
    return revision.incrementAndGet();
  }

  public long newId() {
    return nextId.incrementAndGet();
  }

  public <T> T read(Work<T> work) {
    var connection = reader();
    try {
      return work.on(connection);
    } catch (SQLException e) {
      throw new LostCatalogException(e);
    } finally {
      giveBack(connection);
    }
  }

  /// All of it, or nothing.
  public <T> T write(Work<T> work) {
    writing.lock();
    try {
      var result = work.on(writer);
      writer.commit();
      return result;
    } catch (SQLException e) {
      rollBack();
      throw new LostCatalogException(e);
    } catch (RuntimeException e) {
      rollBack();
      throw e;
    } finally {
      writing.unlock();
    }
  }

  private void rollBack() {
    try {
      writer.rollback();
    } catch (SQLException e) {
      throw new LostCatalogException(e);
    }
  }

  private Connection reader() {
    synchronized (idleReaders) {
      if (closed) throw new IllegalStateException("the catalogue is closed");
      var idle = idleReaders.poll();
      if (idle != null) return idle;
    }
    try {
      return source.connect();
    } catch (CatalogException e) {
      throw new LostCatalogException(e);
    }
  }

  private void giveBack(Connection connection) {
    synchronized (idleReaders) {
      if (!closed && idleReaders.size() < 4) {
        idleReaders.push(connection);
        return;
      }
    }
    closeQuietly(connection);
  }

  private long longest(String sql) throws SQLException {
    try (var statement = writer.createStatement(); var row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }

  /// A connection that cannot be closed has nothing more to lose: everything that counts was committed.
  private static void closeQuietly(Connection connection) {
    try {
      connection.close();
    } catch (SQLException _) {
      // see above
    }
  }

  @Override
  public void close() {
    synchronized (idleReaders) {
      closed = true;
      idleReaders.forEach(Catalog::closeQuietly);
      idleReaders.clear();
    }
    writing.lock();
    try {
      closeQuietly(writer);
    } finally {
      writing.unlock();
    }
  }
}

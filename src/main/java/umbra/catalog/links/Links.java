package umbra.catalog.links;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import umbra.catalog.h2.CatalogException;
import umbra.catalog.h2.CatalogException.Kind;
import umbra.catalog.h2.H2File;
import umbra.catalog.h2.Migrations;

/// Original ↔ pseudonym, by kind. The file is always encrypted; without its passphrase a workspace can be shared.
public final class Links implements AutoCloseable {
  private static final Migrations MIGRATIONS = new Migrations(Links.class, List.of("0001-links.sql"));

  private final Connection connection;

  private Links(Connection connection) {
    this.connection = connection;
  }

  public static boolean exist(Path folder) {
    return new H2File(folder, "links").exists();
  }

  /// Opens the links of a folder, or makes them with this passphrase.
  ///
  /// @throws CatalogException wrong passphrase, in use, or damaged
  public static Links open(Path folder, String passphrase) throws IOException {
    if (passphrase.isEmpty()) throw new CatalogException(Kind.PASSPHRASE_NEEDED, folder + ": the link file needs a passphrase");
    var connection = new H2File(folder, "links").connect(Optional.of(passphrase));
    try {
      connection.setAutoCommit(false);
      MIGRATIONS.run(connection, folder.toString());
      return new Links(connection);
    } catch (SQLException e) {
      close(connection);
      throw new IOException(folder + ": the link file cannot be read (H2 error " + e.getErrorCode() + ")", e);
    } catch (CatalogException e) {
      close(connection);
      throw e;
    }
  }

  public Optional<String> pseudonym(String kind, String original) {
    return one("SELECT pseudonym FROM link WHERE kind = ? AND original = ?", kind, original);
  }

  public Optional<String> original(String kind, String pseudonym) {
    return one("SELECT original FROM link WHERE kind = ? AND pseudonym = ?", kind, pseudonym);
  }

  /// Ties a pseudonym to an original for good.
  ///
  /// @throws IllegalStateException if either is tied to something else
  public synchronized void tie(String kind, String original, String pseudonym) {
    var before = pseudonym(kind, original);
    if (before.isPresent() && before.get().equals(pseudonym)) return;
    if (before.isPresent() || original(kind, pseudonym).isPresent()) throw new IllegalStateException("a " + kind + " is tied already");
    try (var insert = connection.prepareStatement("INSERT INTO link VALUES (?, ?, ?)")) {
      insert.setString(1, kind);
      insert.setString(2, original);
      insert.setString(3, pseudonym);
      insert.executeUpdate();
      connection.commit();
    } catch (SQLException e) {
      throw lost(e);
    }
  }

  private synchronized Optional<String> one(String sql, String first, String second) {
    try (var find = connection.prepareStatement(sql)) {
      find.setString(1, first);
      find.setString(2, second);
      try (var row = find.executeQuery()) {
        return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
      }
    } catch (SQLException e) {
      throw lost(e);
    }
  }

  private static IllegalStateException lost(SQLException e) {
    return new IllegalStateException("the link file cannot be read or written (H2 error " + e.getErrorCode() + ")", e);
  }

  private static void close(Connection connection) {
    try {
      connection.close();
    } catch (SQLException _) {
      // it could not be opened properly either
    }
  }

  @Override
  public void close() {
    close(connection);
  }
}

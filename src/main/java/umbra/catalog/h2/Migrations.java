package umbra.catalog.h2;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import umbra.catalog.h2.CatalogException.Kind;

/// Numbered SQL scripts, each run once and never edited after a release: a database remembers the hash of what it ran.
public final class Migrations {
  private final Class<?> home;
  private final List<String> scripts;

  /// @param home the class beside which the scripts lie as resources
  /// @param scripts names in order; the position from 1 is the version
  public Migrations(Class<?> home, List<String> scripts) {
    this.home = home;
    this.scripts = List.copyOf(scripts);
  }

  /// Brings a database to the newest version.
  ///
  /// H2 commits after each statement that changes tables, so a killed process may leave a script half run. Its version
  /// is marked as done only at its end; until then it is begun again, and what it made already is not made twice.
  ///
  /// @throws CatalogException if a newer Umbra made it, or a script is not the one it ran
  public void run(Connection connection, String where) throws SQLException, CatalogException {
    try (var statement = connection.createStatement()) {
      statement.execute("CREATE TABLE IF NOT EXISTS migration (version INT PRIMARY KEY, script VARCHAR NOT NULL, sha256 VARCHAR NOT NULL, done BOOLEAN NOT NULL)");
    }
    int reached = reached(connection, where);
    for (int version = reached + 1; version <= scripts.size(); version++) apply(connection, version);
  }

  private int reached(Connection connection, String where) throws SQLException, CatalogException {
    int reached = 0;
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT version, sha256, done FROM migration ORDER BY version")) {
      while (rows.next()) {
        int version = rows.getInt(1);
        if (version > scripts.size()) throw new CatalogException(Kind.MADE_BY_NEWER_UMBRA, where + ": made by a newer Umbra; open it with that one");
        if (!rows.getBoolean(3)) break;
        if (!rows.getString(2).equals(sha256(text(version)))) {
          throw new CatalogException(Kind.DAMAGED, where + ": migration " + scripts.get(version - 1) + " is not the one this workspace ran");
        }
        reached = version;
      }
    }
    return reached;
  }

  private void apply(Connection connection, int version) throws SQLException {
    var text = text(version);
    try (var mark = connection.prepareStatement("MERGE INTO migration KEY (version) VALUES (?, ?, ?, ?)"); var statement = connection.createStatement()) {
      mark.setInt(1, version);
      mark.setString(2, scripts.get(version - 1));
      mark.setString(3, sha256(text));
      mark.setBoolean(4, false);
      mark.executeUpdate();
      connection.commit();
      for (var sql : statements(text)) statement.execute(sql);
      mark.setBoolean(4, true);
      mark.executeUpdate();
      connection.commit();
    }
  }

  /// A script cut short is begun again: what it made is made only if it is not there.
  private static List<String> statements(String text) {
    var code = text.lines().filter(l -> !l.stripLeading().startsWith("--")).reduce("", (a, b) -> a + b + "\n");
    return List.of(code.split(";")).stream().map(String::strip).filter(s -> !s.isEmpty())
        .map(s -> s.replaceFirst("^CREATE TABLE (?!IF)", "CREATE TABLE IF NOT EXISTS ").replaceFirst("^CREATE INDEX (?!IF)", "CREATE INDEX IF NOT EXISTS ")
            .replaceFirst("^CREATE UNIQUE INDEX (?!IF)", "CREATE UNIQUE INDEX IF NOT EXISTS ")
            .replaceFirst("^(ALTER TABLE \\S+) ADD COLUMN (?!IF)", "$1 ADD COLUMN IF NOT EXISTS ").replaceFirst("^(DROP (?:TABLE|INDEX)) (?!IF)", "$1 IF EXISTS ")).toList();
  }

  private String text(int version) {
    var name = scripts.get(version - 1);
    try (InputStream in = home.getResourceAsStream(name)) {
      if (in == null) throw new IllegalStateException("missing resource " + name);
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException("unreadable resource " + name, e);
    }
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}

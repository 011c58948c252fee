package umbra.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import umbra.catalog.h2.CatalogException;
import umbra.catalog.h2.CatalogException.Kind;
import umbra.catalog.h2.H2File;
import umbra.catalog.h2.Migrations;
import umbra.referee.ChildJvm;
import umbra.workspace.Workspace;

/// A workspace opens, or says in one sentence why it does not.
class CatalogOpeningTest {
  private static final Optional<String> NONE = Optional.empty();
  @TempDir Path folder;

  private Kind refusal(Optional<String> passphrase) {
    var refusal = assertThrows(CatalogException.class, () -> Workspace.open(folder, passphrase).close());
    assertTrue(refusal.getMessage().startsWith(folder.toString()), "names the folder: " + refusal.getMessage());
    assertEquals(1, refusal.getMessage().lines().count());
    return refusal.kind();
  }

  private void make(Optional<String> passphrase) throws IOException {
    try (var workspace = Workspace.open(folder, passphrase)) {
      workspace.catalog().settings().put("colour", "Ochre-Word");
    }
  }

  @Test
  void whatWasWrittenIsThereAfterOpeningAgain() throws IOException {
    make(NONE);
    try (var workspace = Workspace.open(folder, NONE)) {
      assertEquals(Optional.of("Ochre-Word"), workspace.catalog().settings().find("colour"));
    }
  }

  @Test
  void twoOpenersInOneProcessAreOneTooMany() throws IOException {
    try (var first = Workspace.open(folder, NONE)) {
      assertEquals(Kind.IN_USE, refusal(NONE));
      first.catalog().settings().put("still", "open");
    }
    make(NONE);
  }

  @Test
  void anotherProcessKeepsItToItself() throws Exception {
    var other = ChildJvm.start(Holder.class, folder.toString());
    try {
      assertEquals("open", new String(other.getInputStream().readNBytes(4), StandardCharsets.US_ASCII));
      assertEquals(Kind.IN_USE, refusal(NONE));
    } finally {
      other.destroyForcibly();
      assertTrue(other.waitFor(20, TimeUnit.SECONDS));
    }
    make(NONE); // killed, and nothing is left locked
  }

  /// Opens the workspace named by its argument, says so, and stays.
  static final class Holder {
    public static void main(String[] arguments) throws Exception {
      try (var workspace = Workspace.open(Path.of(arguments[0]), NONE)) {
        System.out.print("open");
        System.out.flush();
        TimeUnit.MINUTES.sleep(2);
        workspace.catalog().collection().totals();
      }
    }
  }

  @Test
  void anEncryptedCatalogueOpensWithItsPassphraseOnly() throws IOException {
    make(Optional.of("Käse mit Löchern 7"));

    assertEquals(Kind.PASSPHRASE_NEEDED, refusal(NONE));
    assertEquals(Kind.WRONG_PASSPHRASE, refusal(Optional.of("Käse mit Löchern 8")));
    try (var workspace = Workspace.open(folder, Optional.of("Käse mit Löchern 7"))) {
      assertEquals(Optional.of("Ochre-Word"), workspace.catalog().settings().find("colour"));
    }
    for (var file : files()) assertFalse(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains("Ochre-Word"), file + " holds plain text");
  }

  @Test
  void aPassphraseForAPlainCatalogueIsRefused() throws IOException {
    make(NONE);

    assertEquals(Kind.WRONG_PASSPHRASE, refusal(Optional.of("secret")));
  }

  private List<Path> files() throws IOException {
    try (var all = Files.list(folder)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  @Test
  void aDamagedCatalogueIsNeitherOpenedNorReplaced() throws IOException {
    make(NONE);
    var file = folder.resolve("catalog.mv.db");
    var garbage = new byte[(int) Files.size(file)];
    Arrays.fill(garbage, (byte) 0x5A);
    Files.write(file, garbage);

    assertEquals(Kind.DAMAGED, refusal(NONE));
    assertEquals(-1, Arrays.mismatch(garbage, Files.readAllBytes(file)));
  }

  @Test
  void aCatalogueOfANewerUmbraIsLeftAlone() throws Exception {
    make(NONE);
    try (var connection = new H2File(folder, "catalog").connect(NONE); var insert = connection.createStatement()) {
      insert.execute("INSERT INTO migration VALUES (999, '0999-future.sql', 'x', TRUE)");
    }

    assertEquals(Kind.MADE_BY_NEWER_UMBRA, refusal(NONE));
  }

  @Test
  void aFolderWithOtherThingsIsNoWorkspace() throws IOException {
    Files.writeString(folder.resolve("letter.txt"), "dear");

    assertEquals(Kind.NOT_A_WORKSPACE, refusal(NONE));
    assertEquals(List.of(folder.resolve("letter.txt")), files());
    assertThrows(CatalogException.class, () -> Workspace.openExisting(folder.resolve("none"), NONE));
    assertFalse(Files.exists(folder.resolve("none")));
  }

  @Test
  void anOlderVersionIsBroughtUpToDateOnceAndKeepsItsRows() throws Exception {
    var one = new Migrations(CatalogOpeningTest.class, List.of("0001-first.sql"));
    var two = new Migrations(CatalogOpeningTest.class, List.of("0001-first.sql", "0002-second.sql"));
    try (var connection = new H2File(folder, "old").connect(NONE); var statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      one.run(connection, "here");
      statement.execute("INSERT INTO thing VALUES (1, 'kept')");
      connection.commit();
      two.run(connection, "here");
      two.run(connection, "here");
      try (var row = statement.executeQuery("SELECT name, weight FROM thing")) {
        assertTrue(row.next());
        assertEquals("kept", row.getString(1));
        assertEquals(7, row.getInt(2));
      }
      assertEquals(Kind.MADE_BY_NEWER_UMBRA, assertThrows(CatalogException.class, () -> one.run(connection, "here")).kind());
    }
  }

  @Test
  void aMigrationCutShortIsBegunAgain() throws Exception {
    var two = new Migrations(CatalogOpeningTest.class, List.of("0001-first.sql", "0002-second.sql"));
    try (var connection = new H2File(folder, "old").connect(NONE); var statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      two.run(connection, "here");
      statement.execute("UPDATE migration SET done = FALSE WHERE version = 2"); // as if killed after its last statement
      connection.commit();
      two.run(connection, "here");
      try (var row = statement.executeQuery("SELECT COUNT(*) FROM migration WHERE done")) {
        row.next();
        assertEquals(2, row.getInt(1));
      }
    }
  }

  @Test
  void aScriptThatWasEditedAfterItRanIsNoticed() throws IOException, SQLException {
    try (var connection = new H2File(folder, "old").connect(NONE); var statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      var one = new Migrations(CatalogOpeningTest.class, List.of("0001-first.sql"));
      one.run(connection, "here");
      statement.execute("UPDATE migration SET sha256 = 'other'");
      assertEquals(Kind.DAMAGED, assertThrows(CatalogException.class, () -> one.run(connection, "here")).kind());
    }
  }
}

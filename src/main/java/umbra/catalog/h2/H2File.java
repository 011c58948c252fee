package umbra.catalog.h2;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Optional;
import umbra.catalog.h2.CatalogException.Kind;

/// One H2 database file: its name, its address, and what its error codes mean here.
///
/// `async:` because an interrupted thread would close a plain file under H2; `WRITE_DELAY=0` because H2's default loses
/// committed rows when the process is killed (both measured: docs/decisions/0010-catalogue.md).
public record H2File(Path folder, String name) {
  private static final String SUFFIX = ".mv.db";
  private static final String ENCRYPTED = "H2encrypt";
  private static final String USER = "umbra";

  public Path file() {
    return folder.resolve(name + SUFFIX);
  }

  public boolean exists() {
    return Files.exists(file());
  }

  /// Whether the file says of itself that it is encrypted.
  public boolean isEncrypted() throws IOException {
    try (var in = Files.newInputStream(file())) {
      return new String(in.readNBytes(ENCRYPTED.length()), StandardCharsets.US_ASCII).equals(ENCRYPTED);
    }
  }

  /// Opens the file, or makes it.
  ///
  /// @param passphrase empty for a file without encryption
  public Connection connect(Optional<String> passphrase) throws CatalogException {
    var path = folder.toAbsolutePath().resolve(name).toString();
    if (path.contains(";")) throw new CatalogException(Kind.NOT_A_WORKSPACE, folder + ": the name of a workspace folder must not hold a semicolon");
    var url = "jdbc:h2:async:" + path + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0;TRACE_LEVEL_SYSTEM_OUT=0;LOCK_TIMEOUT=20000;CACHE_SIZE=32768"
        + (passphrase.isPresent() ? ";CIPHER=AES" : "");
    // H2 parts the two passwords by a space, so a passphrase goes there as hexadecimal digits.
    var password = passphrase.map(p -> HexFormat.of().formatHex(p.getBytes(StandardCharsets.UTF_8)) + " " + USER).orElse(USER);
    try {
      return DriverManager.getConnection(url, USER, password);
    } catch (SQLException e) {
      throw explained(e);
    }
  }

  /// What an error of H2 means to a person.
  public CatalogException explained(SQLException e) {
    return switch (e.getErrorCode()) {
      case 90020 -> new CatalogException(Kind.IN_USE, folder + ": this workspace is in use by another Umbra; close it there first", e);
      case 90049, 28000 -> new CatalogException(Kind.WRONG_PASSPHRASE, folder + ": the passphrase does not fit", e);
      default -> new CatalogException(Kind.DAMAGED, folder + ": the catalogue cannot be opened (H2 error " + e.getErrorCode()
          + "); the folder may be damaged, full or not writable", e);
    };
  }
}

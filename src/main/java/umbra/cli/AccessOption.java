package umbra.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;
import umbra.catalog.audit.Author;
import umbra.workspace.Workspace;

/// How a workspace is opened, and in whose name.
public final class AccessOption {
  @Option(names = "--passphrase-file", paramLabel = "F", description = "File whose first line is the passphrase of an encrypted workspace.")
  private Path passphraseFile;

  @Option(names = "--author", paramLabel = "NAME", description = "Who does this, for the audit trail; default: UMBRA_AUTHOR, else the name of the account.")
  private String author;

  /// In whose name the audit trail is written.
  private Author author() {
    var named = author != null ? author : System.getenv().getOrDefault("UMBRA_AUTHOR", "");
    return named.isBlank() ? Author.ofThisComputer() : Author.ofThisComputer().named(named.strip());
  }

  /// Opens the workspace, making it if it is not there. The caller closes it.
  Workspace openOrMake(Path folder) throws IOException {
    return Workspace.open(folder, passphrase(), author());
  }

  public Workspace openExisting(Path folder) throws IOException {
    return Workspace.openExisting(folder, passphrase(), author());
  }

  private Optional<String> passphrase() throws IOException {
    if (passphraseFile == null) return Optional.empty();
    return Optional.of(new String(Files.readAllBytes(passphraseFile), StandardCharsets.UTF_8).lines().findFirst().orElse(""));
  }
}

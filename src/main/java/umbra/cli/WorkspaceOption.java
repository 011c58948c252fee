package umbra.cli;

import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import umbra.workspace.Workspace;

/// What all commands on a workspace take.
public final class WorkspaceOption {
  @Parameters(index = "0", paramLabel = "WORKSPACE", description = "The folder of the workspace.")
  private Path folder;

  @Mixin
  private AccessOption access;

  /// Opens the workspace, making it if it is not there. The caller closes it.
  public Workspace openOrMake() throws IOException {
    return access.openOrMake(folder);
  }

  public Workspace openExisting() throws IOException {
    return access.openExisting(folder);
  }
}

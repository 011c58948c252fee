package umbra.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `umbra open`: the window.
@Command(name = "open", description = "Open the window. Without a workspace it shows the start screen.")
public final class OpenCommand implements Callable<Integer> {

  /// Opens the window and returns when it is closed.
  public interface Screen {
    void show(Optional<Path> workspace, Optional<Path> practice) throws Exception;
  }

  @Parameters(paramLabel = "WORKSPACE", arity = "0..1", description = "The folder of a workspace; made if it is not there.")
  private Path workspace;

  @Option(names = "--practice", paramLabel = "DIR", description = "Open the practice collection; write it and its workspace below DIR unless they are there.")
  private Path practice;

  private final Screen screen;

  public OpenCommand(Screen screen) {
    this.screen = screen;
  }

  @Override
  public Integer call() throws Exception {
    screen.show(Optional.ofNullable(workspace), Optional.ofNullable(practice));
    return ExitCode.DONE;
  }
}

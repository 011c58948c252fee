package umbra.app;

import java.nio.file.Path;

/// What the window begins with.
public sealed interface Start {
  /// The start screen.
  record Empty() implements Start {}

  /// A workspace, made if it is not there.
  record Open(Path workspace) implements Start {}

  /// The practice collection, written and imported below a folder unless it is there already.
  record Practice(Path folder) implements Start {}
}

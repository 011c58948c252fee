package umbra.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Where a path leads once all links on its way are followed.
public final class RealPath {
  private RealPath() {}

  /// @param path what of it does not exist yet stands behind what does
  public static Path of(Path path) throws IOException {
    var absolute = path.toAbsolutePath().normalize();
    for (var there = absolute; there != null; there = there.getParent()) if (Files.exists(there)) return there.toRealPath().resolve(there.relativize(absolute)).normalize();
    return absolute;
  }
}

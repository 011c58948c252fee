package umbra.workspace.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import umbra.job.JobContext;

/// All files below what a person pointed at, folder by folder in the order of their names, each once.
final class FileWalk {
  private final JobContext context;
  private final Path workspace;
  private final Set<Path> seen = new HashSet<>();
  private final List<Path> files = new ArrayList<>();
  private final List<Path> closedFolders = new ArrayList<>();

  /// @param workspace its folder, which is no source
  FileWalk(JobContext context, Path workspace) {
    this.context = context;
    this.workspace = workspace;
  }

  /// Found so far.
  List<Path> files() {
    return files;
  }

  /// Folders that could not be listed.
  List<Path> closedFolders() {
    return closedFolders;
  }

  void add(Path given) {
    var path = given.toAbsolutePath().normalize();
    if (path.equals(workspace) || !seen.add(path)) return;
    if (!Files.isDirectory(path)) {
      if (!Files.exists(path) || Files.isRegularFile(path)) files.add(path);
      return;
    }
    context.checkCancelled();
    if (Files.isSymbolicLink(path) && !seen.add(real(path))) return; // a link back up would never end
    var children = new ArrayList<Path>();
    try (var list = Files.newDirectoryStream(path)) {
      list.forEach(children::add);
    } catch (IOException | java.nio.file.DirectoryIteratorException _) {
      closedFolders.add(path);
      return;
    }
    children.sort(null);
    for (var child : children) add(child);
    context.progress(files.size(), 0);
  }

  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException _) {
      return path;
    }
  }
}

package umbra.catalog;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The folders a person imported, whose next import takes in whatever lies below them then.
public final class ImportedFolders {
  private final Catalog catalog;

  ImportedFolders(Catalog catalog) {
    this.catalog = catalog;
  }

  /// @param folders absolute, as named and as they are once links are followed
  public void add(List<Path> folders) {
    catalog.write(connection -> {
      try (var statement = connection.prepareStatement("MERGE INTO folder KEY (path) VALUES (?)")) {
        for (var folder : folders) {
          statement.setString(1, folder.toString());
          statement.executeUpdate();
        }
      }
      return folders.size();
    });
  }

  /// Whether an absolute path is one of them or lies below one.
  public boolean hold(Path path) {
    return all().stream().anyMatch(path::startsWith);
  }

  private List<Path> all() {
    return catalog.read(connection -> {
      try (var statement = connection.prepareStatement("SELECT path FROM folder"); var r = statement.executeQuery()) {
        var list = new ArrayList<Path>();
        while (r.next()) list.add(Path.of(r.getString(1)));
        return list;
      }
    });
  }
}

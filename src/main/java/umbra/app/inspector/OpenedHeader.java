package umbra.app.inspector;

import java.io.IOException;
import java.nio.file.Path;
import umbra.catalog.InstanceRow;
import umbra.io.LostSourceException;
import umbra.workspace.header.BrokenFile;
import umbra.workspace.header.Header;
import umbra.workspace.source.SourceFiles;
import umbra.workspace.source.SourcePlace;

/// What came of opening a file for its header.
sealed interface OpenedHeader {
  record Readable(Header header) implements OpenedHeader {}

  record Broken(BrokenFile file) implements OpenedHeader {}

  static OpenedHeader of(SourceFiles files, SourcePlace place) throws IOException {
    try {
      return new Readable(new Header(files.open(place)));
    } catch (IOException | LostSourceException e) {
      var broken = BrokenFile.of(place, files);
      return broken.isPresent() ? new Broken(broken.get()) : of(files, place); // it came back in the meantime
    }
  }

  static SourcePlace place(InstanceRow row) {
    return new SourcePlace(Path.of(row.path()), row.member());
  }

  /// Lets go of the file, if one is open.
  default void close() {
    if (!(this instanceof Readable(var header))) return;
    try {
      header.close();
    } catch (IOException _) {
      // read-only: nothing is lost with it
    }
  }
}

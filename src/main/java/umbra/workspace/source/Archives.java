package umbra.workspace.source;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/// ZIP archives, with names in UTF-8 or, in old ones, in the code page of DOS.
public final class Archives {
  private static final String OFFICE_DOCUMENT = "[Content_Types].xml";

  private Archives() {}

  /// @throws ZipException damaged
  public static ZipFile open(Path file) throws IOException {
    try {
      return new ZipFile(file.toFile(), StandardCharsets.UTF_8);
    } catch (ZipException e) {
      try {
        return new ZipFile(file.toFile(), Charset.isSupported("IBM437") ? Charset.forName("IBM437") : StandardCharsets.ISO_8859_1);
      } catch (ZipException _) {
        throw e;
      }
    }
  }

  /// The names of its files, each once, sorted; none for an office document, which is an archive only technically.
  public static List<String> members(ZipFile archive) {
    if (archive.getEntry(OFFICE_DOCUMENT) != null) return List.of();
    return archive.stream().filter(e -> !e.isDirectory()).map(ZipEntry::getName).distinct().sorted().toList();
  }
}

package umbra.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Links, anchors and pictures of README.md and docs lead to what is there, and each page and picture is led to.
class DocumentsTest {
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s#]*)(?:#([^)]*))?\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");
  private static final Path README = Path.of("README.md");
  private static final Path DOCS = Path.of("docs");

  @TempDir
  private Path folder;

  @Test
  void everyLinkLeadsToAFile() throws IOException {
    assertTrue(pages().size() > 10, "the pages were found");
    assertEquals(List.of(), pages().stream().flatMap(page -> dead(page).stream()).toList());
  }

  @Test
  void everyPageAndPictureIsLedTo() throws IOException {
    var text = pages().stream().flatMap(DocumentsTest::links).map(l -> l.target().normalize().toString()).toList();
    try (var files = Files.walk(DOCS)) {
      assertEquals(List.of(), files.filter(Files::isRegularFile).map(Path::toString).filter(f -> !text.contains(f) && !f.startsWith("docs/decisions/")).toList());
    }
  }

  @Test
  void aDeadLinkIsFound() throws IOException {
    Files.writeString(folder.resolve("there.md"), "x");
    var page = Files.writeString(folder.resolve("page.md"), "[a](there.md) [b](there.md#part) ![c](gone.png) [d](https://example.org/x) [e](#here)\n# A `part` of it\n[f](#a-part-of-it)");

    assertEquals(List.of(page + ": there.md#part", page + ": gone.png", page + ": #here"), dead(page));
  }

  private static List<Path> pages() throws IOException {
    try (var files = Files.walk(DOCS)) {
      return Stream.concat(Stream.of(README), files.filter(f -> f.toString().endsWith(".md"))).toList();
    }
  }

  /// A link within the project.
  ///
  /// @param file as it is written, empty for the page itself
  /// @param part the anchor, empty for none
  private record Link(Path page, String file, String part) {
    Path target() {
      return file.isEmpty() ? page : page.resolveSibling(file);
    }

    boolean isDead() {
      return !Files.exists(target()) || !part.isEmpty() && !anchors(target()).contains(part);
    }

    @Override
    public String toString() {
      return page + ": " + file + (part.isEmpty() ? "" : "#" + part);
    }
  }

  private static Stream<Link> links(Path page) {
    return LINK.matcher(read(page)).results().map(m -> new Link(page, m.group(1), Objects.requireNonNullElse(m.group(2), ""))).filter(l -> !l.file().contains("://"));
  }

  /// As GitHub makes them of headings.
  private static List<String> anchors(Path page) {
    return HEADING.matcher(read(page)).results().map(m -> m.group(1).toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-')).toList();
  }

  private static String read(Path page) {
    try {
      return Files.readString(page);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> dead(Path page) {
    return links(page).filter(Link::isDead).map(Link::toString).toList();
  }
}

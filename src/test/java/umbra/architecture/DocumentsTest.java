package umbra.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Links and pictures of README.md and docs lead to files that are there, and each page and picture is led to.
class DocumentsTest {
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s#]+)(?:#[^)]*)?\\)");
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
    var text = pages().stream().flatMap(page -> links(page)).map(p -> p.normalize().toString()).toList();
    try (var files = Files.walk(DOCS)) {
      assertEquals(List.of(), files.filter(Files::isRegularFile).map(Path::toString).filter(f -> !text.contains(f) && !f.startsWith("docs/decisions/")).toList());
    }
  }

  @Test
  void aDeadLinkIsFound() throws IOException {
    Files.writeString(folder.resolve("there.md"), "x");
    var page = Files.writeString(folder.resolve("page.md"), "[a](there.md) [b](there.md#part) ![c](gone.png) [d](https://example.org/x) [e](#here)");

    assertEquals(List.of(page + ": gone.png"), dead(page));
  }

  private static List<Path> pages() throws IOException {
    try (var files = Files.walk(DOCS)) {
      return Stream.concat(Stream.of(README), files.filter(f -> f.toString().endsWith(".md"))).toList();
    }
  }

  private static Stream<Path> links(Path page) {
    try {
      return LINK.matcher(Files.readString(page)).results().map(m -> m.group(1)).filter(l -> !l.contains("://")).map(l -> page.resolveSibling(l));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> dead(Path page) {
    return links(page).filter(l -> !Files.exists(l)).map(l -> page + ": " + (page.getParent() == null ? l : page.getParent().relativize(l))).toList();
  }
}

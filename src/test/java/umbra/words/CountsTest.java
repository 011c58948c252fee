package umbra.words;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class CountsTest {
  private static final String THINGS = "(?:files|instances|images|elements|problems|decisions|boxes|regions|subjects|studies|frames|items|lines|rows|notes|hits|jobs|characters|bytes|references|levels|links|texts|findings)";
  /// A format of a number, or a sum of a number and a text, with at most one word between it and the plural.
  private static final Pattern BARE = Pattern.compile("(?:%,?d|\\w(?:\\(\\))? \\+ \")(?: (?!of )[a-z]+)? " + THINGS + "\\b");

  @Test
  void oneIsSingularAndAllElseIsPlural() {
    assertEquals("1 subject", Counts.of(1, "subject"));
    assertEquals("0 subjects", Counts.of(0, "subject"));
    assertEquals("1,200 studies", Counts.of(1200, "study", "studies"));
    assertEquals("1 element changes", Counts.of(1, "element changes", "elements change"));
  }

  /// `"%,d files"`, `n + " files"`: right for every number but one.
  @Test
  void theWindowAndTheCommandLineSayNumbersOfThingsByCounts() throws Exception {
    assertEquals(List.of(), bare(Path.of("src/main/java/umbra")));
  }

  @Test
  void aNumberBesideAPluralIsFound() {
    assertEquals(2, BARE.matcher("said(n + \" files\"); say(\"%,d elements: %,d kept\")").results().count());
    assertEquals(0, BARE.matcher("say(Counts.of(n, \"file\")); say(word + \" is missing\"); say(\"%,d kept\")").results().count());
  }

  private static List<String> bare(Path root) throws Exception {
    try (var files = Files.walk(root)) {
      return files.filter(f -> f.toString().endsWith(".java") && (f.startsWith(root.resolve("app")) || f.startsWith(root.resolve("cli"))))
          .flatMap(f -> BARE.matcher(read(f)).results().map(m -> f + ": " + m.group())).toList();
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}

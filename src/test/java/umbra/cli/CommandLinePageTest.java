package umbra.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Model.CommandSpec;

/// docs/command-line.md names each command with each of its options, and no other.
class CommandLinePageTest {
  private static final Path SOURCES = Path.of("src/main/java");
  private static final Pattern OPTION = Pattern.compile("--[a-z][a-z-]+");

  @Test
  void eachCommandAndOptionStandsOnThePage() throws IOException {
    var page = Files.readAllLines(Path.of("docs/command-line.md"));
    var commands = commands();

    assertTrue(commands.size() > 20, "the commands were found");
    var missing = new ArrayList<String>();
    for (var command : commands) missing.addAll(missing(command, page));
    assertEquals(List.of(), missing);
  }

  @Test
  void noOptionOfThePageIsUnknown() throws IOException {
    var known = commands().stream().flatMap(c -> c.options().stream()).map(o -> o.longestName()).toList();
    var page = Files.readString(Path.of("docs/command-line.md"));

    assertEquals(List.of(), OPTION.matcher(page).results().map(m -> m.group()).distinct().filter(o -> !known.contains(o) && !o.equals("--help")).toList());
  }

  @Test
  void anOptionThatThePageKeepsQuietAboutIsFound() {
    var command = CommandSpec.create().name("list").addOption(picocli.CommandLine.Model.OptionSpec.builder("--level").build());

    assertEquals(List.of("umbra list --level"), missing(command, List.of("| `umbra list W` | x |", "| `umbra plan W --level` | x |", "| `--quiet` | `list` | x |")));
    assertEquals(List.of(), missing(command, List.of("| `umbra list W [--level L]` | x |")));
    assertEquals(List.of(), missing(command, List.of("| `umbra list W` | x |", "| `--csv`, `--level L` | all | x |")));
    assertEquals(List.of("umbra list"), missing(command, List.of("| `--level L` | `list` | x |")));
  }

  /// Options of a command stand in its rows, or in the rows of shared options that name it or all.
  private static List<String> missing(CommandSpec command, List<String> page) {
    var own = page.stream().filter(l -> l.matches("\\| .*`umbra " + command.name() + "[ `].*")).toList();
    if (own.isEmpty()) return List.of("umbra " + command.name());
    var shared = page.stream().filter(l -> l.startsWith("| `--") && (l.split("\\|")[2].contains("`" + command.name() + "`") || l.split("\\|")[2].strip().startsWith("all")));
    var text = String.join("\n", Stream.concat(own.stream(), shared).toList());
    return command.options().stream().map(o -> o.longestName()).filter(o -> OPTION.matcher(text).results().noneMatch(m -> m.group().equals(o))).map(o -> "umbra " + command.name() + " " + o).toList();
  }

  /// Every class below `umbra.cli` that is annotated as a command, by its sources.
  private static List<CommandSpec> commands() throws IOException {
    try (var files = Files.walk(SOURCES.resolve("umbra/cli"))) {
      return files.filter(f -> f.toString().endsWith("Command.java") && !f.endsWith("UmbraCommand.java")).map(CommandLinePageTest::spec).toList();
    }
  }

  private static CommandSpec spec(Path source) {
    var name = SOURCES.relativize(source).toString().replace(".java", "").replace('/', '.').replace('\\', '.');
    try {
      var maker = Class.forName(name).getDeclaredConstructors()[0];
      return CommandSpec.forAnnotatedObject(maker.newInstance(new Object[maker.getParameterCount()])); // nothing is run, so that its parts are not needed
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }
}

package umbra.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Times the start of the window as a person meets it: from the start of the process to the first picture on the screen.
final class StartBench {
  private static final Path PROGRAM = Path.of("target/umbra/bin/umbra");
  private static final int RUNS = 7;

  private StartBench() {}

  static void run() throws Exception {
    if (System.getenv("DISPLAY") == null || !Files.exists(PROGRAM)) {
      System.out.println("start: no display or no " + PROGRAM + "; run bash installers/bench start, which sees to both");
      return;
    }
    var practice = Path.of("target/bench/start/practice");
    if (!Files.isDirectory(practice.resolve("workspace"))) Stopwatch.program(List.of(PROGRAM.toString(), "practice", practice.toString()));
    Stopwatch.programWhateverItsCode(List.of(PROGRAM.toString(), "import", practice.resolve("workspace").toString(), practice.resolve("files").toString()));
    boolean archive = Files.exists(Path.of("target/umbra/lib/window.aot"));
    print("start screen", "", List.of());
    print("practice workspace", "", List.of(practice.resolve("workspace").toString()));
    if (archive) print("start screen, without the archive", "-XX:AOTMode=off", List.of());
    else System.out.println("start: there is no archive; bash installers/archive makes it");
  }

  private static void print(String name, String options, List<String> arguments) throws Exception {
    once(options, arguments);
    var millis = new double[RUNS];
    for (int i = 0; i < RUNS; i++) millis[i] = once(options, arguments);
    Arrays.sort(millis);
    System.out.printf("start to first paint, %-34s median of %d %.0f ms, quickest %.0f ms, slowest %.0f ms%n", name, RUNS, millis[RUNS / 2], millis[0], millis[RUNS - 1]);
  }

  /// Milliseconds until the program says that its window was painted.
  private static double once(String options, List<String> arguments) throws Exception {
    var command = new ArrayList<>(List.of(PROGRAM.toString()));
    command.addAll(arguments);
    var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
    var home = Path.of("target/bench/start").toAbsolutePath();
    builder.environment().put("XDG_CONFIG_HOME", home.resolve("config").toString());
    builder.environment().put("XDG_DATA_HOME", home.resolve("data").toString());
    builder.environment().put("UMBRA_JAVA_OPTIONS", ("-Dumbra.exitOnShown=true " + options).strip());
    long begin = System.nanoTime();
    var process = builder.start();
    double shown = -1;
    try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.equals("shown")) shown = (System.nanoTime() - begin) / 1e6;
      }
    }
    process.waitFor();
    if (shown < 0) throw new IOException("the window did not open");
    return shown;
  }
}

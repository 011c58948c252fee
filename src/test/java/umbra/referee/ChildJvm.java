package umbra.referee;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;

/// Another Java process with the classes of this one: to be in the way, or to be killed.
public final class ChildJvm {
  private ChildJvm() {}

  /// Starts the `main` method of a class; standard error is joined to standard output.
  public static Process start(Class<?> main, String... arguments) throws IOException {
    var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1", "-Xshare:auto", "-XX:+UseSerialGC",
        "--enable-native-access=ALL-UNNAMED", "-cp", classPath(main), main.getName()));
    command.addAll(Arrays.asList(arguments));
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  /// However this process was started: where the classes really come from.
  private static String classPath(Class<?> main) {
    var places = new LinkedHashSet<String>();
    for (var type : List.of(main, umbra.Main.class, org.h2.Driver.class, picocli.CommandLine.class, com.fasterxml.jackson.core.JsonFactory.class)) {
      try {
        places.add(Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString());
      } catch (URISyntaxException e) {
        throw new IllegalStateException(e);
      }
    }
    return String.join(java.io.File.pathSeparator, places);
  }
}

package umbra;

import java.util.List;
import umbra.cli.InspectCommand;
import umbra.cli.PracticeCommand;
import umbra.cli.UmbraCommand;

/// Starts Umbra and puts its parts together with plain constructors.
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    if (arguments.length == 1 && arguments[0].equals("--version")) {
      System.out.println("umbra " + version());
      return;
    }
    System.exit(UmbraCommand.run(arguments, commands()));
  }

  private static String version() {
    var version = Main.class.getPackage().getImplementationVersion();
    return version == null ? "(built from source)" : version;
  }

  private static List<Object> commands() {
    return List.of(new InspectCommand(), new PracticeCommand());
  }
}

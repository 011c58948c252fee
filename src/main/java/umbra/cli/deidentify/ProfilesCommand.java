package umbra.cli.deidentify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import umbra.cli.ExitCode;
import umbra.cli.Table;
import umbra.deid.profile.ProfileException;
import umbra.deid.profile.ProfileStore;

/// `umbra profiles`: which there are, what is in one, whether a file can be run.
@Command(name = "profiles", description = "List the de-identification profiles, show one, or check a file.")
public final class ProfilesCommand implements Callable<Integer> {
  @Spec
  private CommandSpec spec;

  private final ProfileStore store;

  public ProfilesCommand(ProfileStore store) {
    this.store = store;
  }

  @Override
  public Integer call() throws IOException {
    var table = new Table(Table.Form.TEXT, "name", "version", "title", "options", "file");
    boolean broken = false;
    for (var entry : store.files().entrySet()) {
      try {
        var profile = store.profile(entry.getKey());
        var options = profile.options().stream().filter(o -> o != umbra.deid.rule.ProfileOption.BASIC).map(o -> o.word()).sorted().toList();
        table.row(profile.name(), profile.version(), profile.title(), String.join(" ", options), entry.getValue());
      } catch (ProfileException e) {
        spec.commandLine().getErr().println("umbra: " + e.getMessage());
        broken = true;
      }
    }
    table.print(spec.commandLine().getOut());
    return broken ? ExitCode.FOUND : ExitCode.DONE;
  }

  @Command(name = "show", description = "Print a profile as it is written.")
  int show(@Parameters(paramLabel = "NAME") String name) throws IOException {
    store.profile(name);
    spec.commandLine().getOut().print(Files.readString(store.files().get(name)));
    return ExitCode.DONE;
  }

  @Command(name = "check", description = "Check a profile file; says line and reason where it cannot be run.")
  int check(@Parameters(paramLabel = "FILE") Path file) throws IOException {
    spec.commandLine().getOut().println(ProfileStore.read(file).label());
    return ExitCode.DONE;
  }
}

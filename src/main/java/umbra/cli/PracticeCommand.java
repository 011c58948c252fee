package umbra.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import umbra.practice.PracticeCollection;
import umbra.words.Counts;

/// `umbra practice`: writes the synthetic collection.
@Command(name = "practice", description = "Write the synthetic practice collection, with its answer key beside it.")
public final class PracticeCommand implements Callable<Integer> {
  @Parameters(paramLabel = "DIR", description = "A folder, made if it does not exist.")
  private Path folder;

  @Option(names = "--seed", paramLabel = "N", description = "Another seed makes other patients; default: ${DEFAULT-VALUE}.", defaultValue = "1")
  private long seed;

  @Spec
  private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    var written = PracticeCollection.write(folder, seed);
    spec.commandLine().getOut().println(Counts.of(written.size(), "file") + " in " + folder.resolve("files") + ", key in " + folder.resolve("answer-key.csv"));
    return ExitCode.DONE;
  }
}
